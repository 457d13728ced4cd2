import { epochMs } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { ageBand, discloseReason, momentOf, type Subject } from './disclosure.ts'
import { rateTenths } from './figure-text.ts'
import { measureLevel } from './levels.ts'
import { type Figure, figureOf, type Member } from './measure.ts'
import type { CatalogueRun, MeasureRun } from './measure-run.ts'
import { shortPeriodText } from './period-text.ts'
import type { ReportInput, ReportTools } from './report-input.ts'
import type { FigureModel, MeasureModel, MemberModel, TrendPoint } from './report-model.ts'
import { noRecordsYet, pseudonymKindOf } from './report-words.ts'

/** One measure from what it found: its figures, and its records where there are tools to pseudonymise them. */
export function buildMeasure(
  { line, run }: CatalogueRun,
  input: ReportInput,
  tools: ReportTools | null,
): MeasureModel {
  const members = run?.members ?? []
  const figure = figureOf(members)
  const words = measureWords({ line, run })
  const { minimumN, unit } = words
  const judged = measureLevel(
    { id: line.id, safetyCritical: line.safetyCritical, minimumN, unit, figure },
    input.levelRules,
  )
  return {
    ...words,
    figure: figureModel(figure),
    groups: groupsOf(members),
    level: judged.level,
    reason: run ? judged.reason : noRecordsYet,
    trend: trendOf(line.id, run, input),
    members: tools ? memberModels(members, input, tools) : [],
  }
}

/** What a report says of a measure before any figure: its definition, or the catalogue's words for it. */
export const measureWords = ({ line, run }: CatalogueRun) => ({
  id: line.id,
  version: run?.measure.version ?? null,
  title: run?.measure.title ?? titleOf(line.pass),
  population: run?.measure.population ?? titleOf(line.counts),
  placedBy: run?.measure.placedBy ?? null,
  rule: run?.measure.rule ?? titleOf(line.pass),
  source: run?.measure.source ?? 'Not defined yet',
  safetyCritical: run?.measure.safetyCritical ?? line.safetyCritical,
  minimumN: run?.measure.minimumN ?? line.minimumN,
  unit: run?.measure.unit ?? ('count' as const),
})

const memberModels = (members: readonly Member[], input: ReportInput, tools: ReportTools) =>
  members
    .map((member) => memberModel(member, input, tools))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

const titleOf = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

export const figureModel = ({ rate: _, ...figure }: Figure): FigureModel => ({
  ...figure,
  rateTenths: rateTenths(figure),
})

/** The newest event that the measure counts as evidence; null where nothing is eligible. */
export function newestEvent(members: readonly Member[]): Instant | null {
  let newest: Instant | null = null
  for (const member of members) {
    if (member.class === 'not-eligible') continue
    const at = member.until ?? member.at
    if (newest === null || epochMs(at) > epochMs(newest)) newest = at
  }
  return newest
}

function groupsOf(members: readonly Member[]): MeasureModel['groups'] {
  const byGroup = new Map<string, Member[]>()
  for (const member of members) {
    if (member.group === undefined) continue
    const group = byGroup.get(member.group)
    if (group) group.push(member)
    else byGroup.set(member.group, [member])
  }
  return [...byGroup]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({ name: discloseReason(name), figure: figureModel(figureOf(list)) }))
}

function trendOf(id: string, run: MeasureRun | null, input: ReportInput): TrendPoint[] {
  if (!run) return []
  const earlier = input.earlier.flatMap(({ period, runs }) => {
    const found = runs.find(
      ({ measure }) => measure.id === id && measure.version === run.measure.version,
    )
    return found ? [{ period, members: found.members }] : []
  })
  return [...earlier, { period: input.period, members: run.members }].map(({ period, members }) => {
    const { pass, denominator } = figureOf(members)
    return {
      ...period,
      label: shortPeriodText(period),
      pass,
      denominator,
      rateTenths: rateTenths({ pass, denominator }),
    }
  })
}

function memberModel(member: Member, input: ReportInput, tools: ReportTools): MemberModel {
  const subject = subjectOf(member, input)
  return {
    id: tools.pseudonym('record', member.key),
    class: member.class,
    reason: discloseReason(member.reason),
    when: momentOf(member.at, subject),
    group: member.group === undefined ? null : discloseReason(member.group),
    ageBand: ageBand(subject.babyBornOn, member.at),
    quantity: member.quantity,
    overridden: member.overridden ?? false,
    records: member.records.map((ref) => ({
      id: tools.pseudonym(pseudonymKindOf(ref), ref.recordId),
      version: ref.version,
    })),
  }
}

/** Whose record a member was counted from: the first of its records that anyone is known for. */
function subjectOf(member: Member, input: ReportInput): Subject {
  for (const { recordId } of member.records) {
    const subject = input.subjects.get(recordId)
    if (subject) return subject
  }
  return {}
}
