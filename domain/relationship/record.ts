import { z } from 'zod'
import { civilDateSchema, instantSchema } from '../shared/calendar.ts'
import { ruleCode } from '../shared/source.ts'
import { line, note, optionalText } from '../shared/text.ts'
import { type Capacity, capacityAnswers, timescales } from './capacity.ts'
import { changes, purposes, settings, trainedAnswers } from './codes.ts'

/** An assessment as it is entered. What needs the stay, the rules or the assessment before is in faults.ts. */

const rater = z.strictObject({
  staffId: z.uuid('Choose who rated'),
  trained: z.enum(trainedAnswers, 'Say whether they are trained in it'),
})

/** Empty where the tool was not scored on this scale. */
const score = z.strictObject({
  scaleId: ruleCode,
  score: z.int('Enter a whole number').min(-999).max(999).nullish(),
})

const scored = z.strictObject({
  toolId: ruleCode,
  scoredOn: civilDateSchema,
  scores: z.array(score).refine((scores) => scores.some((one) => one.score != null), {
    path: [0, 'score'],
    message: 'Enter at least one score of this tool, or take the tool out',
  }),
})

export const assessmentInputSchema = z
  .strictObject({
    pairId: z.uuid(),
    ratedAt: instantSchema,
    purpose: z.enum(purposes, 'Choose what it is for'),
    askedBy: optionalText(line),
    observedFrom: civilDateSchema,
    observedTo: civilDateSchema,
    hoursWatched: z.int().min(0).max(999).nullish(),
    settings: z.array(z.enum(settings)).min(1, 'Choose where and at what they were watched'),
    raters: z.array(rater).min(1, 'Enter who rated').max(8),
    tools: z.array(scored).max(8).default([]),
    observed: note,
    interpretation: note,
    strengths: note,
    concerns: note,
    illness: optionalText(note),
    change: z.enum(changes, 'Say how it is against the assessment before').optional(),
    changeText: optionalText(line),
    capacity: z.enum(capacityAnswers, 'Choose what has been seen of it').default('not-assessed'),
    capacitySteps: optionalText(note),
    capacityBy: civilDateSchema.nullish(),
    capacityForBaby: z.enum(timescales, 'Choose one').nullish(),
    diagnosis: optionalText(line),
    diagnosisBy: optionalText(line),
    diagnosisOn: civilDateSchema.nullish(),
  })
  .superRefine((input, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (input.purpose !== 'clinical' && input.askedBy === undefined)
      complain(['askedBy'], 'Enter which authority or court asked for it, and when')
    if (input.observedTo < input.observedFrom)
      complain(['observedTo'], 'The last day is before the first. Check both')
    const seen = new Set<string>()
    for (const [index, { staffId }] of input.raters.entries()) {
      if (seen.has(staffId)) complain(['raters', index, 'staffId'], 'This rater is there twice')
      seen.add(staffId)
    }
    const tools = new Set<string>()
    for (const [index, { toolId }] of input.tools.entries()) {
      if (tools.has(toolId)) complain(['tools', index, 'toolId'], 'This tool is there twice')
      tools.add(toolId)
    }
  })
export type AssessmentInput = z.output<typeof assessmentInputSchema>

/** The part on capacity to change, with what was left out as empty. */
export const capacityOf = (input: AssessmentInput): Capacity => ({
  capacity: input.capacity,
  capacitySteps: input.capacitySteps ?? '',
  capacityBy: input.capacityBy ?? null,
  capacityForBaby: input.capacity === 'not-assessed' ? null : (input.capacityForBaby ?? null),
  diagnosis: input.diagnosis ?? '',
  diagnosisBy: input.diagnosisBy ?? '',
  diagnosisOn: input.diagnosisOn ?? null,
})

/** What both screens and paper tell of one score. */
export interface Score {
  toolId: string
  scaleId: string
  scoredOn: string
  score: number
}
