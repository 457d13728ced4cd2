import { z } from 'zod'
import type { FieldMessage } from '../shared/failure.ts'
import { note, optionalText } from '../shared/text.ts'

/**
 * What is asked of every assessment, each by itself, so that none is answered by another. Source: domain.md
 * 4.1, supervision risk assessment.
 */
export const factors = [
  'illness',
  'medicines',
  'impulsivity',
  'absconding',
  'third-persons',
  'fii-signs',
  'court-limits',
] as const
export type Factor = (typeof factors)[number]

export const factorLabels: Record<Factor, string> = {
  illness: 'The mother’s illness',
  medicines: 'Her medicines: sleepiness, how they affect her care',
  impulsivity: 'Impulsivity',
  absconding: 'Leaving with the baby',
  'third-persons': 'Other people: who visits, who may wait outside',
  'fii-signs': 'Signs of fabricated or induced illness',
  'court-limits': 'Limits set by a court or an authority',
}

export const factorAnswers = ['yes', 'no', 'not-known'] as const
export type FactorAnswer = (typeof factorAnswers)[number]

export const factorAnswerLabels: Record<FactorAnswer, string> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
}

export interface FactorRow {
  factor: Factor
  answer: FactorAnswer
  note: string
}

export const factorsSchema = z
  .partialRecord(
    z.enum(factors),
    z.object({
      answer: z.enum(factorAnswers, { error: 'Choose yes, no or not known' }),
      note: optionalText(note),
    }),
  )
  .default({})
export type FactorsInput = z.output<typeof factorsSchema>

/** What is missing of the answers; empty where each is given, and each yes says what it means. */
export function factorFaults(given: FactorsInput, requirement: string | undefined): FieldMessage[] {
  return factors.flatMap((factor): FieldMessage[] => {
    const found = given[factor]
    if (!found)
      return [
        {
          field: `factors.${factor}.answer`,
          message: `Choose yes, no or not known: ${factorLabels[factor].toLowerCase()}`,
        },
      ]
    if (found.answer !== 'yes') return []
    if (factor === 'court-limits' && requirement === undefined)
      return [
        { field: 'authorityRequirement', message: 'Enter what the court or authority requires' },
      ]
    return found.note === undefined
      ? [{ field: `factors.${factor}.note`, message: 'Enter what it means for the baby' }]
      : []
  })
}

/** The answers as rows, in the order in which they are asked. */
export const factorRows = (given: FactorsInput): FactorRow[] =>
  factors.flatMap((factor) => {
    const found = given[factor]
    return found ? [{ factor, answer: found.answer, note: found.note ?? '' }] : []
  })
