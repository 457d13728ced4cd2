import { createHash } from 'node:crypto'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { guessColumns, type ImportKind } from '#domain/training/import/columns.ts'
import { type Sheet, textIn } from '#domain/training/import/sheet.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import type { Session } from '../../../platform/session.ts'
import { uploadPlace } from '../../../platform/upload.ts'
import { readInThread } from './read-in-thread.ts'
import { remembered } from './remembered.ts'
import type { PartInput, StartInput } from './schemas.ts'

/** The most that a spreadsheet may weigh (decision 9). */
const mostBytes = 10 * 1024 * 1024
const uploads = uploadPlace(
  mostBytes,
  'This file is larger than 10 MB. Save the one sheet as CSV, or split it',
)

export interface HeldFile {
  uploadId: string
  fileName: string
  fileHash: string
  sheets: readonly Sheet[]
}

/** The file that somebody is looking at. It is gone with the session, and after the import. */
const held = new WeakMap<Session, HeldFile>()
const names = new WeakMap<Session, string>()

/** Before a byte is sent: refuses a file that is too large. */
export function startImport(ctx: ReadContext, { fileName, bytes }: StartInput) {
  names.set(ctx.session, fileName)
  return uploads.start(ctx.session, bytes)
}

/** Takes the next part of the file; with the last one the file is read, and what is in it is answered. */
export async function takeImportPart(ctx: ReadContext, input: PartInput) {
  const parts = uploads.take(ctx.session, input)
  if (!parts) return null
  const bytes = Buffer.concat(parts)
  const file: HeldFile = {
    uploadId: input.uploadId,
    fileName: names.get(ctx.session) ?? '',
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    sheets: await readInThread(bytes),
  }
  held.set(ctx.session, file)
  return lookOf(ctx, file)
}

const sampleRows = 5

/** What a person has to see of a file to say what its columns hold. */
function lookOf(ctx: ReadContext, { uploadId, fileName, sheets }: HeldFile) {
  const before = {
    certificates: remembered(ctx.db, 'certificates'),
    staff: remembered(ctx.db, 'staff'),
    roster: remembered(ctx.db, 'roster'),
  }
  const guesses = (kind: ImportKind, sheet: Sheet) =>
    guessColumns(kind, sheet.headings, before[kind].headings)
  return {
    uploadId,
    fileName,
    words: {
      certificates: before.certificates.words,
      staff: before.staff.words,
      roster: before.roster.words,
    },
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      headings: sheet.headings,
      rows: sheet.rows.length,
      notes: sheet.notes,
      sample: sheet.rows
        .slice(0, sampleRows)
        .map(({ row, cells }) => ({ row, cells: cells.map((cell) => textIn(cell)) })),
      guesses: {
        certificates: guesses('certificates', sheet),
        staff: guesses('staff', sheet),
        roster: guesses('roster', sheet),
      },
    })),
  }
}

/** The sheet in hand; refuses where the file is gone, as after a lock. */
export function heldSheet(ctx: ReadContext, uploadId: string, index: number) {
  const file = held.get(ctx.session)
  if (file?.uploadId !== uploadId)
    refuse(
      'held',
      'The file is not held any more: the screen was locked, or another was chosen. Choose it again',
    )
  const sheet = file.sheets[index] ?? refuseField('sheet', 'Choose a sheet of this file')
  return { file, sheet }
}

export const letGo = (session: Session) => held.delete(session)
