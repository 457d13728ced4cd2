import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ImportKind } from '#domain/training/import/columns.ts'
import type { takeImportPart } from '../../electron/features/training/import/held.ts'
import type { previewImport } from '../../electron/features/training/import/plan-import.ts'
import type { TestUser } from './app.ts'

export type Look = NonNullable<Awaited<ReturnType<typeof takeImportPart>>>
export type Preview = ReturnType<typeof previewImport>

/** A workbook of one sheet. */
export const workbook = (sheet: Partial<WriteSheet>) =>
  writeXlsx({ sheets: [{ name: 'Training', ...sheet }] })

export const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))

/** Sends a file as the screen does, and answers what is in it. */
export async function send(user: TestUser, bytes: Uint8Array, fileName = 'training.xlsx') {
  const start = { fileName, bytes: bytes.length }
  const { uploadId, partBytes, parts } = await user.ok<{
    uploadId: string
    partBytes: number
    parts: number
  }>('training.startImport', start)
  for (let part = 0; part < parts - 1; part += 1)
    await user.ok('training.importPart', { uploadId, part, bytes: slice(bytes, part, partBytes) })
  return user.call('training.importPart', {
    uploadId,
    part: parts - 1,
    bytes: slice(bytes, parts - 1, partBytes),
  })
}

const slice = (bytes: Uint8Array, part: number, size: number) =>
  Uint8Array.from(bytes.slice(part * size, (part + 1) * size))

/** What has to be said to preview and import the first sheet, with the guessed columns. */
export async function reading(
  user: TestUser,
  bytes: Uint8Array,
  kind: ImportKind = 'certificates',
  fileName?: string,
) {
  const reply = await send(user, bytes, fileName)
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  const look = reply.value as Look
  return { uploadId: look.uploadId, sheet: 0, kind, columns: look.sheets[0]?.guesses[kind] ?? {} }
}

/** The heading and 300 rows of certificates, twelve of them faulty, each in a way of its own. */
export function threeHundredRows(names: readonly string[], course: string) {
  const rows: (string | number | Date | null)[][] = Array.from({ length: 300 }, (_, index) => [
    names[index % names.length] ?? '',
    course,
    new Date(Date.UTC(2024, 0, 1 + index)),
    null,
    8,
  ])
  const faults: [column: number, value: string | number | Date | null][] = [
    [0, null], // no name
    [0, 'Nobody At All'],
    [1, null], // no course
    [2, new Date(Date.UTC(2027, 0, 1))], // not yet
    [2, '31/02/2025'],
    [2, '13/11/26'], // two figures
    [2, 'last spring'],
    [2, 12], // no day of anybody's training
    [3, new Date(Date.UTC(2020, 0, 1))], // expiry before completion
    [3, new Date(Date.UTC(2060, 0, 1))],
    [4, 'a day'],
    [4, -2],
  ]
  faults.forEach(([column, value], index) => {
    const row = rows[20 + index * 20]
    if (row) row[column] = value
  })
  return {
    heads: ['Employee name', 'Course title', 'Completion date', 'Expiry date', 'Duration'],
    rows,
    /** As the spreadsheet numbers them: the heading is row 1. */
    faulty: faults.map((_, index) => 22 + index * 20),
  }
}
