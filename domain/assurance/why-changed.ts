import type { Member, RecordRef } from './measure.ts'
import type { MeasureRun } from './measure-run.ts'
import { classLabels } from './report-words.ts'

/**
 * Why a figure is another at a new cut (assurance.md 1): member by member, what became of it, and whether a
 * record was corrected, came since, or only time has passed. No name and no identifier: reasons are of the rule.
 */

/** One line: so many members, what became of them, and by what. */
export interface WhyChanged {
  members: number
  /** `Fail to pass`, `Counted now, not then: pass`. */
  what: string
  /** The reason of the rule as it stands now. */
  reason: string
  because: string
}

export const causes = {
  corrected: 'A record was corrected',
  came: 'A record came since',
  gone: 'A record was taken out, or placed in another period',
  time: 'No record changed: a limit ran out, or its time came',
} as const
type Cause = keyof typeof causes

type Change = Omit<WhyChanged, 'members' | 'because'> & { cause: Cause }

const label = (one: Member) => classLabels[one.class]

/** What differs between the members of one measure at two cuts, most first. */
export function whyChanged(before: MeasureRun, after: MeasureRun): WhyChanged[] {
  const then = new Map(before.members.map((one) => [one.key, one]))
  const known = new Map(before.members.flatMap(({ records }) => records).map(byId))
  const now = new Set(after.members.map(({ key }) => key))
  const changes: Change[] = [
    ...after.members.flatMap((one) => changeOf(then.get(one.key), one, known)),
    ...before.members
      .filter(({ key }) => !now.has(key))
      .map((one) => ({
        what: `Counted then, not now: ${label(one).toLowerCase()}`,
        reason: one.reason,
        cause: 'gone' as const,
      })),
  ]
  return [...Map.groupBy(changes, (one) => Object.values(one).join('\n')).values()]
    .flatMap(([first, ...rest]) =>
      first
        ? {
            members: rest.length + 1,
            what: first.what,
            reason: first.reason,
            because: causes[first.cause],
          }
        : [],
    )
    .sort((a, b) => b.members - a.members || (a.what < b.what ? -1 : 1))
}

const byId = ({ recordId, version }: RecordRef) => [recordId, version] as const

function changeOf(
  old: Member | undefined,
  one: Member,
  known: ReadonlyMap<string, number>,
): Change[] {
  if (!old) {
    const what = `Counted now, not then: ${label(one).toLowerCase()}`
    return [{ what, reason: one.reason, cause: causeOf(one.records, known) }]
  }
  const own = new Map(old.records.map(byId))
  const cause = causeOf(one.records, own)
  if (old.class !== one.class)
    return [{ what: `${label(old)} to ${label(one).toLowerCase()}`, reason: one.reason, cause }]
  return old.quantity === one.quantity
    ? []
    : [{ what: `${label(one)}, of another length of time`, reason: one.reason, cause }]
}

function causeOf(records: readonly RecordRef[], before: ReadonlyMap<string, number>): Cause {
  if (records.some(({ recordId, version }) => version > (before.get(recordId) ?? version)))
    return 'corrected'
  return records.some(({ recordId }) => !before.has(recordId)) ? 'came' : 'time'
}
