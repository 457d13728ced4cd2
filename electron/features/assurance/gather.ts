import type { Row } from '#domain/assurance/disclosure.ts'
import { earlierPeriods } from '#domain/assurance/earlier-periods.ts'
import { measuresOf } from '#domain/assurance/framework.ts'
import { defaultLevelRules } from '#domain/assurance/levels.ts'
import type { RecordRef } from '#domain/assurance/measure.ts'
import type { MeasureVersions } from '#domain/assurance/measure-run.ts'
import type { OverrideInput, ReportInput, RuleSetInput } from '#domain/assurance/report-input.ts'
import type { ReportState } from '#domain/assurance/report-model.ts'
import type { WrittenModel } from '#domain/assurance/written/written-model.ts'
import { inForce } from '#domain/rule-sets/rule-set.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { conditions } from '#domain/supervision/conditions.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { unit } from '#drizzle/schema/stays.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { standing } from '../../platform/standing.ts'
import { appVersion } from '../../platform/store/app-version.ts'
import { turn } from '../../platform/turn.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { admissionOverrides } from '../admission/override-lines.ts'
import { partnerMeans } from '../culture/partner-means.ts'
import { readerStandIns } from '../history-review/stand-in-lines.ts'
import { openHighActions } from '../oversight/measure-facts.ts'
import { headColumns } from '../rule-sets/head-columns.ts'
import { escortOverrideRule } from '../unwell-baby/escort-service.ts'
import { episodeTimelines } from '../unwell-baby/timeline.ts'
import { unitKeys } from '../users/unit-key.ts'
import { auditExtract } from './audit-extract.ts'
import { findingFive } from './finding-five.ts'
import { otherFrameworksAt } from './frameworks/in-force.ts'
import { oneShiftAccounts } from './one-shift-accounts.ts'
import { rowsOf, subjectsOf } from './records.ts'
import { runInTurns } from './runs.ts'
import type { Output } from './writing/clearances.ts'
import { judgementsAt } from './writing/levels.ts'

/** How many earlier periods a trend shows. */
const trendPeriods = 4

const units = standing(unit, ['recordId', 'name', 'provider', 'odsCode', 'region'])
const overrides = standing(
  ruleOverride,
  ['recordId', 'version', 'ruleId', 'dueAt', 'secondPersonId', 'author', 'overriddenAt'],
  't.overridden_at >= @from and t.overridden_at < @to',
)
const accounts = standing(userAccount, ['recordId', 'staffId', 'role'])
const ruleSets = standing(ruleSet, headColumns)

export interface ReportOptions {
  /** The requirements that the report is of; without them, all. */
  requirements?: readonly string[]
  /** What people wrote for it. */
  written?: WrittenModel
  version: number
  state: ReportState
  distribution: readonly string[]
  preparedBy: string | null
  approvedBy: string | null
}

/** Everything a report of a period at a cut is built from (domain/assurance/build-report.ts). */
export async function gatherReport(
  db: ReadDb,
  period: Period,
  cut: Cut,
  options: ReportOptions,
): Promise<ReportInput> {
  const { requirements, ...cover } = options
  const figures = await gatherChosen(db, period, cut, requirements, 'restricted')
  const isChosen = (id: string) => requirements === undefined || requirements.includes(id)
  const overrides = overridesOf(db, period, cut).filter(({ requirement }) => isChosen(requirement))
  const behind = [
    ...figures.runs.flatMap((run) => run.members.flatMap((member) => member.records)),
    ...overrides.map(({ type, recordId, version }) => ({ type, recordId, version })),
  ]
  return {
    ...figures,
    ...cover,
    ...(await withRows(db, behind, cut)),
    overrides,
    episodes: isChosen(unwellBaby) ? episodeTimelines(db, period, cut) : null,
    otherFrameworks: otherFrameworksAt(db, period, cut).frameworks,
    ...(isChosen(partnership) ? { partnerMeans: partnerMeans(db, period, cut) } : {}),
    auditExtract: auditExtract(db, period, cut),
  }
}

/** Everything a shareable report is built from: the figures, and no record behind them. */
export async function gatherShareable(
  db: ReadDb,
  period: Period,
  cut: Cut,
  options: ReportOptions,
): Promise<ReportInput> {
  const { requirements, ...cover } = options
  return {
    ...(await gatherChosen(db, period, cut, requirements, 'shareable')),
    ...cover,
    // Counts are of the whole unit whatever is chosen: two of them could be subtracted from each other.
    overrides: overridesOf(db, period, cut),
    episodes: episodeTimelines(db, period, cut),
  }
}

/** The requirement that the timelines of episodes belong to. */
const unwellBaby = '5e'
/** The requirement that what partners marked belongs to. */
const partnership = '5f'

/** The figures of the requirements chosen; all of them where none are named. */
async function gatherChosen(
  db: ReadDb,
  period: Period,
  cut: Cut,
  requirements: readonly string[] | undefined,
  output: Output,
): Promise<ReportInput> {
  if (requirements === undefined) return gatherFigures(db, period, cut, undefined, output)
  const chosen = findingFive.requirements.filter(({ id }) => requirements.includes(id))
  const wanted = new Set(chosen.flatMap(measuresOf))
  const figures = await gatherFigures(db, period, cut, [...wanted], output)
  const ofThese = (runs: ReportInput['runs']) =>
    runs.filter(({ measure }) => wanted.has(measure.id))
  return {
    ...figures,
    framework: { ...findingFive, requirements: chosen },
    // A feature runs all of its measures: those that nobody asked for leave no record in the report.
    runs: ofThese(figures.runs),
    earlier: figures.earlier.map(({ period: before, runs }) => ({
      period: before,
      runs: ofThese(runs),
    })),
  }
}

