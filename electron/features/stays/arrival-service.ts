import type { z } from 'zod'
import { usedNumberMessage } from '#domain/people/rules.ts'
import { mayBeSame } from '#domain/people/same-person.ts'
import { type FieldMessage, refuse, refuseField } from '#domain/shared/failure.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { arrivalFaults, type BabyFacts, pairFaults, type Span } from '#domain/stays/rules.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { sameFaults } from '../people/alike.ts'
import { carryStatuses } from '../people/carry-statuses.ts'
import { checkBasis } from '../people/facts.ts'
import { faultsOfBabyOnRecord } from '../people/motherhood.ts'
import { faultsOfPerson, insertPerson, refuseAll } from '../people/person-service.ts'
import { personOf } from '../people/queries.ts'
import type { PersonDetails } from '../people/schemas.ts'
import { bedContent, checkBed, promiseBroken } from './bed-of-stay.ts'
import { isCoveredIn } from './covered-baby.ts'
import { pairsWithBaby, stayById, staysOfMother } from './queries.ts'
import type { Arrival, ArrivalWithoutOffer, babyArrives } from './schemas.ts'
import type { BedPromise, PromisedTo, WhenArrived } from './when-arrived.ts'
import type { Together, WhenTogether } from './when-together.ts'

export type Someone = { id: string } | { person: PersonDetails }

const spanOf = (row: { startedAt: Instant; endedAt: Instant | null }): Span => ({
  startsAt: row.startedAt,
  endsAt: row.endedAt,
})
const under = (faults: readonly FieldMessage[], prefix: string): FieldMessage[] =>
  faults.map(({ field, message }) => ({ field: prefix + field, message }))

/**
 * Mother and babies arrive: stay, pairs, and whoever is new among the people, in one act. An unborn baby
 * has no pair yet (decision 3).
 */
export function arrive(
  ctx: CommandContext,
  input: ArrivalWithoutOffer,
  together: WhenTogether,
  { before, after, promisedTo }: WhenArrived,
) {
  const promise = checkArrival(ctx, input, promisedTo)
  const basis = basisOfNew(
    ctx,
    [input.mother, ...input.babies.map(({ baby }) => baby)],
    input.basis,
  )
  refuseAll(before(ctx.db, input))
  return ctx.write((tx) => {
    const made = insertArrival(tx, { ...input, promise }, together, basis)
    const { arrivedAt, cameFrom } = input
    return { ...made, audit: [...made.audit, ...after(tx, { ...made.value, arrivedAt, cameFrom })] }
  })
}

/** Refuses an arrival that cannot be, before anything is written. Answers whose promise of the bed it breaks. */
export function checkArrival(
  ctx: CommandContext,
  input: Arrival,
  promisedTo: PromisedTo,
): BedPromise | undefined {
  const { bedId, bedBecause, mother } = input
  const motherId = 'id' in mother ? mother.id : null
  const promise = bedId === null ? undefined : promisedTo(ctx.db, bedId, motherId, ctx.now)
  checkBed(ctx.db, { bedId, because: bedBecause, promise })
  refuseAll(arrivalProblems(ctx, input))
  return promise
}

/** Writes an arrival within a transaction of its caller, who has checked it. */
export function insertArrival(
  tx: WriteTx,
  input: Arrival & { withoutOfferBecause?: string; promise: BedPromise | undefined },
  together: WhenTogether,
  basis: Basis | undefined,
) {
  const notes: AuditNote[] = []
  const motherId = idOf(tx, input.mother, notes, basis)
  const made = tx.insert(stay, {
    motherId,
    ...bedContent(tx, { bedId: input.bedId, because: input.bedBecause, promise: input.promise }),
    planned: input.planned,
    arrivedAt: input.arrivedAt,
    withoutOfferBecause: input.withoutOfferBecause ?? null,
  })
  const pairs = input.babies.map(({ baby, startedAt }) => {
    const babyId = idOf(tx, baby, notes, basis)
    notes.push(...carryStatuses(tx, { motherId, babyId }))
    const { recordId } = tx.insert(pair, {
      stayId: made.recordId,
      babyId,
      startedAt: startedAt ?? input.arrivedAt,
    })
    const at = startedAt ?? input.arrivedAt
    const family = { stayId: made.recordId, pairId: recordId, babyId, motherId, at }
    notes.push(...admitted(tx, family), ...together(tx, family))
    return { pairId: recordId, babyId }
  })
  const patients = [motherId, ...pairs.map((one) => one.babyId)]
  const note = {
    action: 'arrive',
    entity: 'stay',
    entityId: made.recordId,
    entityVersion: 1,
    ...(input.withoutOfferBecause ? { reason: input.withoutOfferBecause } : {}),
  }
  return {
    value: { stayId: made.recordId, motherId, pairs },
    audit: [
      { ...note, patients },
      ...notes,
      ...promiseBroken(input.promise, input.bedBecause),
    ] as const,
  }
}

