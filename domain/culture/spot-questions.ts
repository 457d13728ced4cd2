import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { legalStatusOf } from '../shared/legal-status.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'

/** The bank of questions for spot checks of understanding (Finding Two e), and which five are put. */

export const spotTopics = ['plan', 'shared-responsibility', 'proceedings'] as const
export type SpotTopic = (typeof spotTopics)[number]

export const spotTopicLabels: Record<SpotTopic, string> = {
  plan: 'Child protection plan',
  'shared-responsibility': 'Shared parental responsibility',
  proceedings: 'Care proceedings',
}

/** How many questions are put at a time (assurance.md 2e-2). */
export const questionsPut = 5

const question = z
  .strictObject({
    id: ruleCode,
    about: z.enum(spotTopics),
    text: ruleText,
    options: z
      .array(z.strictObject({ id: ruleCode, text: ruleText }))
      .min(2)
      .max(5),
    /** The id of the right option. */
    right: ruleCode,
    ...sourced,
  })
  .refine(({ options, right }) => options.some(({ id }) => id === right), {
    path: ['right'],
    message: 'The right answer is not among the options',
  })
  .refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, {
    path: ['options'],
    message: 'Two answers have the same letter: nobody can tell which is right',
  })
export type SpotQuestion = z.infer<typeof question>

export const spotQuestionsSchema = z
  .strictObject({ questions: z.array(question) })
  .superRefine(({ questions }, context) => {
    const complain = (message: string) =>
      context.addIssue({ code: 'custom', path: ['questions'], message })
    if (new Set(questions.map(({ id }) => id)).size < questions.length)
      complain('An id is there twice')
    for (const topic of spotTopics)
      if (questions.filter(({ about }) => about === topic).length < questionsPut)
        complain(`Keep at least ${questionsPut} questions on: ${spotTopicLabels[topic]}`)
  })
export type SpotQuestions = z.infer<typeof spotQuestionsSchema>

export const spotQuestionsRuleSet: RuleSetKind<SpotQuestions> = {
  kind: 'spot-check-questions',
  title: 'Questions of the spot checks',
  content: spotQuestionsSchema,
}

// Proceedings in the family court about the child, issued or prepared (domain.md 4.4).
const courtCodes: ReadonlySet<string> = new Set([
  'LEG-07',
  'LEG-08',
  'LEG-09',
  'LEG-10',
  'LEG-11',
  'LEG-12',
  'LEG-15',
  'LEG-16',
  'LEG-17',
  'LEG-18',
])

/** What staff have to understand of a baby with these statuses; empty where there is no plan and no order. */
export function topicsFor(codes: readonly string[]): SpotTopic[] {
  const statuses = codes.map(legalStatusOf)
  if (!statuses.some(({ planOrOrder }) => planOrOrder)) return []
  const topics: SpotTopic[] = []
  if (statuses.some(({ dutyClass }) => dutyClass === 'C')) topics.push('plan')
  if (statuses.some(({ authorityShares, dutyClass }) => authorityShares || dutyClass === 'L'))
    topics.push('shared-responsibility')
  if (codes.some((code) => courtCodes.has(code))) topics.push('proceedings')
  return topics.length > 0 ? topics : [...spotTopics]
}

/**
 * The questions that are put: five on what applies to the baby, each topic in turn. Which ones follows from the
 * seed, the id of the check, so that nobody chooses them and the same check has the same questions.
 */
export function drawQuestions(
  bank: SpotQuestions,
  topics: readonly SpotTopic[],
  seed: string,
): SpotQuestion[] {
  const piles = topics.map((topic) =>
    bank.questions
      .filter(({ about }) => about === topic)
      .sort((a, b) => mix(seed + a.id) - mix(seed + b.id)),
  )
  const drawn: SpotQuestion[] = []
  for (let round = 0; drawn.length < questionsPut; round += 1) {
    const left = piles.flatMap((pile) => pile[round] ?? [])
    if (left.length === 0) break
    drawn.push(...left)
  }
  return drawn.slice(0, questionsPut)
}

/** FNV-1a: spreads a text over whole numbers. No secret depends on it. */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
