import { type DeskReply, replyFileSchema } from '#domain/assurance/desk/reply.ts'
import { daysOf } from '#domain/assurance/period-text.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { unit } from '#drizzle/schema/stays.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { newest, standing } from '../../../platform/standing.ts'
import { canonicalJson, type JsonValue } from '../../../platform/store/canonical.ts'
import { fingerprintOf, isSignedBy } from '../../../platform/store/signing-pair.ts'
import { signAsUnit, unitKeys } from '../../users/unit-key.ts'
import type { ReportFile } from '../formats/report-file.ts'
import { hashOf } from '../writing/stages.ts'
import { needDesk } from './place.ts'
import { noteRows, packById } from './rows.ts'

const offices = standing(unit, ['name', 'provider'])

const bytesOf = (reply: DeskReply) =>
  new TextEncoder().encode(canonicalJson(reply as unknown as JsonValue))

/** What the desk says of a pack, as a file that it signs: the unit takes it into its visits and actions. */
export function replyFile(ctx: ReadContext, { packId }: { packId: string }): ReportFile {
  const { name } = needDesk(ctx.db)
  const pack = packById(ctx.db, packId)
  const notes = noteRows(ctx.db, packId)
  if (notes.length === 0)
    refuse('held', 'Nothing is written of this pack yet. Record a finding or a level first')
  const reply: DeskReply = {
    format: 'mbu-assurance-reply',
    formatVersion: 1,
    desk: { name, organisation: offices.at(ctx.db, newest)[0]?.provider ?? name },
    signedBy: ctx.actor.name,
    madeAt: ctx.now,
    about: {
      unit: pack.unitName,
      ...daysOf({ from: pack.periodFrom, to: pack.periodTo }),
      reportVersion: pack.reportVersion,
      contentHash: pack.contentHash,
    },
    levels: notes.flatMap(({ kind, requirement, level, words }) =>
      kind === 'level' && level ? [{ requirement, level, because: words }] : [],
    ),
    findings: notes.flatMap(({ kind, requirement, words }) =>
      kind === 'level' ? [] : [{ requirement, kind, words }],
    ),
    keys: unitKeys(ctx.db).map(({ publicKey, signedByPrevious }) => ({
      publicKey,
      signedByPrevious,
    })),
  }
  const { signature, key } = signAsUnit(ctx.db, bytesOf(reply))
  const bytes = new TextEncoder().encode(`${JSON.stringify({ reply, signature }, null, 1)}\n`)
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'desk.reply-signed',
        entity: 'received_pack',
        entityId: packId,
        afterHash: hashOf(bytes),
        payload: {
          findings: reply.findings.length,
          levels: reply.levels.length,
          fingerprint: key.fingerprint,
        },
      },
    ],
  }))
  const about = `${pack.odsCode ?? 'unit'}-${reply.about.first}-to-${reply.about.last}`
  return {
    name: `reply-${about.toLowerCase()}-${dateOf(ctx.now)}.json`,
    mediaType: 'application/json',
    bytes,
  }
}

/** A reply that was read, with the fingerprints of its key and of those that it follows from. */
export interface ReadReply {
  reply: DeskReply
  fingerprints: string[]
  replyHash: string
}

const notAReply = 'This is not a reply of a commissioner’s desk, or it is damaged. Ask for it again'

/** Reads a reply's file. Refuses what is no reply, and one that was changed after it was signed. */
export function readReplyFile(text: string): ReadReply {
  const parsed = replyFileSchema.safeParse(jsonOf(text))
  if (!parsed.success) refuse('invalid', notAReply, [{ field: 'text', message: notAReply }])
  const { reply, signature } = parsed.data
  const bytes = bytesOf(reply)
  const key = reply.keys.at(-1)
  if (!key || !isSignedBy(key.publicKey, bytes, signature)) {
    const message =
      'This reply was changed after it was signed. Take nothing of it; ask for it again'
    refuse('invalid', message, [{ field: 'text', message }])
  }
  return { reply, fingerprints: chainOf(reply.keys), replyHash: hashOf(bytes) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The signing key first, then those before it as far as each signed the next. */
function chainOf(keys: DeskReply['keys']): string[] {
  const found: string[] = []
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const key = keys[at]
    if (!key) break
    found.push(fingerprintOf(key.publicKey))
    const before = keys[at - 1]
    const follows =
      before &&
      key.signedByPrevious !== null &&
      isSignedBy(before.publicKey, Buffer.from(key.publicKey, 'base64'), key.signedByPrevious)
    if (!follows) break
  }
  return found
}
