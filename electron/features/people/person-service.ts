import type { PersonKind } from '#domain/people/record.ts'
import { personFaults, usedNumberMessage } from '#domain/people/rules.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { faultsOfBirth, isInUse } from './in-use.ts'
import { numberUsedBy, personById, searchNameOf } from './queries.ts'
import type { PersonInput } from './schemas.ts'

/** What is wrong with a person before anything is written, at fields below `prefix`. */
export function faultsOfPerson(
  db: ReadDb,
  input: PersonInput,
  now: Instant,
  prefix = '',
  exceptId?: string,
): FieldMessage[] {
  const faults = personFaults(input, now)
  if (input.nhsNumber !== null) {
    const used = numberUsedBy(db, input.nhsNumber, exceptId)
    if (used)
      faults.push({
        field: 'nhsNumber',
        message: usedNumberMessage(input.kind, used.kind as PersonKind),
      })
  }
  return faults.map(({ field, message }) => ({ field: prefix + field, message }))
}

/** Refuses with all messages at once; does nothing when there are none. */
export function refuseAll(faults: readonly FieldMessage[]): void {
  const first = faults[0]
  if (first) refuse('invalid', first.message, [...faults])
}

const content = (input: PersonInput) => ({
  ...input,
  bornOnEstimate: input.bornOnEstimate ?? null,
  searchName: searchNameOf(input.givenName, input.familyName),
})

/** Writes a person within a transaction of its caller, who has checked it. */
export function insertPerson(tx: WriteTx, input: PersonInput): { id: string; note: AuditNote } {
  const { recordId } = tx.insert(person, content(input))
  return {
    id: recordId,
    note: {
      action: 'add',
      entity: 'person',
      entityId: recordId,
      entityVersion: 1,
      patients: [recordId],
    },
  }
}

export function addPerson(ctx: CommandContext, input: PersonInput) {
  refuseAll(faultsOfPerson(ctx.db, input, ctx.now))
  return ctx.write((tx) => {
    const made = insertPerson(tx, input)
    return { value: { id: made.id }, audit: [made.note] }
  })
}

export function changePerson(
  ctx: CommandContext,
  input: { id: string; version: number; reason: string; person: PersonInput },
) {
  const before = personById(ctx.db, input.id, 'id')
  if (before.kind !== input.person.kind)
    refuse('invalid', 'A mother, a baby and another person are not turned into each other', [
      { field: 'person.kind', message: 'Record this person anew, and withdraw this record' },
    ])
  refuseAll([
    ...faultsOfPerson(ctx.db, input.person, ctx.now, 'person.', input.id),
    ...faultsOfBirth(ctx.db, input.id, input.person).map(({ field, message }) => ({
      field: `person.${field}`,
      message,
    })),
  ])
  return ctx.write((tx) => {
    const { version } = tx.amend(
      person,
      input.id,
      input.version,
      content(input.person),
      input.reason,
    )
    return {
      value: { id: input.id, version },
      audit: [
        {
          action: 'change',
          entity: 'person',
          entityId: input.id,
          entityVersion: version,
          patients: [input.id],
          reason: input.reason,
        },
      ],
    }
  })
}

/** Marks a person as entered in error, where no stay, pair or tie hangs on the record. */
export function withdrawPerson(
  ctx: CommandContext,
  input: { id: string; version: number; reason: string },
) {
  personById(ctx.db, input.id, 'id')
  if (isInUse(ctx.db, input.id))
    refuse('held', 'A stay or a tie hangs on this record. Correct the record instead')
  return ctx.write((tx) => {
    const { version } = tx.withdraw(person, input.id, input.version, input.reason)
    return {
      value: { id: input.id, version },
      audit: [
        {
          action: 'withdraw',
          entity: 'person',
          entityId: input.id,
          entityVersion: version,
          patients: [input.id],
          reason: input.reason,
        },
      ],
    }
  })
}
