import { dateOf } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { Instant } from '../shared/time.ts'
import { capacityFaults } from './capacity.ts'
import { type AssessmentInput, capacityOf } from './record.ts'
import type { RelationshipRules } from './rule-content.ts'

interface Around {
  rules: RelationshipRules
  pair: { startedAt: Instant; endedAt: Instant | null }
  /** No assessment of this mother and baby came before it. */
  isFirst: boolean
  now: Instant
}

/** What cannot be true of an assessment, at its fields; empty where nothing is wrong. */
export const assessmentFaults = (input: AssessmentInput, around: Around): FieldMessage[] => [
  ...timeFaults(input, around),
  ...toolFaults(input, around),
  ...capacityFaults(capacityOf(input), dateOf(input.ratedAt), {
    observed: input.observed,
    interpretation: input.interpretation,
    strengths: input.strengths,
    concerns: input.concerns,
    illness: input.illness ?? '',
    changeText: input.changeText ?? '',
    capacitySteps: input.capacitySteps ?? '',
  }),
  ...(around.isFirst || input.change !== undefined
    ? []
    : [{ field: 'change', message: 'Say how it is against the assessment before' }]),
]

function timeFaults(input: AssessmentInput, { pair, now }: Around): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  const { ratedAt, observedFrom, observedTo } = input
  if (ratedAt > now) complain('ratedAt', 'This time is still to come. Enter when they agreed on it')
  if (ratedAt < pair.startedAt)
    complain('ratedAt', 'Mother and baby were not together here yet. Check the date')
  if (pair.endedAt !== null && ratedAt > pair.endedAt)
    complain('ratedAt', 'Mother and baby had left by then. Check the date')
  if (observedFrom < dateOf(pair.startedAt))
    complain('observedFrom', 'Mother and baby were not together here yet. Check the date')
  if (observedTo > dateOf(ratedAt))
    complain('observedTo', 'This is after it was rated. Enter the last day that was watched')
  return faults
}

function toolFaults({ tools, ratedAt }: AssessmentInput, { rules, pair }: Around): FieldMessage[] {
  return tools.flatMap(({ toolId, scoredOn, scores }, index): FieldMessage[] => {
    const at = (field: string, message: string) => ({ field: `tools.${index}.${field}`, message })
    const tool = rules.tools.find(({ id }) => id === toolId)
    if (!tool) return [at('toolId', 'This tool is not on the unit’s list. Choose one that is')]
    const { least, most } = tool
    const range = least === null || most === null ? '' : `Enter a score from ${least} to ${most}`
    return [
      ...(scoredOn > dateOf(ratedAt)
        ? [at('scoredOn', 'This is after it was rated. Enter the day that it was scored')]
        : []),
      ...(scoredOn < dateOf(pair.startedAt)
        ? [at('scoredOn', 'Mother and baby were not together here yet. Check the date')]
        : []),
      ...scores.flatMap(({ scaleId, score }, which) => {
        if (score == null) return []
        if (!tool.scales.some(({ id }) => id === scaleId))
          return [at(`scores.${which}.score`, 'This tool has no such scale')]
        const outside = (least !== null && score < least) || (most !== null && score > most)
        return outside ? [at(`scores.${which}.score`, range || 'Check the score')] : []
      }),
    ]
  })
}
