import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { acknowledgeDue } from '#domain/communications/limits.ts'
import type { DutyMethod } from '#domain/communications/record.ts'
import { firstSending } from '#domain/communications/status.ts'
import { contactRoute } from '#domain/people/contact-route.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { permits } from '#domain/users/permissions.ts'
import { dutyAcknowledgement, dutyDrop, dutySending } from '#drizzle/schema/communications.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { holdersOf } from './basis.ts'
import { checkTime, type DutyNow, dutyNow, needOpen, patientsOf } from './one-duty.ts'
import type { AcknowledgedInput, DropInput, OutcomeInput, SentInput, UndoInput } from './schemas.ts'

/** Ways in which somebody hears it said, and can answer there and then. */
const spoken: readonly DutyMethod[] = ['telephone', 'face-to-face', 'video']

const noteOf = (
  action: string,
  entity: string,
  entityId: string,
  found: Pick<DutyNow, 'family'>,
  more: Partial<AuditNote> = {},
): AuditNote => ({ action, entity, entityId, patients: patientsOf(found.family), ...more })

/**
 * Records that somebody was told. The acknowledgement's due time is fixed here; where it was said to a named
 * person, that is the acknowledgement as well. Refuses before a question is answered, and whoever must not
 * be contacted (decision 30: there is no override).
 */
export function sent(ctx: CommandContext, input: SentInput): { acknowledgeBy: string } {
  const found = dutyNow(ctx, input.dutyId)
  needOpen(found)
  const { duty, event, content } = found
  if (duty.question !== null && found.record.answers.length === 0)
    refuse('held', 'Answer the question first: whether this is a duty depends on it')
  checkTime(ctx.now, 'sentAt', input.sentAt, { at: event.occurredAt, what: 'it happened' })
  needSafeContact(ctx, found)
  if (input.heardBy && !spoken.includes(input.method))
    refuseField('heardBy', 'Nobody hears a letter or a message. Record their answer when it comes')
  const { sentAt, method } = input
  const acknowledgeBy = acknowledgeDue(content, duty.limit, sentAt)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(dutySending, {
      dutyId: duty.recordId,
      sentAt,
      method,
      toName: input.toName,
      sentBy: tx.actor.staffId,
      shared: input.shared,
      sharingBasis: input.sharingBasis,
      acknowledgeBy,
    })
    const first = noteOf('duty.sent', 'duty_sending', recordId, found, {
      payload: { duty: duty.recordId, method },
    })
    if (!input.heardBy) return { value: { acknowledgeBy }, audit: [first] }
    const heard = tx.insert(dutyAcknowledgement, {
      dutyId: duty.recordId,
      acknowledgedAt: sentAt,
      byName: input.heardBy.name,
      byRole: input.heardBy.role,
      method,
    })
    return {
      value: { acknowledgeBy },
      audit: [
        first,
        noteOf('duty.acknowledged', 'duty_acknowledgement', heard.recordId, found, {
          payload: { duty: duty.recordId },
        }),
      ],
    }
  })
}

/** Holds back what would go straight to a person whose tie says otherwise by now. */
function needSafeContact(ctx: CommandContext, { duty, family }: DutyNow): void {
  if (duty.recipient !== 'holder' || duty.personId === null) return
  for (const tie of holdersOf(ctx.db, family.babyId, family.motherId)) {
    if (tie.personId !== duty.personId) continue
    const route = contactRoute(tie.safeToContact, tie.contactThrough)
    if (route.kind === 'social-worker')
      refuse('held', `${route.because}. Ask the social worker instead`)
  }
}

/** Records that a named person outside has said that they know. Refuses what was never sent. */
export function acknowledged(ctx: CommandContext, input: AcknowledgedInput): { id: string } {
  const found = dutyNow(ctx, input.dutyId)
  needOpen(found)
  const sending = firstSending(found.record)
  if (!sending) refuse('held', 'Record first how and to whom it was sent')
  checkTime(ctx.now, 'acknowledgedAt', input.acknowledgedAt, {
    at: sending.sentAt ?? found.event.occurredAt,
    what: 'it was sent',
  })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(dutyAcknowledgement, input)
    const payload = { duty: input.dutyId }
    return {
      value: { id: recordId },
      audit: [noteOf('duty.acknowledged', 'duty_acknowledgement', recordId, found, { payload })],
    }
  })
}

