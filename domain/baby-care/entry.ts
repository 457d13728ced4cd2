import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import {
  type CareKind,
  type CareSource,
  careKinds,
  careSourceLabels,
  careSources,
  typedAmount,
  wayRule,
} from './kinds.ts'

/** One entry of the log: what happened, when, and how it is known. The amount is as it is typed. */
export interface CareEntry {
  kind: CareKind
  way: string
  happenedAt: Instant
  source: CareSource
  amount: number | null
  /** An unlikely amount was asked again and is right. */
  confirmed: boolean
  medicine: string | null
  dose: string | null
  note: string
}

const optionalLine = optionalText(line).transform((text) => text ?? null)

export const entryShape = {
  kind: z.enum(careKinds, { error: 'Choose what it was' }),
  way: line,
  happenedAt: instantSchema,
  source: z.enum(careSources, { error: 'Say whether staff saw it or the mother told it' }),
  amount: z.number({ error: 'Enter a number' }).nullable().default(null),
  confirmed: z.boolean().default(false),
  medicine: optionalLine,
  dose: optionalLine,
  note: optionalText(note).transform((text) => text ?? ''),
}

/** What stands against an entry by itself, each at its field; empty where nothing does. */
export function entryFaults(entry: CareEntry): FieldMessage[] {
  const rule = wayRule(entry.kind, entry.way)
  if (!rule) return [{ field: 'way', message: 'Choose how it was' }]
  return [...amountFaults(entry), ...medicineFaults(entry), ...noteFaults(entry)]
}

function amountFaults({ kind, way, amount, confirmed }: CareEntry): FieldMessage[] {
  const rule = wayRule(kind, way)?.amount
  const at = (field: string, message: string): FieldMessage[] => [{ field, message }]
  if (!rule)
    return amount === null ? [] : at('amount', 'Nothing is measured here. Leave the amount empty')
  const { label, unit, decimals, needed, possible, expected } = rule
  if (amount === null) return needed ? at('amount', `Enter it in ${unit}`) : []
  const steps = amount * 10 ** decimals
  if (Math.abs(steps - Math.round(steps)) > 1e-6)
    return at(
      'amount',
      decimals === 0 ? `Enter whole ${unit}` : `Enter it to one place after the point`,
    )
  if (amount < possible[0] || amount > possible[1])
    return at(
      'amount',
      `${label} must be between ${possible[0]} and ${possible[1]} ${unit}. Check the unit`,
    )
  if ((amount < expected[0] || amount > expected[1]) && !confirmed)
    return at('confirmed', `${amount} ${unit} is unlikely. Check it; if it is right, say so`)
  return []
}

const medicineFaults = ({ kind, medicine, dose }: CareEntry): FieldMessage[] =>
  kind === 'medicine'
    ? [
        ...(medicine === null ? [{ field: 'medicine', message: 'Enter the medicine' }] : []),
        ...(dose === null ? [{ field: 'dose', message: 'Enter the dose that was given' }] : []),
      ]
    : []

function noteFaults({ kind, way, note: said }: CareEntry): FieldMessage[] {
  const needed = wayRule(kind, way)?.noteNeeded
  return needed && said === '' ? [{ field: 'note', message: needed }] : []
}

/** How a weight stands to the one before it, where nobody would believe it: asked again, and kept if confirmed. */
export function weightFault(grams: number, before: number | null): FieldMessage[] {
  if (before === null || Math.abs(grams - before) / before <= unlikelyChange) return []
  const message = `The last weight was ${before} g: a difference of ${Math.abs(grams - before)} g. Check it; if it is right, say so`
  return [{ field: 'confirmed', message }]
}

/** Source: product default, a change of more than a fifth from one weight to the next. */
const unlikelyChange = 0.2

/** An entry in a few words: "Bottle, formula, 90 ml". */
export function entryText({
  kind,
  way,
  amount,
  medicine,
  dose,
}: Omit<CareEntry, 'happenedAt'>): string {
  const rule = wayRule(kind, way)
  const quantity = amount !== null && rule?.amount ? `${figure(amount)} ${rule.amount.unit}` : null
  const said = kind === 'medicine' ? [medicine, dose] : [rule?.label ?? way, quantity]
  const one = kind === 'temperature' || kind === 'weight' ? [quantity] : said
  return one.filter(Boolean).join(', ')
}

/** A number as it is read: "4,210", "37.5". */
export const figure = (value: number): string => value.toLocaleString('en-GB')

/** The stored amount of a way as it is typed and shown; null stays null. */
export function amountOf(kind: CareKind, way: string, stored: number | null): number | null {
  const rule = wayRule(kind, way)?.amount
  return stored === null ? null : rule ? typedAmount(rule, stored) : stored
}

export const sourceText = (source: CareSource): string => careSourceLabels[source]
