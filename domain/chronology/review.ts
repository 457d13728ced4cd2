import { z } from 'zod'
import type { FieldMessage } from '../shared/failure.ts'
import { line, note, optionalText } from '../shared/text.ts'
import { sourceKinds } from '../shared/who-knows-her.ts'
import type { HistoryAnalysis } from './rule-content.ts'

/** The analysis of health-service use by a named professional (Child Z, Finding Three c and d; domain.md 6.1). */

export const signAnswers = ['present', 'not-present', 'cannot-say'] as const
export type SignAnswer = (typeof signAnswers)[number]

export const signAnswerLabels: Record<SignAnswer, string> = {
  present: 'Yes, I see this',
  'not-present': 'No',
  'cannot-say': 'Cannot be said from what is known',
}

/** What is done next: never what it "is". Source: domain.md 6.1 (RCPCH 2021), to be confirmed. */
export const conclusions = ['no-step', 'ask-more', 'discuss', 'paediatrician', 'at-once'] as const
export type Conclusion = (typeof conclusions)[number]

export const conclusionLabels: Record<Conclusion, string> = {
  'no-step': 'No further step now; it is looked at again when another contact is recorded',
  'ask-more': 'More has to be asked for before anything can be said',
  discuss: 'Talked over with the named nurse or named doctor for safeguarding',
  paediatrician: 'A named or responsible paediatrician leads from here',
  'at-once':
    'Immediate danger: police and children’s social care called at once, carer not alerted',
}

export const reviewInput = z.object({
  stayId: z.uuid(),
  lookedAt: z.array(z.enum(sourceKinds)).min(1, 'Choose what you have looked at'),
  signs: z.array(
    z.object({
      signId: z.string().max(20),
      answer: z.enum(signAnswers, 'Answer this question'),
      why: optionalText(line),
    }),
  ),
  analysis: note,
  /** What it means for the baby. */
  impact: line,
  conclusion: z.enum(conclusions, 'Choose what is done next'),
  nextStep: optionalText(line),
  /** The contacts that the reviewer had before them. */
  contactsHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ReviewInput = z.output<typeof reviewInput>

/** What is missing from an analysis, or does not follow, at its fields; empty where nothing is. */
export function reviewFaults(input: ReviewInput, set: HistoryAnalysis): FieldMessage[] {
  const faults: FieldMessage[] = []
  const answers = new Map(input.signs.map((one) => [one.signId, one]))
  for (const [index, { id }] of set.signs.entries()) {
    const given = answers.get(id)
    if (!given) faults.push({ field: `signs.${index}.answer`, message: 'Answer this question' })
    else if (given.answer === 'present' && given.why === undefined)
      faults.push({ field: `signs.${index}.why`, message: 'Enter what you see it in' })
  }
  const seen = input.signs.some(({ answer }) => answer === 'present')
  // One sign is enough to talk to somebody (domain.md 6.1).
  if (seen && (input.conclusion === 'no-step' || input.conclusion === 'ask-more'))
    faults.push({
      field: 'conclusion',
      message: 'You see a sign: talk it over with the named nurse or doctor at least',
    })
  if (input.conclusion !== 'no-step' && input.nextStep === undefined)
    faults.push({ field: 'nextStep', message: 'Enter with whom, when, and who does what' })
  return faults
}
