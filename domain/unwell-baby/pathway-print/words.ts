import { type Limit, limitText } from '../../shared/limits.ts'
import type { BandKey, EscalationContent, Route, RouteStep } from '../escalation-content.ts'
import { type Helper, helperLabels } from '../record.ts'
import type { ThresholdRow } from '../rule-content.ts'

/** A rule set as the paper names it: which revision, and whether the unit has approved it. */
export interface PrintedRevision {
  title: string
  revision: string
  approved: boolean
}

/** The revisions that made the page, for its foot: "Routes unit-2, fever 1". */
export const revisionsLine = (revisions: readonly PrintedRevision[]): string =>
  revisions
    .map(({ title, revision, approved }) =>
      approved ? `${title}: ${revision}` : `${title}: ${revision} (not approved)`,
    )
    .join('; ')

/** What of the page rests on rules that nobody in the unit has approved; empty where all were approved. */
export const notApproved = (revisions: readonly PrintedRevision[]): string =>
  revisions
    .filter(({ approved }) => !approved)
    .map(({ title }) => title)
    .join('; ')

/** "Call 999, within 5 minutes": a step as it is read on the wall. */
export const stepText = ({ text, within, otherwise }: RouteStep): string =>
  `${text} ${limitText(within)}${otherwise ? `; ${helperText(otherwise)} if not reached` : ''}`

/** By when somebody has to be with the baby; a dash where the route asks for nobody. */
export const seenText = (seen: { within: Limit } | undefined): string =>
  seen ? limitText(seen.within) : '-'

const helperText = (helper: Helper) => helperLabels[helper]

/** "15 minutes", "4 hours". */
export const againText = (minutes: number): string =>
  minutes % 60 === 0 && minutes > 60
    ? `every ${minutes / 60} hours`
    : minutes === 60
      ? 'every hour'
      : `every ${minutes} minutes`

/** The routes with the bands that take them, the strictest band's route first. */
export function routesInOrder({
  bands,
  routes,
}: EscalationContent): { route: Route; bands: { band: BandKey; label: string }[] }[] {
  const byRoute = Map.groupBy(bands, ({ route }) => route)
  return [...byRoute].flatMap(([id, reached]) => {
    const route = routes.find((one) => one.id === id)
    return route ? [{ route, bands: reached }] : []
  })
}

/** The rows of one band, as one line of words. */
export const rowsOf = <Band extends string>(
  rows: readonly ThresholdRow<Band>[],
  band: Band,
): string =>
  rows
    .filter((row) => row.band === band)
    .map(({ text }) => text)
    .join('; ')
