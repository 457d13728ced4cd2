import { z } from 'zod'
import { checkIds, documentsSchema } from '../rule-documents.ts'
import { ruleCode, ruleText, sourced } from '../source.ts'

/**
 * How the mother stands to leaving the unit (decision 28). `no-leave-possible` is a section under which
 * nobody can grant leave; `not-known` is what nobody has recorded.
 */
export const motherStates = [
  'informal',
  'detained-with-leave',
  'detained-without-leave',
  'no-leave-possible',
  'not-known',
] as const
export type MotherState = (typeof motherStates)[number]

/** What a row says about whether the mother may go, before it is answered from the record. */
export const motherCells = [
  'no',
  'by-authority',
  'only-by-authority',
  'by-plan',
  'only-by-plan',
  'plan-may-forbid',
  'by-assessment',
  'by-leave',
  'with-escort',
  'yes',
] as const
export type MotherCell = (typeof motherCells)[number]

/** Who must be reached. Nobody of them ever delays 999. */
export const escortContacts = [
  'social-worker',
  'responsible-clinician',
  'holders-of-responsibility',
  'reviewing-officer',
] as const
export type EscortContact = (typeof escortContacts)[number]

export const escortContactLabels: Record<EscortContact, string> = {
  'social-worker': 'Social worker, or emergency duty team out of hours',
  'responsible-clinician': 'Responsible clinician, or the clinician on call for them',
  'holders-of-responsibility': 'Holders of parental responsibility',
  'reviewing-officer': 'Independent reviewing officer',
}

export const reachTimes = ['before-leaving', 'next-working-day'] as const
export type ReachTime = (typeof reachTimes)[number]

const childSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  /** Every status of the child is one of these. */
  z.strictObject({ kind: z.literal('only'), codes: z.array(ruleCode).min(1) }),
  /** At least one status of the child is one of these. */
  z.strictObject({ kind: z.literal('one-of'), codes: z.array(ruleCode).min(1) }),
])

const whenSchema = z.strictObject({
  mother: z.union([z.literal('any'), z.array(z.enum(motherStates)).min(1)]),
  levels: z.union([z.literal('any'), z.array(ruleCode).min(1)]),
  child: childSchema,
})
export type EscortWhen = z.infer<typeof whenSchema>

const cells = {
  text: ruleText,
  /** Members of staff for the baby; with `offer`, one is offered. */
  babyEscorts: z.int().min(0).max(4),
  offer: z.boolean(),
  motherEscorts: z.int().min(0).max(4),
  /** Without staff, only with an adult whom the plan names (domain row 4.1, SUP-3 outside). */
  approvedAdult: z.boolean().optional(),
  /** The escort that the conditions of leave under section 17, Mental Health Act name. */
  section17Escort: z.boolean(),
  motherMayGo: z.enum(motherCells),
  handOver: z.array(ruleText),
  reach: z.array(
    z.strictObject({ whom: z.enum(escortContacts), when: z.enum(reachTimes), what: ruleText }),
  ),
  ...sourced,
}

/** The content of a table of who goes with a baby: to hospital, or on leave (domain row 4.3, decision 28). */
export const escortContentSchema = z
  .strictObject({
    documents: documentsSchema,
    /** Levels that say no to the mother by themselves. */
    levelsThatForbid: z.array(ruleCode).min(1),
    rows: z.array(z.strictObject({ id: ruleCode, when: whenSchema, ...cells })).min(1),
    /** What holds where no row matches, and beside the others where something has no row of its own. */
    otherwise: z.strictObject({ id: ruleCode, ...cells }),
    notes: z.array(z.strictObject({ text: ruleText, ...sourced })),
  })
  .superRefine((content, context) => checkIds([...content.rows, content.otherwise], context))
export type EscortContent = z.infer<typeof escortContentSchema>
export type EscortRow = Omit<EscortContent['rows'][number], 'when'>
