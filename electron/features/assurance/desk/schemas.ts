import { z } from 'zod'
import { mostSideBySide } from '#domain/assurance/desk/compare-packs.ts'
import { levels } from '#domain/assurance/levels.ts'
import { type FindingKind, findingKindLabels } from '#domain/oversight/words.ts'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { line, name, note, reason, reasonNote } from '#domain/shared/text.ts'

const findingKinds = Object.keys(findingKindLabels) as [FindingKind, ...FindingKind[]]
const of = { id: z.uuid(), version: z.int().min(1) }

export const packInput = z.strictObject({ packId: z.uuid() })
const packIds = (most: number, message: string) =>
  z
    .array(z.uuid())
    .min(1, 'Choose at least one pack')
    .max(most, message)
    .refine((ids) => new Set(ids).size === ids.length, 'Each pack is chosen once')

/** One unit’s ten years by quarters, or all units of a year by quarters for a small region: more is not read on a screen. */
export const packsInput = z.strictObject({
  packIds: packIds(
    mostSideBySide,
    `Choose at most ${mostSideBySide} packs to look at side by side. The regional summary holds more`,
  ),
})
/** 22 units over ten years by quarters are 880. */
export const summaryInput = z.strictObject({
  packIds: packIds(2_000, 'Choose at most 2,000 packs'),
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
