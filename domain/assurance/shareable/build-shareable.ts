import { newestEvent } from '../build-measure.ts'
import { measured } from '../build-requirement.ts'
import { withheldWord } from '../disclosure.ts'
import { measuresOf, type Requirement } from '../framework.ts'
import { standingJudgement } from '../judgement.ts'
import { type Level, type MeasuredFigure, requirementLevel } from '../levels.ts'
import { type CatalogueRun, catalogueRuns } from '../measure-run.ts'
import { coverContent, frameworkContent } from '../report-cover.ts'
import type { ReportInput, ReportTools } from '../report-input.ts'
import { exactFigure } from './exact-figure.ts'
import type { ReleasedCell } from './ledger.ts'
import { publishCount } from './publish-count.ts'
import { publishMeasure } from './publish-measure.ts'
import { isGivenAwayBy } from './publish-table.ts'
import {
  type ShareableContent,
  type ShareableMeasure,
  type ShareableModel,
  type ShareableRequirement,
  shareableModelSchema,
} from './shareable-model.ts'
import { type ExactFigure, roundedTo, withheldUpTo } from './small-numbers.ts'

export interface ShareableReport {
  model: ShareableModel
  /** What the ledger keeps of this report. */
  lines: ReleasedCell[]
}

/**
 * The report of a calendar period as it may be shared (decision 36): rounded counts, small ones withheld, no
 * record and no typed text. `earlier` is the ledger, oldest first. Pure: the same input and ledger give the
 * same report. Throws where the runs do not fit the catalogue or the model does not hold its own shape.
 */
export function buildShareable(
  input: ReportInput,
  earlier: readonly ReleasedCell[],
  hash: ReportTools['hash'],
): ShareableReport {
  const runs = new Map(catalogueRuns(input.runs).map((one) => [one.line.id, one]))
  const published = new Map(
    [...runs].map(([id, one]) => [id, publishMeasure(one, input, earlier)] as const),
  )
  const measures = new Map([...published].map(([id, { measure }]) => [id, measure] as const))
  const count = (what: string, many: number) => publishCount(what, many, input.period, earlier)
  const counts = {
    overrides: count('overrides', input.overrides.length),
    episodes: input.episodes ? count('episodes', input.episodes.length) : null,
    oneShiftAccounts: count('one-shift-accounts', input.oneShiftAccounts?.length ?? 0),
  }
  const content: ShareableContent = {
    format: 'mbu-assurance-shareable-report',
    formatVersion: 1,
    cover: coverContent(input, 'shareable'),
    framework: frameworkContent(input),
    levelRules: { ...input.levelRules },
    smallNumbers: {
      withheldUpTo,
      recordsRoundedTo: roundedTo.count,
      minutesRoundedTo: roundedTo.minutes,
    },
    requirements: input.framework.requirements.map((requirement) =>
      requirementOf(requirement, measures, runs, input),
    ),
    counts: {
      overrides: counts.overrides.printed,
      episodes: counts.episodes?.printed ?? null,
      oneShiftAccounts: counts.oneShiftAccounts.printed,
    },
    ...(input.written ? { written: input.written } : {}),
    annex: {
      ruleSets: input.ruleSets.map((ruleSet) => ({ ...ruleSet })),
      auditHead: { ...input.auditHead },
      software: { ...input.software },
    },
  }
  return {
    model: shareableModelSchema.parse({ ...content, contentHash: hash(content) }),
    lines: [
      ...[...published.values()].flatMap(({ lines }) => lines),
      ...Object.values(counts).flatMap((one) => one?.lines ?? []),
    ],
  }
}

function requirementOf(
  requirement: Requirement,
  measures: ReadonlyMap<string, ShareableMeasure>,
  runs: ReadonlyMap<string, CatalogueRun>,
  input: ReportInput,
): ShareableRequirement {
  const { level: computed, tells } = levelOf(requirement, runs, input)
  const judgement = standingJudgement(computed, input.judgements.get(requirement.id))
  const level = judgement?.level ?? (tells ? withheldWord : computed)
  return {
    id: requirement.id,
    short: requirement.short,
    finding: requirement.finding,
    addressedTo: requirement.addressedTo,
    words: requirement.words,
    level,
    setByPerson: judgement !== null,
    ...(input.commissionerLevels
      ? { commissionerLevel: input.commissionerLevels.get(requirement.id)?.level ?? null }
      : {}),
    linesOfEnquiry: requirement.linesOfEnquiry.map((enquiry) => ({
      id: enquiry.id,
      question: enquiry.question,
      evidence: [...enquiry.evidence],
      measures: enquiry.measures.map((id) => found(measures, id)),
    })),
  }
}

/** The computed level, and whether a reader could work a withheld count out from it. */
function levelOf(
  requirement: Requirement,
  runs: ReadonlyMap<string, CatalogueRun>,
  input: ReportInput,
): { level: Level; tells: boolean } {
  const own = measuresOf(requirement).map((id) => found(runs, id))
  const figures = own.map(measured)
  const newestEventAt = newestEvent(own.flatMap(({ run }) => run?.members ?? []))
  const levelWith = (of: readonly MeasuredFigure[]) =>
    requirementLevel(
      {
        measures: of,
        newestEventAt,
        cutAt: input.cut.at,
        openHighActions: input.openHighActions.get(requirement.id) ?? 0,
      },
      input.levelRules,
    ).level
  const tells = own.some(({ run }, index) => {
    if (!run) return false
    const { unit } = run.measure
    return isGivenAwayBy(exactFigure(run.members, unit), unit, (other) =>
      levelWith(figures.map((one, at) => (at === index ? withFigure(one, other) : one))),
    )
  })
  return { level: levelWith(figures), tells }
}

const withFigure = (one: MeasuredFigure, other: ExactFigure): MeasuredFigure => ({
  ...one,
  figure: {
    ...one.figure,
    pass: other.pass.quantity,
    fail: other.fail.quantity,
    incomplete: other.incomplete.quantity,
    notEligible: other.notEligible.quantity,
    denominator: other.n.quantity,
    population: other.population.quantity,
  },
})

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id)
  if (value === undefined) throw new Error(`Measure ${id} is not in the catalogue`)
  return value
}
