import type { z } from 'zod'
import type { SafeToContact } from '#domain/people/record.ts'
import { notKnownToBeSafe, relationFaults, throughFaults, tieFaults } from '#domain/people/ties.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { carries } from '#domain/shared/provenance.ts'
import { contact, tie } from '#drizzle/schema/people.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { newFactOf } from '../communications/new-fact.ts'
import { dutiesOf } from './duties.ts'
import { basisContent, basisOf, checkBasis, factService } from './facts.ts'
import { refuseAll } from './person-service.ts'
import { personById } from './queries.ts'
import type { contactInput, tieInput } from './schemas.ts'
import { statementColumns } from './settled.ts'

const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const

function checkThrough(safeToContact: SafeToContact, contactThrough: string | undefined): void {
  refuseAll(throughFaults({ safeToContact, contactThrough: contactThrough ?? null }))
}

type TieInput = z.output<typeof tieInput>

const rederived = dutiesOf('select distinct to_person_id as id from tie where record_id = @id')

/** Ties between people, each with its basis and whether contact is safe (decision 30). */
export const ties = factService({
  table: tie,
  entity: 'tie',
  whose: ['personId', 'toPersonId'],
  check(ctx, input: TieInput) {
    const who = personById(ctx.db, input.personId, 'personId')
    const to = personById(ctx.db, input.toPersonId, 'toPersonId')
    if (input.personId === input.toPersonId)
      refuseField('toPersonId', 'A person cannot be tied to themselves. Choose somebody else')
    if (input.parentalResponsibility === 'yes' && to.kind !== 'baby')
      refuseField('parentalResponsibility', 'Parental responsibility is held for a child alone')
    refuseAll([
      ...relationFaults(who.kind, input.relation),
      ...tieFaults(
        {
          ...input,
          contactThrough: input.contactThrough ?? null,
          basisKind: input.basis.kind,
        },
        who.kind,
      ),
    ])
    checkBasis(input.basis, ctx.now)
  },
  content: ({ basis, contactThrough, ...input }) => ({
    ...input,
    contactThrough: contactThrough ?? null,
    ...basisContent(basis),
  }),
  patients: (input) => [input.personId, input.toPersonId],
  follows: (tx, id, why) => [...rederived(tx, id, why), ...newFactOf(tx, id, why)],
})

/** Records a tie; refuses a second entry of the same tie from the same source: what differs is put right in the first. */
export function addTie(ctx: CommandContext, input: TieInput) {
  const typed = { ...input, ...basisContent(input.basis) }
  const isSame = tiesOf
    .at(ctx.db, newest, { personId: input.personId })
    .some((row) => sameEntry.every((key) => row[key] === typed[key]))
  if (isSame)
    refuseField(
      'relation',
      'This tie is on record already from the same source. Change that entry where something about it differs',
    )
  return ties.add(ctx, input)
}

const sameEntry = ['personId', 'toPersonId', 'relation', ...basisKeys] as const

type ContactInput = z.output<typeof contactInput>

/** Professionals and duty teams, for one person or for the unit. */
export const contacts = factService({
  table: contact,
  entity: 'contact',
  whose: ['personId'],
  check(ctx, input: ContactInput) {
    if (input.personId !== null) personById(ctx.db, input.personId, 'personId')
    if (input.telephone === undefined && input.email === undefined)
      refuseField('telephone', 'Enter a telephone number or an email address')
    if (input.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email))
      refuseField('email', 'Enter an email address, such as name@example.nhs.uk')
    checkThrough(input.safeToContact, input.contactThrough)
    if (input.safeToContact === 'yes' && !carries(input.basis.kind)) refuseAll([notKnownToBeSafe])
    checkBasis(input.basis, ctx.now)
  },
  content: ({ basis, telephone, email, contactThrough, ...input }) => ({
    ...input,
    telephone: telephone ?? null,
    email: email ?? null,
    contactThrough: contactThrough ?? null,
    ...basisContent(basis),
  }),
  patients: (input) => (input.personId === null ? [] : [input.personId]),
})

const tiesOf = standing(
  tie,
  ['recordId', 'version', ...statementColumns, 'basisBy', 'basisOn', 'basisDocument'],
  't.person_id = @personId or t.to_person_id = @personId',
)
const contactsOf = standing(
  contact,
  [
    'recordId',
    'version',
    'personId',
    'agency',
    'role',
    'name',
    'telephone',
    'email',
    'safeToContact',
    'contactThrough',
    ...basisKeys,
  ],
  't.person_id is @personId',
  't.agency, t.name',
)

/** Every tie to or from a person, with the name of the other. */
export function tiesOfPerson(db: ReadDb, personId: string) {
  return tiesOf.at(db, newest, { personId }).map((row) => {
    const { recordId, basisKind, basisBy, basisOn, basisDocument, ...rest } = row
    const from = personById(db, row.personId)
    const to = personById(db, row.toPersonId)
    return {
      id: recordId,
      ...rest,
      personName: `${from.givenName} ${from.familyName}`,
      toPersonName: `${to.givenName} ${to.familyName}`,
      basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }),
    }
  })
}

/** The contacts for a person, or with null those of the unit itself. */
export function contactsOfPerson(db: ReadDb, personId: string | null) {
  return contactsOf.at(db, newest, { personId }).map((row) => {
    const { recordId, basisKind, basisBy, basisOn, basisDocument, ...rest } = row
    return { id: recordId, ...rest, basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }) }
  })
}
