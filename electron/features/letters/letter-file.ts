import { createHash } from 'node:crypto'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { docxType, makeDocx } from '../../platform/docx/make-docx.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'

export const letterFormats = ['pdf', 'docx'] as const
export type LetterFormat = (typeof letterFormats)[number]

/** A letter as it is saved. Its name names no patient. */
export interface LetterFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

interface Letter {
  document: PrintDocument
  /** The name of the file without its ending. */
  stem: string
  action: string
  entity: string
  entityId: string
  patients: readonly string[]
}

/**
 * The letter in one format. Who took it, when, of whom and its hash are in the audit before it is given.
 * Rejects where it cannot be made; nothing takes its place (decision 12).
 */
export async function letterFile(
  ctx: ReadContext,
  format: LetterFormat,
  { document, stem, action, entity, entityId, patients }: Letter,
): Promise<LetterFile> {
  const bytes =
    format === 'pdf' ? await makePdf(document) : await makeDocx(document, 'MBU Assurance')
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action,
        entity,
        entityId,
        patients: [...patients],
        afterHash: createHash('sha256').update(bytes).digest('hex'),
        payload: { format, bytes: bytes.length },
      },
    ],
  }))
  return {
    name: `${stem}-${document.date}.${format}`,
    mediaType: format === 'pdf' ? 'application/pdf' : docxType,
    bytes,
  }
}
