import type { z } from 'zod'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { referralChild } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { carryStatuses } from '../people/carry-statuses.ts'
import { faultsOfPerson, refuseAll } from '../people/person-service.ts'
import { personById, personOf } from '../people/queries.ts'
import {
  basisOfNew,
  type GivenBaby,
  idOf,
  sameNumbers,
  whoseBaby,
} from '../stays/arrival-service.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import { expectDocuments } from './expected-documents.ts'
import type { addChildInput, changeChildInput, withdrawInput } from './schemas.ts'
import { needOpen } from './standing-now.ts'

// Outside these the year or month was mistyped: a pregnancy is over well before the first, and is not known
// of before the second.
const longestPastTermDays = 28
const longestToBirthDays = 300

/** What cannot be true of an expected date of delivery, at its field. */
export function expectedFaults(
  expectedOn: CivilDate | null,
  now: Instant,
  field: string,
): FieldMessage[] {
  if (expectedOn === null) return []
  const today = dateOf(now)
  if (expectedOn < addDaysToDate(today, -longestPastTermDays))
    return [{ field, message: 'This is more than 4 weeks ago. Enter the birth, or check the date' }]
  return expectedOn > addDaysToDate(today, longestToBirthDays)
    ? [{ field, message: 'This is more than 10 months away. Check the year' }]
    : []
}

function checkChild(ctx: CommandContext, file: ReferralCase, child: ChildInput): void {
  if (!('baby' in child)) {
    refuseAll(expectedFaults(child.expectedOn, ctx.now, 'expectedOn'))
    return
  }
  const mother = personById(ctx.db, file.referral.motherId)
  if ('id' in child.baby) {
    const { id } = child.baby
    personOf(ctx.db, id, 'baby', 'baby.id')
    if (file.children.some((one) => one.personId === id))
      refuseField('baby.id', 'This baby is on the referral already')
    refuseAll(whoseBaby(ctx, mother.id, child))
    return
  }
  refuseAll([
    ...faultsOfPerson(ctx.db, child.baby.person, ctx.now, 'baby.person.'),
    ...sameNumbers(mother.nhsNumber, [child]).map(({ message }) => ({
      field: 'baby.person.nhsNumber',
      message,
    })),
    ...whoseBaby(ctx, mother.id, child),
  ])
}

type ChildInput = GivenBaby | { expectedOn: CivilDate | null }

/** Adds a baby, or one who is expected: a twin, or one who was not spoken of at first. */
export function addChild(ctx: CommandContext, input: z.output<typeof addChildInput>) {
  const file = referralCase(ctx.db, input.referralId)
  needOpen(file, ctx.now)
  checkChild(ctx, file, input)
  const basis = 'baby' in input ? basisOfNew(ctx, [input.baby], input.basis) : undefined
  return ctx.write((tx) => {
    const notes: AuditNote[] = []
    const { referralId } = input
    const content =
      'baby' in input
        ? { referralId, personId: idOf(tx, input.baby, notes, basis) }
        : { referralId, personId: null, expectedOn: input.expectedOn }
    const { recordId } = tx.insert(referralChild, content)
    const { personId: babyId } = content
    if (babyId) notes.push(...carryStatuses(tx, { motherId: file.referral.motherId, babyId }))
    return {
      value: { id: recordId },
      audit: [
        referralNote(file, {
          action: 'referral.child-added',
          entity: 'referral_child',
          entityId: recordId,
          entityVersion: 1,
        }),
        ...notes,
        ...expectDocuments(tx, referralId),
      ],
    }
  })
}

const referralSql =
  'select referral_id as referralId from referral_child where record_id = @id limit 1'

function fileOfChild(ctx: CommandContext, id: string): ReferralCase {
  const found = ctx.db.row<{ referralId: string }>(referralSql, { id })
  if (!found) refuse('not-found', 'This child is not on the referral any more')
  const file = referralCase(ctx.db, found.referralId)
  needOpen(file, ctx.now)
  return file
}

/** The birth of a baby who was expected, or another expected date. The child stays the same on the referral. */
export function changeChild(ctx: CommandContext, input: z.output<typeof changeChildInput>) {
  const file = fileOfChild(ctx, input.id)
  checkChild(ctx, file, input)
  const isBorn = file.children.some((one) => one.recordId === input.id && one.personId !== null)
  if (isBorn) refuse('held', 'This baby is born. Correct the dates on the record of the baby')
  const basis = 'baby' in input ? basisOfNew(ctx, [input.baby], input.basis) : undefined
  return ctx.write((tx) => {
    const notes: AuditNote[] = []
    const changes =
      'baby' in input
        ? { personId: idOf(tx, input.baby, notes, basis), expectedOn: null }
        : { personId: null, expectedOn: input.expectedOn }
    const made = tx.amend(referralChild, input.id, input.version, changes, input.reason)
    const { personId: babyId } = changes
    if (babyId) notes.push(...carryStatuses(tx, { motherId: file.referral.motherId, babyId }))
    return {
      value: { id: input.id, version: made.version },
      audit: [
        referralNote(file, {
          action: 'referral.child-changed',
          entity: 'referral_child',
          entityId: input.id,
          entityVersion: made.version,
          reason: input.reason,
        }),
        ...notes,
        ...expectDocuments(tx, file.referral.recordId),
      ],
    }
  })
}

/** Takes a child out who was entered in error; the last one stays. */
export function withdrawChild(ctx: CommandContext, input: z.output<typeof withdrawInput>) {
  const file = fileOfChild(ctx, input.id)
  if (file.children.length === 1)
    refuse('held', 'A referral is for at least one baby or pregnancy. Add the right one first')
  return ctx.write((tx) => {
    const made = tx.withdraw(referralChild, input.id, input.version, input.reason)
    return {
      value: { id: input.id, version: made.version },
      audit: [
        referralNote(file, {
          action: 'referral.child-withdrawn',
          entity: 'referral_child',
          entityId: input.id,
          entityVersion: made.version,
          reason: input.reason,
        }),
      ],
    }
  })
}
