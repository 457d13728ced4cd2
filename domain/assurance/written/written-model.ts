import { z } from 'zod'
import { actionStatuses } from '../../oversight/action.ts'
import { type FindingKind, findingKindLabels } from '../../oversight/visit.ts'
import {
  type EvidenceKind,
  evidenceKindLabels,
  type VisitKind,
  visitKindLabels,
} from '../../oversight/words.ts'
import { civilDateSchema } from '../../shared/calendar.ts'
import { leavingTextSchema } from './free-text.ts'
import { type CommentOutcome, commentOutcomeLabels } from './words.ts'

/**
 * What people wrote for a report, beside what was computed: the unit's narrative, what visits found, the
 * improvement plan, and the factual check. Every typed text in it is cleared, or withheld and says so.
 */

const line = z.string()
/** The id of a requirement; null for the report as a whole. */
const requirement = line.nullable()
const evidenceKinds = Object.keys(evidenceKindLabels) as [EvidenceKind, ...EvidenceKind[]]
const findingKinds = Object.keys(findingKindLabels) as [FindingKind, ...FindingKind[]]
const visitKinds = Object.keys(visitKindLabels) as [VisitKind, ...VisitKind[]]
const day = civilDateSchema.nullable()

export const commentOutcomes = Object.keys(commentOutcomeLabels) as [
  CommentOutcome,
  ...CommentOutcome[],
]

export const writtenModelSchema = z.strictObject({
  narratives: z.array(
    z.strictObject({
      requirement,
      /** Which wording of it this is. */
      revision: z.number().int().positive(),
      text: leavingTextSchema,
    }),
  ),
  /** The visits, audits and meetings of the period; absent in reports of before, like all that is optional here. */
  visits: z
    .array(
      z.strictObject({
        kind: z.enum(visitKinds),
        plannedOn: civilDateSchema,
        heldOn: day,
        calledOff: z.boolean(),
        /** Who came, with whom they spoke, and what they saw; null where none of it is recorded. */
        text: leavingTextSchema.nullable(),
      }),
    )
    .optional(),
  findings: z.array(
    z.strictObject({
      requirement: line,
      kind: z.enum(findingKinds),
      visit: line,
      heldOn: civilDateSchema,
      text: leavingTextSchema,
    }),
  ),
  actions: z.array(
    z.strictObject({
      requirement: line,
      what: leavingTextSchema,
      impact: leavingTextSchema.nullable(),
      dueOn: civilDateSchema,
      high: z.boolean(),
      status: z.enum(actionStatuses),
      id: line.optional(),
      /** What the one who answers for it works as; never a name. */
      owner: line.optional(),
      /** The evidence that it was done; null where there is none. */
      evidence: leavingTextSchema.nullable().optional(),
      doneOn: day.optional(),
      verifiedBy: line.nullable().optional(),
      verifiedOn: day.optional(),
      retestOn: day.optional(),
      retestedOn: day.optional(),
      /** It was due before the period, and is rolled forward. */
      earlier: z.boolean().optional(),
    }),
  ),
  /** The evidence behind the requirements, with whether it counts; absent in reports of before. */
  evidence: z
    .array(
      z.strictObject({
        requirements: z.array(line),
        kind: z.enum(evidenceKinds),
        /** Title, revision and where it is kept: typed. */
        text: leavingTextSchema,
        effectiveFrom: civilDateSchema,
        effectiveTo: civilDateSchema.nullable(),
        reviewDue: civilDateSchema,
        /** The SHA-256 of a document; null for a record of the unit. */
        hash: line.nullable(),
        /** Why it does not count; null where it does. */
        fault: line.nullable(),
        id: line.optional(),
        owner: line.optional(),
      }),
    )
    .optional(),
  comments: z.array(
    z.strictObject({
      requirement,
      /** Null where the words are withheld: an office that was typed is free text as well. */
      office: line.nullable(),
      text: leavingTextSchema,
      outcome: z.enum(commentOutcomes).nullable(),
      answer: leavingTextSchema.nullable(),
    }),
  ),
})
export type WrittenModel = z.infer<typeof writtenModelSchema>
export type ReportedVisit = NonNullable<WrittenModel['visits']>[number]
export type ActionInReport = WrittenModel['actions'][number]

/** How many of the typed texts of a report are withheld. */
export const withheldTexts = ({
  narratives,
  visits = [],
  findings,
  actions,
  evidence = [],
  comments,
}: WrittenModel): number =>
  [
    ...narratives.map(({ text }) => text),
    ...visits.flatMap(({ text }) => text ?? []),
    ...findings.map(({ text }) => text),
    ...actions.flatMap(({ what, impact, evidence: shown }) =>
      [what, impact ?? [], shown ?? []].flat(),
    ),
    ...evidence.map(({ text }) => text),
    ...comments.flatMap(({ text, answer }) => [text, ...(answer ? [answer] : [])]),
  ].filter(({ withheld }) => withheld).length
