import { createHash } from 'node:crypto'
import { z } from 'zod'
import { auditColumns } from '../audit.ts'

/** A cell: text, a number or nothing as they are, bytes in base 64. */
export type Cell = string | number | null | { base64: string }

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })])

export const formatName = 'mbu-assurance everything'
export const formatVersion = 1

/** The first line: what this is, of which unit, up to which entry of the audit, in which layout. */
export const headLine = z.strictObject({
  format: z.literal(formatName),
  formatVersion: z.literal(formatVersion),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  cut: z.strictObject({ seq: z.int().min(1), at: z.string() }),
  layout: z.strictObject({ number: z.int(), schema: z.string() }),
})
export type Head = z.output<typeof headLine>

export const rowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), cell) })

/**
 * An entry of the audit without its keyed hash, which nobody without the unit's key can check. `chain` is in its
 * place: the SHA-256 of the entry and of the chain before, which anybody can.
 */
export const auditLine = z.strictObject({
  audit: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  chain: z.string().length(64),
})

/** A part of an attached file, which is known by the SHA-256 of the whole. */
export const attachmentLine = z.strictObject({
  attachment: z.string().regex(/^[0-9a-f]{64}$/),
  part: z.int().min(0),
  of: z.int().min(1),
  base64: z.base64(),
})

/** The last line: how many lines stand before it, and the SHA-256 over them with their line ends. */
export const endLine = z.strictObject({
  end: z.strictObject({ lines: z.int(), sha256: z.string() }),
})

/** The audit's columns as they leave: all but the two that are made with the unit's own key. */
export const auditOut = auditColumns.filter((column) => column !== 'prev' && column !== 'mac')

export const chainBefore = '0'.repeat(64)

/** The chain after one more entry. */
export const chainAfter = (before: string, entry: object): string =>
  createHash('sha256').update(before).update(JSON.stringify(entry)).digest('hex')

/** A value of the database as it is written. */
export const cellOf = (value: unknown): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') }
  throw new Error('A column holds what cannot be written')
}

/** A written value as the database takes it. */
export const storedValue = (written: Cell): string | number | null | Buffer =>
  typeof written === 'object' && written !== null ? Buffer.from(written.base64, 'base64') : written

/** The bytes of an attachment in one line: the same cuts in every file. */
export const partBytes = 256 * 1024