const one = {
  sending: standing(dutySending, ['recordId', 'dutyId'], 't.record_id = @id'),
  acknowledgement: standing(dutyAcknowledgement, ['recordId', 'dutyId'], 't.record_id = @id'),
  drop: standing(dutyDrop, ['recordId', 'dutyId'], 't.record_id = @id'),
}
const tables = { sending: dutySending, acknowledgement: dutyAcknowledgement, drop: dutyDrop }

function needEntry(ctx: CommandContext, kind: keyof typeof one, id: string): DutyNow {
  const row = one[kind].at(ctx.db, newest, { id })[0]
  if (!row) refuse('not-found', 'This entry is not on record any more. Open the page again')
  return dutyNow(ctx, row.dutyId)
}

/** Records what came of it, once that is known. */
export function outcome(ctx: CommandContext, input: OutcomeInput): { version: number } {
  const found = needEntry(ctx, 'acknowledgement', input.id)
  return ctx.write((tx) => {
    const { version } = tx.amend(
      dutyAcknowledgement,
      input.id,
      input.version,
      { outcome: input.outcome },
      'What came of it',
    )
    const note = noteOf('duty.outcome', 'duty_acknowledgement', input.id, found, {
      entityVersion: version,
    })
    return { value: { version }, audit: [note] }
  })
}

/** Drops a duty that is not needed, with the reason: the only way in which one goes away. */
export function drop(ctx: CommandContext, input: DropInput): { id: string } {
  const found = dutyNow(ctx, input.dutyId)
  needOpen(found)
  if (found.status.state === 'acknowledged')
    refuse('held', 'This has been acknowledged. There is nothing left to drop')
  checkTime(ctx.now, 'droppedAt', input.droppedAt, {
    at: found.event.occurredAt,
    what: 'it happened',
  })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(dutyDrop, input)
    const payload = { duty: input.dutyId }
    return {
      value: { id: recordId },
      audit: [
        noteOf('duty.drop', 'duty_drop', recordId, found, { reason: input.because, payload }),
      ],
    }
  })
}

const byOthersSql = (table: string) => `select 1 from ${table}
  where record_id in (select value from json_each(@ids)) and author <> @staffId limit 1`

/** Everybody takes back their own mark; that of somebody else only who may also drop a duty (docs/states/undo.md). */
function needOwn(ctx: CommandContext, table: SQLiteTable, ids: readonly string[]): void {
  if (permits(ctx.actor.role, 'duty:drop')) return
  const values = { ids: JSON.stringify(ids), staffId: ctx.actor.staffId }
  if (ctx.db.row(byOthersSql(getTableName(table)), values))
    refuse('not-permitted', 'Somebody else recorded this. Ask them, or a nurse, to take it back')
}

/**
 * Takes back an entry that was made in error; it stays readable, and the duty is open again. Nobody has
 * acknowledged what was never sent: with the last sending its acknowledgements go, so that the next one waits
 * for its own.
 */
export function undo(ctx: CommandContext, input: UndoInput): { version: number } {
  const found = needEntry(ctx, input.kind, input.id)
  const { sendings, acknowledgements } = found.record
  const left = sendings.filter(({ recordId }) => recordId !== input.id)
  const orphans =
    input.kind === 'sending'
      ? acknowledgements.filter(
          ({ acknowledgedAt }) =>
            !left.some(({ sentAt }) => (sentAt ?? '~') <= (acknowledgedAt ?? '')),
        )
      : []
  needOwn(ctx, tables[input.kind], [input.id])
  needOwn(
    ctx,
    dutyAcknowledgement,
    orphans.map(({ recordId }) => recordId),
  )
  return ctx.write((tx) => {
    const { version } = tx.withdraw(tables[input.kind], input.id, input.version, input.reason)
    const taken = orphans.map(({ recordId, version: last }) =>
      tx.withdraw(dutyAcknowledgement, recordId, last, input.reason),
    )
    const undone = (entity: string, entityId: string, entityVersion: number) =>
      noteOf('duty.undo', entity, entityId, found, { entityVersion, reason: input.reason })
    return {
      value: { version },
      audit: [
        undone(`duty_${input.kind}`, input.id, version),
        ...taken.map((one) => undone('duty_acknowledgement', one.recordId, one.version)),
      ],
    }
  })
}
