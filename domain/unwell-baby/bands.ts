import { type AgeBasis, type AgeForRules, ageForRules, type Birth } from './age-for-rules.ts'
import { type BandKey, bandLabel, type EscalationContent, rankOf } from './escalation-content.ts'
import { type FeverContent, type FeverResult, fever, feverPossible } from './fever.ts'
import { feverReported, type ObservationSet, observedOf } from './observation.ts'
import { type PewsObserved, type PewsResult, pews } from './pews.ts'
import type { PewsContent, PewsLevel } from './pews-content.ts'
import type { Concern } from './record.ts'
import type { Mark } from './rule-content.ts'
import { type SepsisContent, type SepsisResult, sepsis } from './sepsis.ts'
import { type Fired, firedRows, type Observed } from './threshold.ts'

/** The rule sets that an episode is worked by: those in force when the concern was raised. */
export interface RuleBook {
  fever: FeverContent
  sepsis: SepsisContent
  pews: PewsContent
  routes: EscalationContent
}

/**
 * What has to hold before a band counts in the route: nothing, infection not ruled out, or a fever that was
 * measured, reported or cannot be ruled out (decision 24).
 */
export type Gate = 'always' | 'infection' | 'fever'

/** A band that one moment gives, with the rule that fired and its source. */
export interface Finding extends Mark {
  band: BandKey
  gate: Gate
  ruleId: string
  /** "Heart rate 160 a minute or more: Heart rate 165 a minute". */
  because: string
}

/** The three tables side by side for one set of observations. */
export interface TableResults {
  fever: FeverResult
  sepsis: SepsisResult
  pews: PewsResult
  /** A fever was measured, reported, or no temperature was taken: the fever table counts. */
  feverCounts: boolean
}

/** Reads the three tables for one set. They are always shown together, PEWS never alone (decision 25, domain row 3.5). */
export function tablesFor(rules: RuleBook, birth: Birth, set: ObservationSet): TableResults {
  return readTables(rules, set, observedOf(set), ageForRules(birth, set.observedAt))
}

function readTables(
  rules: RuleBook,
  set: ObservationSet,
  observed: PewsObserved,
  age: AgeForRules,
): TableResults {
  const { temperature } = observed.values
  return {
    fever: fever(rules.fever, observed, age),
    sepsis: sepsis(rules.sepsis, observed, age),
    pews: pews(rules.pews, observed, age),
    feverCounts: feverPossible(rules.fever, temperature, feverReported(set)),
  }
}

/** Every band that a set of observations gives, strictest first. */
export function findingsOfSet(rules: RuleBook, birth: Birth, set: ObservationSet): Finding[] {
  const observed = observedOf(set)
  const age = ageForRules(birth, set.observedAt)
  const tables = readTables(rules, set, observed, age)
  return strictestFirst(rules.routes, [
    ...rowFindings(rules, observed, age, tables),
    ...totalFindings(rules.pews, tables.pews),
  ])
}

/** What every table says by its rows and without a score: of a set, and of what was noticed with a concern. */
const rowFindings = (
  { routes }: RuleBook,
  observed: Observed,
  age: AgeForRules,
  tables: Omit<TableResults, 'feverCounts'>,
): Finding[] => [
  ...redFlags(routes, observed, age),
  ...tables.sepsis.fired.map((row) => finding(row, sepsisBands[row.band], 'infection')),
  ...tables.fever.fired.map((row) => finding(row, feverBands[row.band], 'fever')),
  ...triggerFindings(tables.pews),
]

/**
 * Every band that the concern itself gives, strictest first: always the concern, whatever any score, then
 * what was noticed with it, read as in a set. No total is given: nothing was measured.
 */
export function findingsOfConcern(rules: RuleBook, birth: Birth, concern: Concern): Finding[] {
  const observed: PewsObserved = { ...nothingMeasured, findings: concern.findings }
  const age = ageForRules(birth, concern.recognisedAt)
  const tables = {
    fever: fever(rules.fever, observed, age),
    sepsis: sepsis(rules.sepsis, observed, age),
    pews: pews(rules.pews, observed, age),
  }
  const row = rules.routes.bands.find(({ band }) => band === 'concern')
  const alone: Finding = {
    band: 'concern',
    gate: 'always',
    ruleId: 'CONCERN',
    because: `${bandLabel(rules.routes, 'concern')}: ${concern.whose === 'carer' ? 'carer' : 'staff'}`,
    source: row?.source ?? '',
    mark: row?.mark ?? 'proposal',
  }
  return strictestFirst(rules.routes, [
    alone,
    ...injuryFindings(rules.routes, concern),
    ...rowFindings(rules, observed, age, tables),
  ])
}

