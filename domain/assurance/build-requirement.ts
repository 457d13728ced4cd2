import type { Instant } from '../shared/time.ts'
import { newestEvent } from './build-measure.ts'
import { measuresOf, type Requirement } from './framework.ts'
import { standingJudgement } from './judgement.ts'
import {
  isBetter,
  type Level,
  levelLabels,
  type MeasuredFigure,
  requirementLevel,
} from './levels.ts'
import { figureOf } from './measure.ts'
import { type CatalogueRun, catalogueRuns, type MeasureRun } from './measure-run.ts'
import { shortPeriodText } from './period-text.ts'
import type { ReportInput } from './report-input.ts'
import type { Direction, MeasureModel, RequirementModel } from './report-model.ts'

/** One requirement of the report: its words, its measures, its level with the reason, its trend. */
export function buildRequirement(
  requirement: Requirement,
  measures: ReadonlyMap<string, MeasureModel>,
  runs: ReadonlyMap<string, CatalogueRun>,
  input: ReportInput,
): RequirementModel {
  const ids = measuresOf(requirement)
  const own = ids.map((id) => found(measures, id))
  const openHighActions = input.openHighActions.get(requirement.id) ?? 0
  const computed = levelFrom(
    ids.map((id) => found(runs, id)),
    input.cut.at,
    openHighActions,
    input,
  )
  const set = input.judgements.get(requirement.id)
  const judgement = standingJudgement(computed.level, set)
  const level = judgement?.level ?? computed.level
  const last = input.earlier.at(-1)
  const earlier = last
    ? { label: shortPeriodText(last.period), level: earlierLevel(ids, last, input) }
    : null
  return {
    id: requirement.id,
    short: requirement.short,
    finding: requirement.finding,
    addressedTo: requirement.addressedTo,
    words: requirement.words,
    linesOfEnquiry: requirement.linesOfEnquiry.map((enquiry) => ({
      id: enquiry.id,
      question: enquiry.question,
      evidence: [...enquiry.evidence],
      measures: enquiry.measures.map((id) => found(measures, id)),
    })),
    level,
    computedLevel: computed.level,
    reason:
      set && !judgement
        ? `${computed.reason} The level that a person set, ${levelLabels[set.level].toLowerCase()}, stands no more: it would raise the computed one, and nobody signed second.`
        : computed.reason,
    leading: computed.leading,
    judgement,
    ...(input.commissionerLevels
      ? { commissioner: input.commissionerLevels.get(requirement.id) ?? null }
      : {}),
    // Two computed levels are compared: one that a person set has no earlier one to be compared with.
    trend: { direction: directionOf(earlier?.level, computed.level), earlier },
    n: countedRecords(ids, runs, measures),
    openHighActions,
    notTested: own
      .filter((measure) => measure.level === 'not-tested')
      .map(({ id, title, reason }) => ({ id, title, why: reason })),
  }
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id)
  if (value === undefined) throw new Error(`Measure ${id} is not in the catalogue`)
  return value
}

function levelFrom(
  runs: readonly CatalogueRun[],
  cutAt: Instant,
  openHighActions: number,
  input: ReportInput,
) {
  const members = runs.flatMap(({ run }) => run?.members ?? [])
  return requirementLevel(
    {
      measures: runs.map(measured),
      newestEventAt: newestEvent(members),
      cutAt,
      openHighActions,
    },
    input.levelRules,
  )
}

/** What a measure of the catalogue found, as its level is judged from it. */
export const measured = ({ line, run }: CatalogueRun): MeasuredFigure => ({
  id: line.id,
  safetyCritical: run?.measure.safetyCritical ?? line.safetyCritical,
  minimumN: run?.measure.minimumN ?? line.minimumN,
  unit: run?.measure.unit ?? 'count',
  figure: figureOf(run?.members ?? []),
})

/** The level as it would have been at the end of an earlier period: its own age of evidence, no actions. */
function earlierLevel(
  ids: readonly string[],
  earlier: { period: { to: Instant }; runs: readonly MeasureRun[] },
  input: ReportInput,
): Level {
  const runs = catalogueRuns(earlier.runs).filter(({ line }) => ids.includes(line.id))
  return levelFrom(runs, earlier.period.to, 0, input).level
}

function directionOf(earlier: Level | undefined, now: Level): Direction {
  if (earlier === undefined) return 'first'
  if (earlier === 'not-tested' || now === 'not-tested')
    return earlier === now ? 'same' : 'not-comparable'
  if (earlier === now) return 'same'
  return isBetter(now, earlier) ? 'better' : 'worse'
}

function countedRecords(
  ids: readonly string[],
  runs: ReadonlyMap<string, CatalogueRun>,
  measures: ReadonlyMap<string, MeasureModel>,
): number {
  let n = 0
  for (const id of ids) {
    if (found(measures, id).level === 'not-tested') continue
    for (const member of found(runs, id).run?.members ?? [])
      if (member.class !== 'not-eligible') n += 1
  }
  return n
}