function arrivalProblems(ctx: CommandContext, input: Arrival): FieldMessage[] {
  const { mother, babies, arrivedAt } = input
  const stays = 'id' in mother ? staysOfMother(ctx.db, mother.id) : []
  const others = stays.map((one) => ({ startsAt: one.arrivedAt, endsAt: one.endedAt }))
  const motherFacts =
    'id' in mother ? personOf(ctx.db, mother.id, 'mother', 'mother.id') : mother.person
  return [
    ...('id' in mother ? [] : faultsOfPerson(ctx.db, mother.person, ctx.now, 'mother.person.')),
    ...arrivalFaults(arrivedAt, motherFacts.bornOn, others, ctx.now),
    ...babies.flatMap(({ baby, startedAt }, index) =>
      under(
        babyProblems(ctx, baby, startedAt ?? arrivedAt, { startsAt: arrivedAt, endsAt: null }),
        `babies.${index}.`,
      ),
    ),
    ...whoseBabies(ctx, mother, babies),
    // The number of a mother on record is found in use with each baby already.
    ...sameNumbers('id' in mother ? null : motherFacts.nhsNumber, babies),
    ...namedTwice(babies),
  ]
}

function babyProblems(
  ctx: CommandContext,
  baby: Someone,
  startedAt: Instant,
  stayed: Span,
): FieldMessage[] {
  const known = 'id' in baby ? personOf(ctx.db, baby.id, 'baby', 'baby.id') : baby.person
  const own = 'id' in baby ? [] : faultsOfPerson(ctx.db, baby.person, ctx.now, 'baby.person.')
  if (own.length > 0) return own
  const facts: BabyFacts = { bornOn: known.bornOn, bornAt: known.bornAt }
  const pairs = 'id' in baby ? pairsWithBaby(ctx.db, baby.id).map(spanOf) : []
  return pairFaults(startedAt, stayed, facts, pairs, ctx.now)
}

/** Numbers given twice within the same act, which no record can show yet. */
export function sameNumbers(
  motherNumber: string | null,
  babies: readonly { baby: Someone }[],
): FieldMessage[] {
  const seen = new Map<string, 'mother' | 'baby'>()
  if (motherNumber !== null) seen.set(motherNumber, 'mother')
  return babies.flatMap(({ baby }, index) => {
    const number = 'id' in baby ? null : baby.person.nhsNumber
    if (number === null) return []
    const usedBy = seen.get(number)
    seen.set(number, 'baby')
    if (usedBy === undefined) return []
    const field = `babies.${index}.baby.person.nhsNumber`
    return [{ field, message: usedNumberMessage('baby', usedBy) }]
  })
}

/** A baby of an act, with the word that this is another child than one who may be the same. */
export interface GivenBaby {
  baby: Someone
  anotherChild?: boolean | undefined
}

/**
 * Whose the babies of an act are: one on record is hers, and one who is new is neither on her record already nor
 * another one of the same act.
 */
export function whoseBabies(
  ctx: Pick<CommandContext, 'db' | 'now'>,
  mother: Someone,
  babies: readonly GivenBaby[],
): FieldMessage[] {
  const motherId = 'id' in mother ? mother.id : null
  return babies.flatMap((one, index) => [
    ...whoseBaby(ctx, motherId, one, `babies.${index}.`),
    ...alikeInAct(babies.slice(0, index), one, `babies.${index}.`),
  ])
}

/** The same for one baby; `motherId` is null for a mother who is recorded with the same act. */
export function whoseBaby(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  motherId: string | null,
  { baby, anotherChild }: GivenBaby,
  prefix = '',
): FieldMessage[] {
  if ('id' in baby) return faultsOfBabyOnRecord(db, motherId, baby.id, now, `${prefix}baby.id`)
  return anotherChild ? [] : sameFaults(db, { ...baby.person, motherId }, prefix)
}

