import { type AgeBasis, type AgeForRules, ageBasis, tablesEndAtMonths } from './age-for-rules.ts'
import {
  type FindingCode,
  type FindingGroup,
  findingGroupLabels,
  findingLabels,
} from './findings.ts'
import type { Condition, Mark, ThresholdRow } from './rule-content.ts'
import { readingText, type SignCode, signs } from './signs.ts'

/** What was seen and measured at one moment, as the tables read it. */
export interface Observed {
  values: Partial<Record<SignCode, number>>
  findings: readonly FindingCode[]
  /** The groups that somebody looked at: a finding of theirs that is not listed is absent. */
  checked: readonly FindingGroup[]
}

/** A row that fired: the band, why, and where the rule comes from. */
export interface Fired<Band extends string> extends Mark {
  rowId: string
  band: Band
  text: string
  /** The reading or the findings that met the condition, in words. */
  because: string
  ageBasis: AgeBasis
}

/** Something that a table asks for and that nobody recorded. It is listed, never taken for normal. */
export interface Missing {
  what: SignCode | FindingGroup | 'age'
  label: string
}

/** The rows that fire, in the order of the table. */
export function firedRows<Band extends string>(
  rows: readonly ThresholdRow<Band>[],
  observed: Observed,
  age: AgeForRules,
): Fired<Band>[] {
  return rows.flatMap((row) => {
    const because = metBy(row.when, observed)
    const basis = because === undefined ? null : ageBasis(row.age, age)
    if (because === undefined || basis === null) return []
    const { id: rowId, band, text, source, mark } = row
    return [{ rowId, band, text, because, ageBasis: basis, source, mark }]
  })
}

/** What met the condition, in words; undefined where it is not met. */
function metBy(when: Condition, observed: Observed): string | undefined {
  if (when.kind === 'finding') {
    const found = observed.findings.filter((code) => when.anyOf.includes(code))
    return found.length > 0 ? found.map((code) => findingLabels[code]).join(', ') : undefined
  }
  const value = observed.values[when.sign]
  if (value === undefined || !within(when, value)) return undefined
  return `${signs[when.sign].label} ${readingText(when.sign, value)}`
}

function within(when: Extract<Condition, { kind: 'value' }>, value: number): boolean {
  return (
    (when.atLeast === undefined || value >= when.atLeast) &&
    (when.above === undefined || value > when.above) &&
    (when.atMost === undefined || value <= when.atMost) &&
    (when.below === undefined || value < when.below)
  )
}

/** The signs and groups of findings that a table needs and that are not there, and limits that it does not hold. */
export function missingFrom(
  needs: { signs: readonly SignCode[]; groups: readonly FindingGroup[] },
  observed: Observed,
  age: AgeForRules,
): Missing[] {
  const unread = needs.signs
    .filter((code) => observed.values[code] === undefined)
    .map((code) => ({ what: code, label: signs[code].label }))
  const unchecked = needs.groups
    .filter((group) => !observed.checked.includes(group))
    .map((group) => ({ what: group, label: findingGroupLabels[group] }))
  return [...unread, ...unchecked, ...outgrown(age)]
}

function outgrown({ chronological }: AgeForRules): Missing[] {
  if (chronological === null)
    return [{ what: 'age', label: 'Date of birth: every age row was read, the careful reading' }]
  const { months } = chronological
  if (months < tablesEndAtMonths) return []
  const label = `The limits for breathing and heart rate at ${months} months: this table holds those under 12 months`
  return [{ what: 'age', label }]
}
