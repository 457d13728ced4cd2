import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import {
  type Activity,
  activities,
  type CellLevel,
  cellLevels,
  levelsIn,
  type Place,
  places,
} from './codes.ts'
import { factorsSchema } from './factors.ts'

/** What a decision says of one place and activity. */
export interface Cell {
  place: Place
  activity: Activity
  level: CellLevel
  /** Why there, and what it rests on; what only reckons leaves it out. */
  note?: string | undefined
}

export const decisionKinds = ['first', 'renewal', 'raise', 'lowering'] as const
export type DecisionKind = (typeof decisionKinds)[number]

const decisionKindLabels: Record<DecisionKind, string> = {
  first: 'First assessment',
  renewal: 'Renewed',
  raise: 'Raised',
  lowering: 'Lowered',
}

/** What a decision was, in a word or two: a raise alone and an assessment that raises are not the same. */
export const decisionLabel = ({
  kind,
  isReview,
}: {
  kind: DecisionKind
  isReview: boolean
}): string => (kind === 'raise' && isReview ? 'Reviewed and raised' : decisionKindLabels[kind])

/** A registered nurse's word on a raise (decision 21). */
export interface Confirmation {
  confirmed: boolean
  confirmedAt: Instant
}

/** What the rules read of one decision: its newest version, with its cells and the word on it, if any. */
export interface DecisionFact {
  recordId: string
  version: number
  kind: DecisionKind
  /** A whole assessment that was signed, in whatever direction; a raise alone is none. */
  isReview: boolean
  startsAt: Instant
  reviewDueAt: Instant
  decidedByRole: Role
  /** What a court or an authority requires (decision 19). */
  authorityRequirement: string | null
  cells: readonly Cell[]
  confirmation: Confirmation | null
}

/** The only grounds on which a mother and baby are kept apart. Source: decision 19. */
export const separationBases = ['consent', 'authority', 'order', 'police'] as const
export type SeparationBasis = (typeof separationBases)[number]

export const separationBasisLabels: Record<SeparationBasis, string> = {
  consent: 'Consent of the mother and every other holder of parental responsibility',
  authority: 'Decision of the authority that holds parental responsibility',
  order: 'Order of a court',
  police: 'Police protection',
}

const legalBasisSchema = z.object({
  kind: z.enum(separationBases, { error: 'Choose the legal basis of the separation' }),
  /** The document, or who said it and when. */
  document: line,
})

/** The legal basis in one line, as it is stored and printed. */
export const legalBasisText = (basis: z.infer<typeof legalBasisSchema>): string =>
  `${separationBasisLabels[basis.kind]}: ${basis.document}`

const cellSchema = z.object({
  place: z.enum(places),
  activity: z.enum(activities),
  level: z.enum(cellLevels, { error: 'Choose a level' }),
  note: optionalText(line),
})

const sameCell = (a: Cell, b: Cell) => a.place === b.place && a.activity === b.activity

/** What every assessment says, made on the unit or before arrival. */
export const assessmentContent = {
  cells: z
    .array(cellSchema)
    .min(1, 'Choose a level for at least one place')
    .max(places.length * activities.length)
    .refine(
      (cells) => cells.every((cell, i) => !cells.slice(0, i).some((c) => sameCell(c, cell))),
      'A place and activity is there twice',
    ),
  rationale: note,
  evidence: note,
  /** What is asked of every assessment; a raise asks none of it. */
  factors: factorsSchema,
  authorityRequirement: optionalText(note),
  legalBasis: legalBasisSchema.optional(),
  agreedWith: optionalText(line),
  agreedAt: instantSchema.optional(),
  motherToldAt: instantSchema.optional(),
  /** Who decided together; needed to lower (decision 20). */
  team: optionalText(line),
}

type Complain = (path: string, message: string) => void
type AssessmentContent = z.output<z.ZodObject<typeof assessmentContent>>

/** What is wrong with an assessment by itself, whenever it is made. */
export function contentFaults(input: AssessmentContent, complain: Complain): void {
  if (input.cells.some(({ place, level }) => !levelsIn(place).includes(level)))
    complain(
      'cells',
      'Inside the unit, choose a level. To keep mother and baby apart is “Separate”, with its legal basis',
    )
  if (input.cells.some(({ level }) => level === 'SUP-0') && !input.legalBasis)
    complain('legalBasis', 'Enter the legal basis of the separation, and its document')
  if (input.agreedWith && !input.agreedAt)
    complain('agreedAt', 'Enter when the social worker agreed')
  if (input.agreedAt && !input.agreedWith) complain('agreedWith', 'Enter who agreed: name and role')
}

/**
 * A supervision decision as it is entered. What can be judged without the record is judged here; the rest
 * is in faults.ts (the rule set, the stay) and conditions.ts (who may, and what must come first).
 */
export const decisionInputSchema = z
  .object({
    pairId: z.uuid(),
    startsAt: instantSchema,
    reviewDueAt: instantSchema,
    ...assessmentContent,
  })
  .superRefine((input, context) => {
    const complain: Complain = (path, message) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.reviewDueAt <= input.startsAt)
      complain('reviewDueAt', 'The review must be due after the start')
    contentFaults(input, complain)
  })
export type DecisionInput = z.infer<typeof decisionInputSchema>

/** A registered nurse's word on a raise, as it is entered. */
export const confirmationInputSchema = z
  .object({
    decisionId: z.uuid(),
    confirmed: z.boolean({ error: 'Say whether you confirm the raise' }),
    note: optionalText(note),
  })
  .refine((input) => input.confirmed || input.note !== undefined, {
    path: ['note'],
    message: 'Enter why you do not confirm the raise',
  })
export type ConfirmationInput = z.infer<typeof confirmationInputSchema>
