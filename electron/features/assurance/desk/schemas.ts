import { z } from 'zod'
import { levels } from '#domain/assurance/levels.ts'
import { type FindingKind, findingKindLabels } from '#domain/oversight/words.ts'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { line, name, note, reason, reasonNote } from '#domain/shared/text.ts'

const findingKinds = Object.keys(findingKindLabels) as [FindingKind, ...FindingKind[]]
const of = { id: z.uuid(), version: z.int().min(1) }

export const packInput = z.strictObject({ packId: z.uuid() })
export const packsInput = z.strictObject({
  packIds: z
    .array(z.uuid())
    .min(1, 'Choose at least one pack')
    .max(24, 'Choose at most 24 packs')
    .refine((ids) => new Set(ids).size === ids.length, 'Each pack is chosen once'),
})
export const confirmKeyInput = z.strictObject({
  packId: z.uuid(),
  confirmedBy: line,
  confirmedOn: civilDateSchema,
})
export const deskFindingInput = z.strictObject({
  packId: z.uuid(),
  requirement: z.string().min(1, 'Choose the requirement').max(20),
  kind: z.enum(findingKinds, 'Choose what it is'),
  words: note,
})
export const deskLevelInput = z.strictObject({
  packId: z.uuid(),
  requirement: z.string().min(1, 'Choose the requirement').max(20),
  level: z.enum(levels, 'Choose a level'),
  words: reasonNote,
})
export const mistakeInput = z.strictObject({ ...of, reason })

/** A reply as its file holds it: at most 5 MB of text. */
const replyText = z
  .string()
  .min(1, 'Choose the file')
  .max(5 * 1024 * 1024, 'This file is too large to be a reply')
export const readReplyInput = z.strictObject({ text: replyText })
export const takeReplyInput = z.strictObject({ text: replyText, confirmedBy: name })

export const folderInput = z.strictObject({ folder: line })
