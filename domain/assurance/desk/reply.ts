import { z } from 'zod'
import type { FindingKind } from '../../oversight/words.ts'
import { findingKindLabels } from '../../oversight/words.ts'
import { civilDateSchema, instantSchema } from '../../shared/calendar.ts'
import { levels } from '../levels.ts'

/** What a commissioner's desk sends back to a unit about one report: findings and levels, signed (assurance.md 5). */

const line = z.string().min(1).max(500)
const note = z.string().min(1).max(100_000)
const findingKinds = Object.keys(findingKindLabels) as [FindingKind, ...FindingKind[]]

export const replySchema = z.strictObject({
  format: z.literal('mbu-assurance-reply'),
  formatVersion: z.literal(1),
  desk: z.strictObject({ name: line, organisation: line }),
  /** Who signed, by name: a commissioner in their office. */
  signedBy: line,
  madeAt: instantSchema,
  about: z.strictObject({
    unit: line,
    first: civilDateSchema,
    last: civilDateSchema,
    reportVersion: z.number().int().positive(),
    /** Of the report's content: the unit knows its own report by it. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  levels: z.array(z.strictObject({ requirement: line, level: z.enum(levels), because: note })),
  findings: z.array(z.strictObject({ requirement: line, kind: z.enum(findingKinds), words: note })),
  /** Of the desk's pair, oldest first, each signed by the one before; the last signed this. */
  keys: z
    .array(z.strictObject({ publicKey: line, signedByPrevious: z.string().max(200).nullable() }))
    .min(1)
    .max(50),
})
export type DeskReply = z.infer<typeof replySchema>

/** The file: the reply, and the signature over its canonical form, base64. */
export const replyFileSchema = z.strictObject({
  reply: replySchema,
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
