import { type CareEntry, entryFaults, weightFault } from '#domain/baby-care/entry.ts'
import { type CareKind, type CareSource, wayRule } from '#domain/baby-care/kinds.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { EntryInput } from './view.ts'

/** What the form sends: the way where the kind has several, and what was typed. */
export interface EntryTyped {
  way?: string
  happenedAt: Instant
  source: CareSource
  amount?: number
  confirmed?: boolean
  medicine?: string
  dose?: string
  note?: string
  reason?: string
}

/** A number as it is typed on a ward: "38,2" and "38.2" are the same. Undefined where it is no number. */
export function typedNumber(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined
}

/** The entry as the service takes it; a field of another way that was typed before is left out. */
export function entryOf(kind: CareKind, only: string | undefined, typed: EntryTyped): EntryInput {
  const way = typed.way ?? only ?? ''
  return {
    kind,
    way,
    happenedAt: typed.happenedAt,
    source: typed.source,
    amount: wayRule(kind, way)?.amount ? (typed.amount ?? null) : null,
    confirmed: typed.confirmed ?? false,
    medicine: typed.medicine,
    dose: typed.dose,
    note: typed.note,
  }
}

const bare: Omit<CareEntry, 'kind' | 'way' | 'amount'> = {
  happenedAt: '',
  source: 'staff',
  confirmed: false,
  medicine: 'known elsewhere',
  dose: 'known elsewhere',
  note: 'known elsewhere',
}

/** What is wrong with an amount, and what is to be asked again: as the service judges them. */
export function judgeAmount(
  kind: CareKind,
  way: string,
  amount: number,
  lastWeight: number | null,
): { fault?: string; unlikely?: string } {
  const faults = [
    ...entryFaults({ ...bare, kind, way, amount }),
    ...(kind === 'weight' ? weightFault(amount, lastWeight) : []),
  ]
  const fault = faults.find(({ field }) => field === 'amount')?.message
  if (fault) return { fault }
  const unlikely = faults.find(({ field }) => field === 'confirmed')?.message
  return unlikely ? { unlikely } : {}
}
