import type { FindingCode, FindingGroup } from '#domain/unwell-baby/findings.ts'
import { findingGroups, groupOf } from '#domain/unwell-baby/findings.ts'
import type { ObservationSet, Reading, SkipReason } from '#domain/unwell-baby/observation.ts'
import { type SignCode, signCodes } from '#domain/unwell-baby/signs.ts'

/** How a group was looked at, as the form asks it. A group that nobody answered was not recorded. */
export type Looked = 'nothing' | 'found' | 'not-looked'

/** What the form of an observation set sends, before it is put as the service takes it. */
export interface ObservationTyped
  extends Pick<ObservationSet, 'observedAt' | 'babyState' | 'feverReport' | 'carerView'> {
  readings?: Partial<
    Record<SignCode, { value?: number; confirmed?: boolean; because?: SkipReason; note?: string }>
  >
  groups?: Partial<Record<FindingGroup, { checked?: Looked; because?: string }>>
  found?: Partial<Record<FindingGroup, FindingCode[]>>
  consciousness?: ObservationSet['consciousness']
  support?: ObservationSet['support']
  staffConcern?: ObservationSet['staffConcern']
  carerConcern?: ObservationSet['carerConcern']
  note?: string
}

/** An observation set as the service takes it. What was left empty is not recorded, never normal. */
export function observationOf(typed: ObservationTyped): ObservationSet {
  return {
    observedAt: typed.observedAt,
    babyState: typed.babyState,
    feverReport: typed.feverReport ?? 'not-asked',
    carerView: typed.carerView ?? 'not-asked',
    readings: readingsOf(typed.readings ?? {}),
    groups: groupsOf(typed.groups ?? {}),
    findings: findingGroups.flatMap((group) =>
      typed.groups?.[group]?.checked === 'found' ? (typed.found?.[group] ?? []) : [],
    ),
    consciousness: typed.consciousness ?? null,
    support: typed.support ?? null,
    staffConcern: typed.staffConcern ?? null,
    carerConcern: typed.carerConcern ?? null,
    note: typed.note ?? '',
  }
}

function readingsOf(typed: NonNullable<ObservationTyped['readings']>): ObservationSet['readings'] {
  const readings: Partial<Record<SignCode, Reading>> = {}
  for (const code of signCodes) {
    const { value, confirmed = false, because, note } = typed[code] ?? {}
    if (value !== undefined) readings[code] = { kind: 'value', value, confirmed }
    else if (because !== undefined)
      readings[code] = { kind: 'not-measured', because, ...(note ? { note } : {}) }
  }
  return readings
}

function groupsOf(typed: NonNullable<ObservationTyped['groups']>): ObservationSet['groups'] {
  const groups: ObservationSet['groups'] = {}
  for (const group of findingGroups) {
    const { checked, because } = typed[group] ?? {}
    if (checked === 'not-looked') groups[group] = { checked: false, because: because ?? '' }
    else if (checked) groups[group] = { checked: true }
  }
  return groups
}

/** A set as the fields of the form hold it, to be corrected: figures as they were typed. */
export function typedOfSet(set: ObservationSet) {
  const readings: Record<string, object> = {}
  for (const code of signCodes) {
    const reading = set.readings[code]
    if (reading?.kind === 'value')
      readings[code] = { value: String(reading.value), confirmed: reading.confirmed }
    else if (reading) readings[code] = { because: reading.because, note: reading.note ?? '' }
  }
  const groups: Record<string, object> = {}
  const found: Record<string, FindingCode[]> = {}
  for (const group of findingGroups) {
    const own = set.findings.filter((code) => groupOf[code] === group)
    const check = set.groups[group]
    if (own.length > 0) found[group] = own
    const looked: Looked | undefined =
      own.length > 0 ? 'found' : check && (check.checked ? 'nothing' : 'not-looked')
    if (looked)
      groups[group] = {
        checked: looked,
        ...(check?.checked === false ? { because: check.because } : {}),
      }
  }
  return {
    babyState: set.babyState,
    feverReport: set.feverReport,
    carerView: set.carerView,
    consciousness: set.consciousness ?? '',
    support: set.support ?? '',
    staffConcern: set.staffConcern ?? '',
    carerConcern: set.carerConcern ?? '',
    note: set.note,
    readings,
    groups,
    found,
  }
}
