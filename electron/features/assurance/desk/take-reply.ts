import type { z } from 'zod'
import { isShareable } from '#domain/assurance/any-report.ts'
import type { Level } from '#domain/assurance/levels.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { takenReply } from '#drizzle/schema/desk.ts'
import { oversightVisit, visitFinding } from '#drizzle/schema/oversight.ts'
import { setLevel } from '#drizzle/schema/report-writing.ts'
import type { CommandContext, ReadContext } from '../../../platform/serve.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb, WriteTx } from '../../../platform/unit-of-work.ts'
import { findingFive } from '../finding-five.ts'
import { reportModel, reports } from '../service.ts'
import { levelRows } from '../writing/rows.ts'
import { needUnit } from './place.ts'
import { type ReadReply, readReplyFile } from './reply-file.ts'
import type { readReplyInput, takeReplyInput } from './schemas.ts'

const taken = standing(takenReply, ['replyHash', 'fingerprint', 'deskName', 'visitId'])

/** The report of this unit that the reply is about; refuses where the unit did not make it. */
function reportOf(db: ReadDb, { reply }: ReadReply) {
  const id = db.row<{ id: string }>(
    'select record_id as id from report where model_hash = @hash order by audit_seq limit 1',
    { hash: reply.about.contentHash },
  )?.id
  const found = id === undefined ? undefined : reports(db).find((one) => one.id === id)
  return (
    found ??
    refuse(
      'held',
      `This reply is about a report of ${reply.about.unit} that this unit did not make. It is for another unit`,
    )
  )
}

/** A reply speaks of what this unit answers to: a requirement that it does not have would stand in no list. */
function needOwnRequirements({ reply: { findings, levels } }: ReadReply): void {
  const own = new Set(findingFive.requirements.map(({ id }) => id))
  const strange = [...findings, ...levels].flatMap(({ requirement }) =>
    own.has(requirement) ? [] : requirement,
  )
  if (strange.length > 0)
    refuse(
      'held',
      `This reply speaks of ${[...new Set(strange)].join(', ')}, which this unit does not have. Ask the desk for a reply to the report itself`,
    )
}

/** What a reply says, and whether the unit has had one from this key before; nothing is taken in yet. */
export function readReply(ctx: ReadContext, { text }: z.output<typeof readReplyInput>) {
  needUnit(ctx.db)
  const read = readReplyFile(text)
  reportOf(ctx.db, read)
  needOwnRequirements(read)
  const { reply, fingerprints, replyHash } = read
  const before = taken.at(ctx.db, newest)
  return {
    reply: { ...reply, keys: [] },
    fingerprint: fingerprints[0] ?? '',
    knownKey: before.some(({ fingerprint }) => fingerprints.includes(fingerprint)),
    alreadyTaken: before.some((one) => one.replyHash === replyHash),
  }
}

/**
 * Takes a reply into the unit's record: its findings as a visit that actions can answer, its levels beside the
 * unit's own, in one transaction with the reply itself.
 */
export function takeReply(ctx: CommandContext, input: z.output<typeof takeReplyInput>) {
  needUnit(ctx.db)
  const read = readReplyFile(input.text)
  const about = reportOf(ctx.db, read)
  needOwnRequirements(read)
  const { reply, fingerprints, replyHash } = read
  if (taken.at(ctx.db, newest).some((one) => one.replyHash === replyHash))
    refuse('held', 'This reply has been taken in already')
  const model = reportModel(ctx.db, about.id)
  const computed = new Map<string, Level>(
    isShareable(model)
      ? []
      : model.requirements.map(({ id, computedLevel }) => [id, computedLevel] as const),
  )
  const day = dateOf(ctx.now)
  return ctx.write((tx) => {
    const visit = tx.insert(oversightVisit, {
      kind: 'quality-visit',
      title: `Reply of ${reply.desk.name}, ${formatDate(reply.about.first)} to ${formatDate(reply.about.last)}`,
      plannedOn: day,
      heldOn: day,
      visitors: `${reply.signedBy}, ${reply.desk.name}, ${reply.desk.organisation}`,
      spokenTo: 'Nobody: from the sealed pack',
      seen: `Version ${reply.about.reportVersion} of the report`,
    })
    for (const { requirement, kind, words } of reply.findings)
      tx.insert(visitFinding, { visitId: visit.recordId, requirement, kind, words })
    for (const one of reply.levels) putLevel(tx, reply.about, one, computed, model.cover.cut)
    const made = tx.insert(takenReply, {
      replyHash,
      fingerprint: fingerprints[0] ?? '',
      deskName: reply.desk.name,
      confirmedBy: input.confirmedBy,
      visitId: visit.recordId,
      reply: Buffer.from(input.text, 'utf8'),
    })
    return {
      value: { visitId: visit.recordId },
      audit: [
        {
          action: 'reply.taken-in',
          entity: 'taken_reply',
          entityId: made.recordId,
          entityVersion: 1,
          afterHash: replyHash,
          payload: { findings: reply.findings.length, levels: reply.levels.length },
        },
      ],
    }
  })
}

/** The commissioner's level beside the unit's: a new version where one stands for the period already. */
function putLevel(
  tx: WriteTx,
  { first, last }: { first: string; last: string },
  { requirement, level, because }: { requirement: string; level: Level; because: string },
  computed: ReadonlyMap<string, Level>,
  cut: { at: string; auditSeq: number },
): void {
  const before = levelRows(tx, { first, last }).find(
    (one) => one.side === 'commissioner' && one.requirement === requirement,
  )
  const content = {
    side: 'commissioner',
    requirement,
    first,
    last,
    level,
    because,
    computedLevel: computed.get(requirement) ?? 'not-tested',
    cutAt: cut.at,
    cutSeq: cut.auditSeq,
    byRole: 'commissioner',
    secondId: null,
    secondRole: null,
  }
  if (before) tx.amend(setLevel, before.recordId, before.version, content, 'A signed reply')
  else tx.insert(setLevel, content)
}
