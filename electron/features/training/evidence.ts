import { refuse } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { keptFile, readPart } from '../documents/attachments.ts'
import { keepsTrainingOf } from './person.ts'
import type { EvidenceInput } from './schemas.ts'

const versionSql = `select staff_id as staffId, evidence_hash as hash,
    exists (select 1 from training_import i where i.file_hash = c.evidence_hash) as imported
  from certificate c where c.record_id = @certificateId and c.version = @version`

/** One part of the file behind a certificate's version; to the person themselves and to who keeps the register. */
export function evidencePart(ctx: ReadContext, { part, ...of }: EvidenceInput) {
  const row = ctx.db.row<{ staffId: string; hash: string | null; imported: number }>(versionSql, of)
  if (!row || row.hash === null || row.imported === 1)
    refuse('not-found', 'No file is attached to this certificate')
  if (!keepsTrainingOf(ctx, row.staffId))
    refuse('not-permitted', 'Only the person themselves and who keeps the register see the file')
  // Told once: to tell it, the whole file is looked at.
  const mediaType = part === 0 ? keptFile(ctx, row.hash).mediaType : undefined
  return { ...readPart(ctx, row.hash, part), mediaType }
}
