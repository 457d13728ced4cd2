import { z } from 'zod'
import { agencies } from '../people/record.ts'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { clockTimeSchema } from '../shared/calendar.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'

/** Whom a duty to tell is owed to (domain row 4.6). A holder of responsibility is a person, not an agency. */
export const recipientKeys = [
  'social-worker',
  'reviewing-officer',
  'guardian-or-legal',
  'health-visitor',
  'gp-baby',
  'gp-mother',
  'midwife',
  'designated-nurse',
  'host-authority',
  'named-nurse',
  'police',
  'commissioner',
  'designated-officer',
  'holder',
  'coroner',
  'child-death-review',
] as const
export type RecipientKey = (typeof recipientKeys)[number]

/** The class of the child that a cell is for. `none`: neither C nor L (decision 31). */
export const cellClasses = ['none', 'C', 'L'] as const
export type CellClass = (typeof cellClasses)[number]

/** A limit of decision 31; `working-days-before` counts back from the start of what is announced. */
export const dutyLimitSchema = z.union([
  limitSchema,
  z.strictObject({ kind: z.literal('working-days-before'), days: z.int().min(1).max(60) }),
])
export type DutyLimit = z.infer<typeof dutyLimitSchema>

const recipientSchema = z.strictObject({
  key: z.enum(recipientKeys),
  label: ruleText,
  /** Where the contact is found. */
  agencies: z.array(z.enum(agencies)),
  /** Who is told while the office is shut, where the limit cannot wait for it. */
  outOfHours: ruleText.optional(),
  /** Without a plan or order, told only if a concern or consent is recorded. */
  needsConcernWithoutPlan: z.boolean(),
  /** Only for a baby younger than this. */
  babyYoungerThanDays: z.int().min(1).optional(),
  /** Who is rung when nobody acknowledges, in their order. */
  ifSilent: z.array(ruleText).min(1),
  ...sourced,
})

const cellSchema = z.strictObject({
  recipient: z.enum(recipientKeys),
  classes: z.array(z.enum(cellClasses)).min(1),
  limit: dutyLimitSchema,
  /** The named question that has to be answered yes. */
  question: ruleCode.optional(),
  /** The duty is met through somebody else: it is done once they have been asked to. */
  through: ruleText.optional(),
  /** What has to be done, where it is more than to tell. */
  act: ruleText.optional(),
  ...sourced,
})
export type DutyCell = z.infer<typeof cellSchema>

const eventSchema = z.strictObject({
  id: ruleCode,
  title: ruleText,
  /** The event is itself a safeguarding concern: the social worker is told without a plan or order too. */
  isConcern: z.boolean(),
  /** Counted by 2e-1: it affects the welfare of the child. */
  affectsChild: z.boolean(),
  /** Whoever was told of that event, or of any (`any`), is told, in whatever class, and nobody else. */
  onlyToldOf: ruleCode.optional(),
  cells: z.array(cellSchema).min(1),
  /** What is reported by number, not told. */
  reportLine: ruleText.optional(),
})
export type DutyEventRule = z.infer<typeof eventSchema>

/** The content of a `duties` rule set: who must be told, when (domain row 4.6, decisions 30 and 31). */
export const dutiesContentSchema = z
  .strictObject({
    documents: z.array(z.strictObject({ title: ruleText, publisher: ruleText, read: ruleText })),
    officeHours: z.strictObject({ from: clockTimeSchema, to: clockTimeSchema, ...sourced }),
    /** At most this for an acknowledgement; otherwise the duty's own limit again. */
    acknowledgeAtMost: z.strictObject({ limit: limitSchema, ...sourced }),
    recipients: z.array(recipientSchema),
    questions: z.array(z.strictObject({ id: ruleCode, text: ruleText, ...sourced })),
    events: z.array(eventSchema).min(1),
  })
  .superRefine((content, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message })
    for (const key of recipientKeys)
      if (content.recipients.filter((one) => one.key === key).length !== 1)
        complain(`The recipient ${key} must be listed once`)
    const questions = new Set(content.questions.map(({ id }) => id))
    for (const id of ownQuestions) if (!questions.has(id)) complain(`The question ${id} is missing`)
    const seen = new Set<string>()
    for (const { id, cells } of content.events) {
      if (seen.has(id)) complain(`The event ${id} is there twice`)
      seen.add(id)
      for (const { question } of cells)
        if (question !== undefined && !questions.has(question))
          complain(`The event ${id} asks ${question}, which is not in the list of questions`)
    }
  })
export type DutiesContent = z.infer<typeof dutiesContentSchema>

/** Questions that the derivation asks by itself: about an order, an unknown status, a holder of responsibility. */
export const ownQuestions = [
  'legal-status',
  'order-gives-authority-responsibility',
  'order-involves-authority',
  'holds-responsibility',
] as const

export const dutiesRuleSetKind: RuleSetKind<DutiesContent> = {
  kind: 'duties',
  title: 'Who must be told, and when',
  content: dutiesContentSchema,
  // Its own source: for the trust and the authorities to agree.
  agreement: 'the trust and the authorities',
}

export const recipientOf = (content: DutiesContent, key: RecipientKey) => {
  const found = content.recipients.find((one) => one.key === key)
  if (!found) throw new Error(`No recipient ${key}`)
  return found
}

export const questionText = (content: DutiesContent, id: string): string =>
  content.questions.find((one) => one.id === id)?.text ?? id