const nothingMeasured: Omit<PewsObserved, 'findings'> = {
  values: {},
  checked: [],
  support: null,
  consciousness: null,
  staffConcern: null,
  carerConcern: null,
  pressureFailedWithConcern: false,
}

/**
 * A bruise or injury in a baby who is not mobile, or whose mobility nobody recorded. Source: HIPS bruising
 * protocol (domain row 3.8); the rows are the rule set's own.
 */
export function injuryFindings(
  { injury }: EscalationContent,
  { findings, mobility }: Pick<Concern, 'findings' | 'mobility'>,
): Finding[] {
  const found = findings.some((code) => injury.findings.includes(code))
  if (!found || !injury.mobility.includes(mobility)) return []
  const { text, source, mark } = injury
  return [{ band: 'injury', gate: 'always', ruleId: 'INJURY', because: text, source, mark }]
}

const sepsisBands = { high: 'sepsis-high', moderate: 'sepsis-moderate' } as const
const feverBands = { red: 'fever-red', amber: 'fever-amber' } as const
const pewsBands = {
  emergency: 'pews-emergency',
  high: 'pews-high',
  medium: 'pews-medium',
  low: 'pews-low',
} as const

/** What a level asks for where no score can be given, and what a person's own raise asks for. */
export const raisedBands: Record<PewsLevel, BandKey> = {
  emergency: 'raised-emergency',
  high: 'raised-high',
  medium: 'raised-medium',
  low: 'concern',
}

const ageWords: Record<AgeBasis, string> = {
  'any age': '',
  age: '',
  'corrected age': ' (by corrected age)',
  'age not known': ' (age not known)',
}

const finding = (row: Fired<string>, band: BandKey, gate: Gate): Finding => ({
  band,
  gate,
  ruleId: row.rowId,
  because: `${said(row)}${ageWords[row.ageBasis]}`,
  source: row.source,
  mark: row.mark,
})

const said = ({ text, because }: Fired<string>) =>
  text === because ? text : `${text}: ${because.charAt(0).toLowerCase()}${because.slice(1)}`

const redFlags = (routes: EscalationContent, observed: Observed, age: AgeForRules): Finding[] =>
  firedRows(routes.signs, observed, age).map((row) => finding(row, row.band, 'always'))

/** What raises the level without a score; at an age that the chart is not for, as staff's own raise. */
const triggerFindings = ({ kind, triggers }: PewsResult): Finding[] =>
  triggers.map(({ id, level, text, source, mark }) => ({
    band: kind === 'scored' ? pewsBands[level] : raisedBands[level],
    gate: 'always',
    ruleId: id,
    because: text,
    source,
    mark,
  }))

function totalFindings({ levels }: PewsContent, result: PewsResult): Finding[] {
  if (result.kind !== 'scored') return []
  const { total, complete, levelByTotal, level } = result
  const row = levels.find((one) => one.level === (levelByTotal ?? 'low'))
  const because = complete ? `PEWS ${total}` : `PEWS ${total} at least: not all was recorded`
  const byTotal = (band: BandKey): Finding => ({
    band,
    gate: 'always',
    ruleId: 'PEWS-TOTAL',
    because,
    source: row?.source ?? '',
    mark: row?.mark ?? 'published',
  })
  if (levelByTotal) return [byTotal(pewsBands[levelByTotal])]
  return level === 'none' ? [byTotal('pews-0')] : []
}

/** The same findings, the strictest band first; within a band in the order of its table. */
export const strictestFirst = <T extends { band: BandKey }>(
  routes: EscalationContent,
  findings: readonly T[],
): T[] => [...findings].sort((a, b) => rankOf(routes, a.band) - rankOf(routes, b.band))
