import { type ContactInput, mayBeOneVisit } from '#domain/chronology/contact.ts'
import type { ClashInput, EntryInput } from '#domain/chronology/entry.ts'
import { handlingOf, historyDocuments } from '#domain/documents/rule-content.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { saidOf } from '#domain/shared/plausible.ts'
import { daysOf } from '#domain/shared/rough-date.ts'
import { chronologyEntry, historyClash } from '#drizzle/schema/chronology.ts'
import { healthContact } from '#drizzle/schema/health-use.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { registerOf } from '../documents/schemas.ts'
import { basisContent, checkBasis, checkFloor, factService } from '../people/facts.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { everybodyIn, filesOfFamily, type WholeFamily, wholeFamily } from './family.ts'
import { linesOf } from './lines.ts'
import { contactsOf } from './own-lines.ts'

/** An event of the history, as one source tells it. */
export const entries = factService({
  table: chronologyEntry,
  entity: 'chronology-entry',
  whose: ['motherId'],
  check(ctx, input: EntryInput & { family: WholeFamily }) {
    checkPerson(input.family, input.personId)
    checkBasis(input.basis, ctx.now)
    checkSource(ctx, input.family, input.receivedId)
  },
  content: ({ family, stayId: _, referralId: __, happened, ended, basis, place, ...input }) => ({
    ...input,
    motherId: family.motherId,
    happenedOn: happened.on,
    precision: happened.precision,
    endedOn: ended.on,
    place: place ?? null,
    ...basisContent(basis),
  }),
  patients: ({ family }) => everybodyIn(family),
})

/** A contact with a health service: reported beside observed. */
export const contacts = factService({
  table: healthContact,
  entity: 'health-contact',
  whose: ['motherId'],
  check(ctx, input: ContactInput & { family: WholeFamily }) {
    checkPerson(input.family, input.personId)
    // A month or a year counts by its last day: it may have been then.
    const last = daysOf(input.happened)?.[1]
    const floor = saidOf(personById(ctx.db, input.personId))
    if (last !== undefined) checkFloor('happened', last, floor)
    checkBasis(input.basis, ctx.now)
    checkSource(ctx, input.family, input.receivedId)
  },
  content: ({
    family,
    stayId: _,
    anotherThatDay: __,
    happened,
    basis,
    observed,
    outcome,
    ...input
  }) => ({
    ...input,
    motherId: family.motherId,
    happenedOn: happened.on,
    precision: happened.precision,
    observed: observed ?? '',
    outcome: outcome ?? '',
    ...basisContent(basis),
  }),
  patients: ({ family }) => everybodyIn(family),
})

/** Records a contact; one visit that two sources tell of is counted once, unless somebody has looked. */
export function addContact(ctx: CommandContext, input: ContactInput) {
  const whole = ofFamily(ctx, input)
  const same = contactsOf(ctx.db, whole.family.motherId).find((one) => mayBeOneVisit(one, whole))
  if (same && !input.anotherThatDay)
    refuseField(
      'anotherThatDay',
      `A contact with ${same.provider} on that day is on record: ${same.reported}. Correct that entry, or say that this was another`,
    )
  return contacts.add(ctx, whole)
}

/** What is entered with the family that it belongs to. Refuses what lies ahead of the moment of entry. */
export function ofFamily<Input extends EntryInput | ContactInput>(
  ctx: CommandContext,
  input: Input,
): Input & { family: WholeFamily } {
  const today = dateOf(ctx.now)
  const ahead = 'Enter a date that is not in the future'
  if (input.happened.on !== null && input.happened.on > today) refuseField('happened', ahead)
  if ('ended' in input && input.ended.on !== null && input.ended.on > today)
    refuseField('ended', ahead)
  const { stayId } = input
  const referralId = 'referralId' in input ? input.referralId : null
  return { ...input, family: wholeFamily(ctx.db, registerOf({ stayId, referralId })) }
}

function checkPerson(family: WholeFamily, personId: string | null): void {
  if (personId !== null && !everybodyIn(family).includes(personId))
    refuseField('personId', 'Choose the mother or a baby of hers')
}

/** Both accounts are lines of this page: what differs is of one family. */
function checkAccounts(ctx: CommandContext, family: WholeFamily, input: ClashInput): void {
  const lines = linesOf(ctx.db, family, filesOfFamily(ctx.db, family), ctx.now)
  const there = new Set(lines.map(({ recordId }) => recordId))
  for (const field of ['firstId', 'secondId'] as const)
    if (!there.has(input[field])) refuseField(field, 'Choose an entry of this page of history')
}

/** What stands in a court paper that is on the register alone is not quoted anywhere (decision 10). */
function checkSource(ctx: CommandContext, family: WholeFamily, receivedId: string | null): void {
  if (receivedId === null) return
  const file = receivedIn(ctx.db, family).find(({ contents }) =>
    contents.some(({ recordId }) => recordId === receivedId),
  )
  if (!file) refuseField('receivedId', 'Choose a document of this mother and baby')
  const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
  if (handlingOf(set, file.document.classId) === 'register-only')
    refuseField('receivedId', 'This kind of court paper is not quoted here. Choose another source')
}

/** Every document of the family in which something was received. */
export const receivedIn = (db: ReadDb, family: WholeFamily) =>
  filesOfFamily(db, family).filter(({ contents }) => contents.length > 0)

const clashes = standing(
  historyClash,
  ['recordId', 'version', 'firstId', 'secondId', 'what', 'state', 'settlement'],
  't.mother_id = @motherId',
)

/** What people recorded of clashes in this family. */
export const toldClashes = (db: ReadDb, motherId: string) =>
  clashes
    .at(db, newest, { motherId })
    .map((row) => ({ ...row, state: row.state === 'settled' ? 'settled' : 'open' }) as const)

/** That two accounts differ; or, the same once more, how it was settled. Neither account changes. */
export function recordClash(ctx: CommandContext, input: ClashInput) {
  const family = wholeFamily(ctx.db, registerOf(input))
  const { firstId, secondId, what, state } = input
  if (state === 'settled') checkBasis(input.basis, ctx.now)
  checkAccounts(ctx, family, input)
  const before = toldClashes(ctx.db, family.motherId).find(
    (one) =>
      (one.firstId === firstId && one.secondId === secondId) ||
      (one.firstId === secondId && one.secondId === firstId),
  )
  if (before && state === 'open')
    refuse('held', 'Somebody has recorded already that these two differ')
  const content = {
    motherId: family.motherId,
    firstId,
    secondId,
    what,
    state,
    settlement: state === 'settled' ? input.settlement : '',
    ...(state === 'settled' ? basisContent(input.basis) : {}),
  }
  return ctx.write((tx) => {
    const made = before
      ? tx.amend(historyClash, before.recordId, before.version, content, 'Settled')
      : tx.insert(historyClash, content)
    return {
      value: { id: made.recordId },
      audit: [
        {
          action: state === 'settled' ? 'clash.settled' : 'clash.raised',
          entity: 'history_clash',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: everybodyIn(family),
        },
      ],
    }
  })
}
