import { createHash } from 'node:crypto'
import { manifestPath, signaturePath } from '#domain/assurance/pack/container.ts'
import type { PackKey } from '#domain/assurance/pack/manifest.ts'
import type { PackCheck } from '#domain/assurance/pack/verify.ts'
import { making, type Steps } from '../../../platform/making.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { type FilePart, uploadPlace } from '../../../platform/upload.ts'
import { signAsUnit, unitKeys } from '../../users/unit-key.ts'
import { fileStem, type ReportFile } from '../formats/report-file.ts'
import { mayLeave } from '../release.ts'
import { reportHead, storedModel } from '../service.ts'
import { packInThread } from './pack-thread.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Seals a report: every file of it, signed as a whole by the unit's pair. Who sealed it, and its hash, are audited. */
export async function sealPack(
  ctx: ReadContext,
  { reportId }: { reportId: string },
): Promise<ReportFile> {
  const model = storedModel(ctx.db, reportId)
  const head = reportHead(ctx.db, reportId)
  const keys = unitKeys(ctx.db).map(({ publicKey, signedByPrevious }) => ({
    publicKey,
    signedByPrevious,
  }))
  return making(ctx, 'The pack', (steps) => sealWith(ctx, { reportId, model, head, keys }, steps))
}

interface ToSeal {
  reportId: string
  model: Uint8Array
  head: ReturnType<typeof reportHead>
  keys: PackKey[]
}

async function sealWith(
  ctx: ReadContext,
  { reportId, model, head, keys }: ToSeal,
  steps: Steps,
): Promise<ReportFile> {
  const files = await packInThread('files', { task: 'files', model, keys }, steps)
  const manifest = new Map(files).get(manifestPath)
  if (!manifest) throw new Error('The pack has no manifest')
  const { key, signature } = signAsUnit(ctx.db, manifest)
  const sealed = [
    ...files,
    [signaturePath, new TextEncoder().encode(`${signature}\n`)] as [string, Uint8Array],
  ]
  const bytes = await packInThread('pack', { task: 'seal', files: sealed }, steps)
  note(
    ctx,
    'pack.sealed',
    { name: 'report', id: reportId },
    {
      afterHash: hashOf(bytes),
      payload: { bytes: bytes.length, kind: head.cover.disclosure, fingerprint: key.fingerprint },
    },
  )
  return { name: `${fileStem(head)}-sealed.zip`, mediaType: 'application/zip', bytes }
}

/** What became of a pack, and whether this unit signed it. */
export interface PackVerdict extends PackCheck {
  /** The pair that signed is this unit's own, or one that it had before. */
  ownUnit: boolean
}

/** A year of a busy unit with all its records is some 100 MB. */
export const mostPackBytes = 200 * 1024 * 1024
const uploads = uploadPlace(
  mostPackBytes,
  'This pack is larger than 200 MB. Verify it on the command line: npm run mbu -- verify <pack>',
)

export const startPackCheck = (ctx: ReadContext, { bytes }: { bytes: number }) =>
  uploads.start(ctx.session, bytes)

/** Takes a part of a pack; with the last one the pack is verified. That somebody did is audited with its hash. */
export async function takePackPart(ctx: ReadContext, part: FilePart): Promise<PackVerdict | null> {
  const parts = uploads.take(ctx.session, part)
  if (!parts) return null
  const pack = new Uint8Array(Buffer.concat(parts))
  const hash = hashOf(pack)
  const check = await packInThread('check', { task: 'verify', pack })
  const own = new Set(unitKeys(ctx.db).map(({ fingerprint }) => fingerprint))
  const [signer] = check.fingerprints
  note(
    ctx,
    'pack.verified',
    { name: 'pack', id: hash },
    {
      afterHash: hash,
      payload: { whole: check.whole, findings: check.findings.length },
    },
  )
  return { ...check, ownUnit: signer !== undefined && own.has(signer) }
}

function note(
  ctx: ReadContext,
  action: 'pack.sealed' | 'pack.verified',
  entity: { name: 'report' | 'pack'; id: string },
  of: { afterHash: string; payload: Record<string, string | number | boolean> },
): void {
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })((tx) => {
    if (action === 'pack.sealed') mayLeave(tx, entity.id)
    return {
      value: null,
      audit: [{ action, entity: entity.name, entityId: entity.id, ...of }],
    }
  })
}