/** Twins have names of their own; two without one would be told apart by nothing. */
function alikeInAct(
  before: readonly GivenBaby[],
  { baby, anotherChild }: GivenBaby,
  prefix: string,
): FieldMessage[] {
  if ('id' in baby || anotherChild) return []
  const isThere = before.some(
    (one) => 'person' in one.baby && mayBeSame(baby.person, one.baby.person),
  )
  return isThere
    ? [
        {
          field: `${prefix}baby.person.givenName`,
          message:
            'Another baby here has this name and birth. Twins without a name yet: call them Baby 1 and Baby 2, so that they are told apart',
        },
      ]
    : []
}

/** A baby on record who is named for two. */
export function namedTwice(babies: readonly GivenBaby[]): FieldMessage[] {
  const ids = babies.map(({ baby }) => ('id' in baby ? baby.id : undefined))
  return ids.flatMap((one, index) =>
    one !== undefined && ids.indexOf(one) !== index
      ? [{ field: `babies.${index}.baby.id`, message: 'This baby is named twice' }]
      : [],
  )
}

const notCovered: FieldMessage = {
  field: 'withoutCheckBecause',
  message:
    'No check of a referral covers this baby. Enter why the baby comes in before one; it is counted',
}

/**
 * A baby is born, or joins the mother, later in the stay. One who was born elsewhere, and whom no offer names,
 * needs the reason: nobody is turned away, and each is counted.
 */
export function babyArrivesLater(
  ctx: CommandContext,
  input: z.output<typeof babyArrives>,
  together: WhenTogether,
) {
  const found = stayById(ctx.db, input.stayId)
  if (found.endedAt !== null) refuse('held', 'This stay has ended')
  const stayed = { startsAt: found.arrivedAt, endsAt: found.endedAt }
  const covered = isCoveredIn(ctx.db, found, input.baby)
  refuseAll([
    ...babyProblems(ctx, input.baby, input.startedAt, stayed),
    ...whoseBaby(ctx, found.motherId, input),
    ...(covered || input.withoutCheckBecause !== undefined ? [] : [notCovered]),
  ])
  const basis = basisOfNew(ctx, [input.baby], input.basis)
  return ctx.write((tx) => {
    const notes: AuditNote[] = []
    const babyId = idOf(tx, input.baby, notes, basis)
    notes.push(...carryStatuses(tx, { motherId: found.motherId, babyId }))
    const { recordId } = tx.insert(pair, {
      stayId: input.stayId,
      babyId,
      startedAt: input.startedAt,
      withoutCheckBecause: covered ? null : (input.withoutCheckBecause ?? null),
    })
    const family = {
      stayId: input.stayId,
      pairId: recordId,
      babyId,
      motherId: found.motherId,
      at: input.startedAt,
    }
    notes.push(...admitted(tx, family), ...together(tx, family))
    const note = { action: 'baby-arrives', entity: 'pair', entityId: recordId, entityVersion: 1 }
    return {
      value: { pairId: recordId, babyId },
      audit: [{ ...note, patients: [found.motherId, babyId] }, ...notes],
    }
  })
}

/** Those who must be told that a child has come to the unit (COM-02). */
const admitted = (tx: WriteTx, { stayId: _, ...family }: Together): AuditNote[] =>
  deriveDuties(tx, {
    event: 'COM-02',
    ...family,
    subjectId: family.pairId,
    subjectType: 'pair',
  }).audit

/**
 * How it is known who the new people of an act are; refuses without it where there is one (Finding Seven).
 * Undefined where everybody is on record already.
 */
export function basisOfNew(
  { now }: Pick<CommandContext, 'now'>,
  people: readonly Someone[],
  basis: Basis | null | undefined,
): Basis | undefined {
  if (people.every((one) => 'id' in one)) return undefined
  if (!basis) refuseField('basis.kind', 'Say how it is known who they are')
  checkBasis(basis, now)
  return basis
}

/** The id of somebody who is on record, or who is written now with a note for the audit. */
export function idOf(
  tx: WriteTx,
  who: Someone,
  notes: AuditNote[],
  basis: Basis | undefined,
): string {
  if ('id' in who) return who.id
  if (!basis) throw new Error('A person without a basis')
  const made = insertPerson(tx, who.person, basis)
  notes.push(made.note)
  return made.id
}