/** The figures of a period at a cut with their trend, and none of the records behind them; of all measures, or of these. */
export async function gatherFigures(
  db: ReadDb,
  period: Period,
  cut: Cut,
  wanted?: readonly string[],
  output: Output = 'restricted',
  named?: MeasureVersions,
): Promise<ReportInput> {
  const before = earlierPeriods(period, trendPeriods)
  const [runs = [], ...earlier] = await runInTurns(db, [period, ...before], cut, named, wanted)
  const found = units.at(db, cut.auditSeq)[0]
  return {
    unit: {
      name: found?.name ?? '',
      provider: found?.provider ?? '',
      odsCode: found?.odsCode ?? null,
      region: found?.region ?? null,
    },
    period,
    cut,
    version: 1,
    state: 'draft',
    distribution: [],
    preparedBy: null,
    approvedBy: null,
    framework: findingFive,
    levelRules: defaultLevelRules,
    runs,
    earlier: before.map((one, index) => ({ period: one, runs: earlier[index] ?? [] })),
    openHighActions: openHighActions(db, cut),
    ...judgementsAt(db, period, cut, output),
    subjects: new Map(),
    rows: new Map(),
    overrides: [],
    episodes: null,
    ruleSets: ruleSetsAt(db, period, cut),
    oneShiftAccounts: oneShiftAccounts(db, period, cut),
    signingFingerprint: unitKeys(db, cut.auditSeq).at(-1)?.fingerprint ?? null,
    auditHead: { seq: cut.auditSeq, hash: headOf(db, cut) },
    software: { name: 'MBU Assurance', version: appVersion },
  }
}

/** One measure of a period at a cut, with the records behind it. */
export async function gatherMeasure(
  db: ReadDb,
  period: Period,
  cut: Cut,
  id: string,
): Promise<ReportInput> {
  const figures = await gatherFigures(db, period, cut, [id])
  const behind = figures.runs
    .filter(({ measure }) => measure.id === id)
    .flatMap(({ members }) => members.flatMap(({ records }) => records))
  return { ...figures, ...(await withRows(db, behind, cut)) }
}

async function withRows(db: ReadDb, behind: readonly RecordRef[], cut: Cut) {
  const rows = new Map<string, Row>()
  for (const part of Map.groupBy(behind, ({ type }) => type).values()) {
    for (const [key, row] of rowsOf(db, part)) rows.set(key, row)
    await turn()
  }
  return { rows, subjects: subjectsOf(db, rows, cut.auditSeq) }
}

/** Every override of a period, of every feature. */
export const overridesOf = (db: ReadDb, period: Period, cut: Cut) => [
  ...overridesIn(db, period, cut),
  ...admissionOverrides(db, period, cut),
  ...readerStandIns(db, period, cut),
]

/** The rule that an override speaks of, in its own words: never what a person typed. */
const ruleWords = new Map([
  ...conditions.map(({ rule, message }) => [rule, message] as const),
  [escortOverrideRule, 'Who goes with a sick baby: lower than the rules say'],
])
const requirementOf = (ruleId: string) =>
  ruleId === escortOverrideRule ? '5e' : ruleId.startsWith('SUP-') ? '5d' : '5a'

function overridesIn(
  db: ReadDb,
  period: Period,
  cut: Cut,
): (OverrideInput & { type: string; version: number })[] {
  const roles = new Map(accounts.at(db, cut.auditSeq).map((row) => [row.staffId, row.role]))
  return overrides
    .at(db, cut.auditSeq, { from: period.from, to: period.to })
    .map(({ recordId, version, ruleId, dueAt, secondPersonId, author, overriddenAt }) => ({
      type: 'rule_override',
      recordId,
      version,
      requirement: requirementOf(ruleId),
      rule: ruleWords.get(ruleId) ?? ruleId,
      at: overriddenAt,
      byRole: roles.get(author) ?? 'not known',
      secondRole: secondPersonId === null ? null : (roles.get(secondPersonId) ?? 'not known'),
      dueAt,
      kept: null,
    }))
}

/** The revisions in force at the end of the period, one of each kind. */
function ruleSetsAt(db: ReadDb, period: Period, cut: Cut): RuleSetInput[] {
  const all = ruleSets.at(db, cut.auditSeq)
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  return kinds.flatMap((kind) => {
    const set = inForce(all, kind)(period.to < cut.at ? period.to : cut.at)
    if (!set) return []
    const { revision, title, source, effectiveFrom, approvedAt, reviewDue } = set
    return [
      { kind, revision, title, source, effectiveFrom, approved: approvedAt !== null, reviewDue },
    ]
  })
}

const headOf = (db: ReadDb, cut: Cut): string =>
  db.row<{ mac: string }>('select mac from audit where seq = @seq', { seq: cut.auditSeq })?.mac ??
  ''
