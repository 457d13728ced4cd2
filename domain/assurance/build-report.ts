import { minutesBetween } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { buildMeasure } from './build-measure.ts'
import { buildRecords } from './build-records.ts'
import { buildRequirement } from './build-requirement.ts'
import { ageBand, momentOf, withheldWord } from './disclosure.ts'
import type { Requirement } from './framework.ts'
import { catalogueRuns } from './measure-run.ts'
import { oneShiftModel } from './one-shift.ts'
import { otherFrameworksModel } from './other-frameworks.ts'
import { coverContent, frameworkContent } from './report-cover.ts'
import type { EpisodeInput, OverrideInput, ReportInput, ReportTools } from './report-input.ts'
import {
  type EpisodeModel,
  type MeasureModel,
  type OverrideModel,
  type RecordModel,
  type ReportContent,
  type ReportModel,
  type RequirementModel,
  reportModelSchema,
} from './report-model.ts'

/**
 * The report of a period at a cut, restricted: exact counts, pseudonymised records (decision 36). Pure: the
 * same input and tools give the same model. Throws where the runs do not fit the catalogue or the model does
 * not hold its own shape, because a wrong report is worse than none.
 */
export function buildReport(input: ReportInput, tools: ReportTools): ReportModel {
  const { measures, runs } = measuresIn(input, tools)
  const content: ReportContent = {
    format: 'mbu-assurance-report',
    formatVersion: 1,
    cover: coverContent(input, 'restricted'),
    framework: frameworkContent(input),
    levelRules: { ...input.levelRules },
    requirements: input.framework.requirements.map((one) =>
      buildRequirement(one, measures, runs, input),
    ),
    records: buildRecords(
      input.runs.flatMap(({ members }) => members),
      input,
      tools,
    ),
    overrides: byId(input.overrides.map((one) => overrideModel(one, input, tools))),
    episodes:
      input.episodes && byId(input.episodes.map((one) => episodeModel(one, input.cut.at, tools))),
    ...(input.otherFrameworks
      ? { otherFrameworks: otherFrameworksModel(input, measures, runs) }
      : {}),
    ...(input.partnerMeans
      ? {
          partnerMeans: input.partnerMeans.map(({ question, n, mean }) => ({
            question,
            n,
            meanTenths: mean === null ? null : Math.round(mean * 10),
          })),
        }
      : {}),
    ...(input.written ? { written: input.written } : {}),
    annex: {
      ruleSets: input.ruleSets.map((ruleSet) => ({ ...ruleSet })),
      oneShiftAccounts: byId(
        (input.oneShiftAccounts ?? []).map((one) => oneShiftModel(one, tools.pseudonym)),
      ),
      ...(input.auditExtract
        ? { auditExtract: input.auditExtract.map((one) => ({ ...one })) }
        : {}),
      auditHead: { ...input.auditHead },
      software: { ...input.software },
    },
  }
  return reportModelSchema.parse({ ...content, contentHash: tools.hash(content) })
}

/**
 * The requirements with their levels and figures and without the records behind them: what a table on the
 * screen shows, for a small part of the work of a report. Throws as `buildReport` does.
 */
export const assessRequirements = (input: ReportInput): RequirementModel[] => requirementsOf(input)

/** One requirement by itself; the input needs the runs of its own measures alone. Throws as `buildReport` does. */
export function assessRequirement(requirement: Requirement, input: ReportInput): RequirementModel {
  const { runs, measures } = measuresIn(input, null)
  return buildRequirement(requirement, measures, runs, input)
}

/** One measure with its members, and the records behind them. Throws where the catalogue does not have it. */
export function openMeasure(
  id: string,
  input: ReportInput,
  tools: ReportTools,
): { measure: MeasureModel; records: RecordModel[] } {
  const one = catalogueRuns(input.runs).find(({ line }) => line.id === id)
  if (!one) throw new Error(`There is no measure ${id}`)
  return {
    measure: buildMeasure(one, input, tools),
    records: buildRecords(one.run?.members ?? [], input, tools),
  }
}

function measuresIn(input: ReportInput, tools: ReportTools | null) {
  const runs = new Map(catalogueRuns(input.runs).map((one) => [one.line.id, one]))
  const measures = new Map(
    [...runs].map(([id, one]) => [id, buildMeasure(one, input, tools)] as const),
  )
  return { runs, measures }
}

function requirementsOf(input: ReportInput): RequirementModel[] {
  const { runs, measures } = measuresIn(input, null)
  return input.framework.requirements.map((requirement) =>
    buildRequirement(requirement, measures, runs, input),
  )
}

/** Whether a model is as it was made: its hash is that of its content. */
export function isIntact(model: ReportModel, hash: ReportTools['hash']): boolean {
  const { contentHash, ...content } = model
  return hash(content) === contentHash
}

function overrideModel(
  override: OverrideInput,
  input: ReportInput,
  tools: ReportTools,
): OverrideModel {
  const subject = input.subjects.get(override.recordId) ?? {}
  return {
    id: tools.pseudonym('record', override.recordId),
    requirement: override.requirement,
    rule: override.rule,
    when: momentOf(override.at, subject),
    byRole: override.byRole,
    secondRole: override.secondRole,
    reason: `${withheldWord}: free text that nobody has cleared`,
    due: override.dueAt === null ? null : momentOf(override.dueAt, subject),
    kept: override.kept,
  }
}

function episodeModel(episode: EpisodeInput, cutAt: Instant, tools: ReportTools): EpisodeModel {
  return {
    id: tools.pseudonym('episode', episode.episodeId),
    baby: tools.pseudonym('baby', episode.babyId),
    ageBand: ageBand(episode.babyBornOn ?? undefined, episode.recognisedAt),
    recognised: momentOf(episode.recognisedAt, { arrivedAt: episode.stayArrivedAt }),
    band: episode.band,
    route: episode.route,
    steps: episode.steps.map(({ what, at, limitAt }) => ({
      what,
      minutes: at === null ? null : minutesBetween(episode.recognisedAt, at),
      limitMinutes: limitAt === null ? null : minutesBetween(episode.recognisedAt, limitAt),
      inTime: inTime(at, limitAt, cutAt),
    })),
    outcome: episode.outcome,
  }
}

/** Null where there is no limit, or it had not run out at the cut and the step was not yet taken. */
function inTime(at: Instant | null, limitAt: Instant | null, cutAt: Instant): boolean | null {
  if (limitAt === null) return null
  if (at !== null) return at <= limitAt
  return limitAt > cutAt ? null : false
}

/** In the order of the pseudonyms, which says nothing: the order of entry would tell who came first. */
const byId = <T extends { id: string }>(list: T[]): T[] =>
  list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
