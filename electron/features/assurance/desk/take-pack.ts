import { createHash } from 'node:crypto'
import type { PackCheck } from '#domain/assurance/pack/verify.ts'
import { refuse } from '#domain/shared/failure.ts'
import { receivedPack } from '#drizzle/schema/desk.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { type FilePart, uploadPlace } from '../../../platform/upload.ts'
import { packInThread } from '../pack/pack-thread.ts'
import type { OpenedPack } from '../pack/pack-worker.ts'
import { mostPackBytes } from '../pack/service.ts'
import { needDesk } from './place.ts'
import { isOnDesk, type KeyStanding, keyStanding, signerRows } from './rows.ts'

const uploads = uploadPlace(
  mostPackBytes,
  'This pack is larger than 200 MB. Verify it on the command line, and open it by its viewer',
)

/** What became of a pack: taken in, or what is not as it was sealed. */
export interface TakenPack {
  check: Pick<PackCheck, 'whole' | 'findings'>
  packId: string | null
  key: KeyStanding | null
}

export function startPack(ctx: ReadContext, { bytes }: { bytes: number }) {
  needDesk(ctx.db)
  return uploads.start(ctx.session, bytes)
}

/** Takes a part of a pack; with the last one it is verified, and taken in where every byte is as it was sealed. */
export async function takePart(ctx: ReadContext, part: FilePart): Promise<TakenPack | null> {
  const parts = uploads.take(ctx.session, part)
  return parts ? takePack(ctx, new Uint8Array(Buffer.concat(parts))) : null
}

/** Verifies and opens a pack in a thread. */
export type OpenPack = (pack: Uint8Array) => Promise<OpenedPack>
const openAlone: OpenPack = (pack) => packInThread('opened', { task: 'open', pack })

/** Verifies a pack and takes it in where it is whole. Refuses one that is on the desk already. */
export async function takePack(
  ctx: ReadContext,
  pack: Uint8Array,
  open: OpenPack = openAlone,
): Promise<TakenPack> {
  const packHash = createHash('sha256').update(pack).digest('hex')
  if (isOnDesk(ctx.db, packHash)) refuse('held', 'This pack is on the desk already')
  const { check, summary } = await open(pack)
  const { findings, fingerprints, manifest, whole } = check
  if (!whole || !manifest || !summary) {
    noteRefused(ctx, packHash, findings.length)
    return { check: { whole, findings }, packId: null, key: null }
  }
  const { unit, period, cut, report, kind } = manifest
  const packId = ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })((tx) => {
    const { recordId } = tx.insert(receivedPack, {
      packHash,
      fingerprint: fingerprints.join('\n'),
      unitName: unit.name,
      provider: unit.provider,
      odsCode: unit.odsCode,
      disclosure: kind,
      periodFrom: period.from,
      periodTo: period.to,
      cutAt: cut.at,
      reportVersion: report.version,
      stage: report.state,
      contentHash: report.contentHash,
      model: Buffer.from(summary),
    })
    return {
      value: recordId,
      audit: [
        {
          action: 'pack.taken-in',
          entity: 'received_pack',
          entityId: recordId,
          entityVersion: 1,
          afterHash: packHash,
          payload: { bytes: pack.length, kind },
        },
      ],
    }
  })
  const key = keyStanding({ unitName: unit.name, fingerprints }, signerRows(ctx.db))
  return { check: { whole, findings }, packId, key }
}

function noteRefused(ctx: ReadContext, packHash: string, findings: number): void {
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'pack.not-taken-in',
        entity: 'pack',
        entityId: packHash,
        afterHash: packHash,
        payload: { findings },
      },
    ],
  }))
}
