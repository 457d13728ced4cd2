import { fieldLists, type SignedContent, signedContent } from '#domain/documents/signed-fields.ts'
import { contentHash } from '../../platform/store/audit.ts'

/** The hash of what was received, under one list of the fields that a reader signs (decision 10). */
export function hashOfContent(content: SignedContent, list: number): string {
  const signed = signedContent(content, list)
  return contentHash(Object.keys(signed).sort(), signed)
}

interface KeptContent {
  title: string
  writer: string
  writtenOn: string | null
  summary: string
  attachmentHash: string | null
  fieldListVersion: number
  contentHash: string
}

/** The hash for each list that a signature may name; that of its own list was kept with the row. */
export function hashesOf(row: KeptContent): Record<number, string> {
  const hashes: Record<number, string> = { [row.fieldListVersion]: row.contentHash }
  for (const list of fieldLists)
    hashes[list] ??= hashOfContent(
      {
        title: row.title,
        author: row.writer,
        writtenOn: row.writtenOn,
        summary: row.summary,
        attachmentHash: row.attachmentHash,
      },
      list,
    )
  return hashes
}
