import type { CivilDate, Cut, Instant, Period } from '../shared/time.ts'
import type { Pseudonym, Row, Subjects } from './disclosure.ts'
import type { Framework } from './framework.ts'
import type { Judgement } from './judgement.ts'
import type { LevelRules } from './levels.ts'
import type { MeasureRun } from './measure-run.ts'
import type { OneShiftInput } from './one-shift.ts'
import type { ReportState } from './report-model.ts'
import type { WrittenModel } from './written/written-model.ts'

/** Everything a report is built from. Ids are raw here and leave as pseudonyms. */
export interface ReportInput {
  unit: { name: string; provider: string; odsCode: string | null; region: string | null }
  period: Period
  cut: Cut
  /** 1 for the first report of this period, 2 for the next. */
  version: number
  state: ReportState
  /** Who it goes to, as offices: "NHS England specialised commissioning". */
  distribution: readonly string[]
  /** Roles, never names. */
  preparedBy: string | null
  approvedBy: string | null
  framework: Framework
  levelRules: LevelRules
  /** What every measure that has records found in this period. */
  runs: readonly MeasureRun[]
  /** The same measures over earlier periods, oldest first, for the trend. */
  earlier: readonly { period: Period; runs: readonly MeasureRun[] }[]
  /** Requirement id -> high-priority actions open at the cut. */
  openHighActions: ReadonlyMap<string, number>
  /** Requirement id -> the level a person set. */
  judgements: ReadonlyMap<string, Judgement>
  /** Requirement id -> the level that the commissioner gives. */
  commissionerLevels?: ReadonlyMap<string, Judgement>
  /** What people wrote for it: each text cleared for this output, or withheld. */
  written?: WrittenModel
  subjects: Subjects
  /** `recordKey` -> the version's columns, for the records that are to be listed with their fields. */
  rows: ReadonlyMap<string, Row>
  overrides: readonly OverrideInput[]
  /** Null where the episodes of the period are not given. */
  episodes: readonly EpisodeInput[] | null
  ruleSets: readonly RuleSetInput[]
  /** Accounts opened for one shift in the period. */
  oneShiftAccounts?: readonly OneShiftInput[]
  /** Other frameworks in force at the end of the period: answered by the same measures. */
  otherFrameworks?: readonly Framework[]
  partnerMeans?: readonly { question: string; n: number; mean: number | null }[]
  /** How many entries of each kind the audit has of the period. */
  auditExtract?: readonly { kind: string; entries: number }[]
  /** Of the pair with which the unit signs its packs. */
  signingFingerprint?: string | null
  auditHead: { seq: number; hash: string }
  software: { name: string; version: string }
}

/** The key of one version of one record in `rows`. */
export const recordKey = (ref: { recordId: string; version: number }): string =>
  `${ref.recordId}@${ref.version}`

export interface OverrideInput {
  recordId: string
  requirement: string
  /** The rule in plain words, from its rule set; not what a person typed. */
  rule: string
  at: Instant
  byRole: string
  secondRole: string | null
  dueAt: Instant | null
  kept: boolean | null
}

/** One unwell-baby episode. Every text is from a closed list, none is typed. */
export interface EpisodeInput {
  episodeId: string
  babyId: string
  babyBornOn: CivilDate | null
  stayArrivedAt: Instant
  recognisedAt: Instant
  band: string
  route: string
  steps: readonly { what: string; at: Instant | null; limitAt: Instant | null }[]
  outcome: string
}

export interface RuleSetInput {
  kind: string
  revision: string
  title: string
  source: string
  effectiveFrom: Instant
  approved: boolean
  reviewDue: CivilDate | null
}

/** What the platform gives: the key of the pseudonyms and the hash stay outside the domain. */
export interface ReportTools {
  pseudonym: Pseudonym
  /** SHA-256 over the canonical form, in hexadecimal. */
  hash(content: unknown): string
}
