import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { legalStatusCodes } from '../shared/legal-status.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import { sourceKinds } from '../shared/who-knows-her.ts'

/** The classes of history documents as data: when each is expected, who reads it, by when (decision 10). */

/** Those of the ward who read every class by default; each is one named person of the stay (decision 10). */
export const wardReaders = [
  'ward-manager',
  'consultant',
  'primary-nurse',
  'admitting-nurse-in-charge',
] as const

/** Who may have to read: those of the ward, and those whom a child's status adds. */
export const readerRoles = [...wardReaders, 'safeguarding-lead'] as const
export type ReaderRole = (typeof readerRoles)[number]

export const readerRoleLabels: Record<ReaderRole, string> = {
  'ward-manager': 'Ward manager',
  consultant: 'Consultant',
  'primary-nurse': 'Primary nurse',
  'admitting-nurse-in-charge': 'Nurse in charge of the admitting shift',
  'safeguarding-lead': 'Safeguarding lead',
}

/** When a class is expected, of the sources that it comes from. */
export const expectedWhen = [
  'always', // whether or not anybody is known to hold it: a gap until then
  'source-known', // only of a source that is known
  'baby-born',
  'social-care', // children's social care is involved, or whether it is has not been settled
  'detained',
] as const

/** What may be done with it (decision 10). */
export const handlings = [
  'held', // filed and described
  'order', // filed; may go with the baby to a hospital
  'register-only', // register entry and signature alone: no file, no quoting
] as const
export type Handling = (typeof handlings)[number]

const classSchema = z.strictObject({
  id: z.string().regex(/^DOC-\d{2}$/, 'Use the form DOC-01'),
  title: ruleText,
  about: z.enum(['mother', 'baby']),
  sources: z.array(z.enum(sourceKinds)).min(1),
  /** One from every source of its kinds, or one in all. */
  fromEach: z.boolean(),
  when: z.enum(expectedWhen),
  /** Only where one of these legal statuses is in force; empty for any. */
  statuses: z.array(z.enum(legalStatusCodes as [string, ...string[]])),
  riskCritical: z.boolean(),
  /** Counts as a social-work report (Finding Five c; measure 5c-2). */
  socialWorkReport: z.boolean(),
  handling: z.enum(handlings),
  readers: z.array(z.enum(readerRoles)).min(1),
  ...sourced,
})
export type DocumentClass = z.infer<typeof classSchema>

const limit = z.strictObject({ limit: limitSchema, ...sourced })

export const historyDocumentsSchema = z
  .strictObject({
    classes: z.array(classSchema).min(1),
    limits: z.strictObject({
      riskCritical: limit,
      full: limit,
      renewal: limit,
      /** Social-work reports where nobody could read them before an unplanned admission (measure 5c-2). */
      unplannedSocialWork: limit,
      ask: limit,
      chase: limit,
    }),
    /** Who else reads what is risk-critical of a child with one of these legal statuses. */
    readersByStatus: z
      .array(
        z.strictObject({
          statuses: z.array(z.enum(legalStatusCodes as [string, ...string[]])).min(1),
          readers: z.array(z.enum(readerRoles)).min(1),
          ...sourced,
        }),
      )
      .default([]),
    /** Social-work reports count as read before the decision once one of these has signed. */
    readersBeforeDecision: z.strictObject({
      roles: z.array(z.enum(readerRoles)).min(1),
      ...sourced,
    }),
    /** The trust's legal setting: statements and expert reports may be filed and described. */
    courtPapersMayBeFiled: z.boolean(),
    notes: z.array(z.strictObject({ id: ruleCode, text: ruleText, ...sourced })),
  })
  .superRefine((set, context) => {
    const ids = set.classes.map((one) => one.id)
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', message: 'An id is there twice' })
    for (const one of set.classes)
      if (new Set(one.readers).size < one.readers.length)
        context.addIssue({ code: 'custom', message: `${one.id} names a reader twice` })
  })
export type HistoryDocuments = z.infer<typeof historyDocumentsSchema>

export const historyDocuments: RuleSetKind<HistoryDocuments> = {
  kind: 'history-documents',
  title: 'History to be read',
  content: historyDocumentsSchema,
}

/** A class that the set does not know is held to the strictest: risk-critical, read by everybody. */
const strictest: Omit<DocumentClass, 'id'> = {
  title: 'A document of no class in the list',
  about: 'mother',
  sources: ['referrer'],
  fromEach: false,
  when: 'source-known',
  statuses: [],
  riskCritical: true,
  socialWorkReport: false,
  handling: 'held',
  readers: [...wardReaders],
  source: 'Default of this product',
  mark: 'proposal',
}

export const classOf = (set: HistoryDocuments, id: string): DocumentClass =>
  set.classes.find((one) => one.id === id) ?? { ...strictest, id }

/** What may be done with a document of this class under the trust's legal setting (decision 10). */
export const handlingOf = (set: HistoryDocuments, id: string): Handling => {
  const { handling } = classOf(set, id)
  return handling === 'register-only' && set.courtPapersMayBeFiled ? 'held' : handling
}
