import type { z } from 'zod'
import type { PersonKind } from '#domain/people/record.ts'
import { personFaults, usedNumberMessage } from '#domain/people/rules.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { saidOf } from '#domain/shared/plausible.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { sameFaults } from './alike.ts'
import { basisContent, checkBasis } from './facts.ts'
import { faultsOfBirth, isInUse } from './in-use.ts'
import { numberUsedBy, personById, searchNameOf } from './queries.ts'
import type { newPersonInput, PersonDetails, PersonInput } from './schemas.ts'

/** What is wrong with a person before anything is written, at fields below `prefix`. */
export function faultsOfPerson(
  db: ReadDb,
  input: PersonDetails,
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

const content = (input: PersonDetails, basis: Basis) => ({
  ...input,
  ...basisContent(basis),
  bornOnEstimate: input.bornOnEstimate ?? null,
  searchName: searchNameOf(input.givenName, input.familyName),
})

/** Writes a person within a transaction of its caller, who has checked it and says how it is known. */
export function insertPerson(
  tx: WriteTx,
  input: PersonDetails,
  basis: Basis,
): { id: string; note: AuditNote } {
  const { recordId } = tx.insert(person, content(input, basis))
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

/** Records somebody new. Refuses who may be on record already, until somebody says that this is another person. */
export function addPerson(
  ctx: CommandContext,
  { basis, anotherPerson, ...input }: z.output<typeof newPersonInput>,
) {
  refuseAll([
    ...faultsOfPerson(ctx.db, input, ctx.now),
    ...(anotherPerson ? [] : sameFaults(ctx.db, input)),
  ])
  checkBasis(basis, ctx.now, 'basis', saidOf(input))
  return ctx.write((tx) => {
    const made = insertPerson(tx, input, basis)
    return { value: { id: made.id }, audit: [made.note] }
  })
}

export function changePerson(
  ctx: CommandContext,
  input: { id: string; version: number; reason: string; person: PersonInput },
) {
  const { basis, ...typed } = input.person
  const before = personById(ctx.db, input.id, 'id')
  if (before.kind !== typed.kind)
    refuse('invalid', 'A mother, a baby and another person are not turned into each other', [
      { field: 'person.kind', message: 'Record this person anew, and withdraw this record' },
    ])
  refuseAll([
    ...faultsOfPerson(ctx.db, typed, ctx.now, 'person.', input.id),
    ...faultsOfBirth(ctx.db, input.id, typed).map(({ field, message }) => ({
      field: `person.${field}`,
      message,
    })),
  ])
  checkBasis(basis, ctx.now, 'person.basis', saidOf(typed))
  return ctx.write((tx) => {
    const { version } = tx.amend(
      person,
      input.id,
      input.version,
      content(typed, basis),
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
