import type { z } from 'zod'
import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import { decisionDue } from '#domain/admission/stages.ts'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { knownSource, referral, referralChild } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { faultsOfPerson, refuseAll } from '../people/person-service.ts'
import { personOf } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { idOf, namedTwice, sameNumbers, whoseBabies } from '../stays/arrival-service.ts'
import { staysOfMother } from '../stays/queries.ts'
import { referralCase, referralNote } from './case.ts'
import { expectedFaults } from './children.ts'
import { openReferralOf, sameMother } from './duplicates.ts'
import { expectDocuments } from './expected-documents.ts'
import {
  asOf,
  type ChangeReferralInput,
  changeReferralInput,
  type sourceInput,
  type TakeInput,
  takeInput,
  type withdrawInput,
} from './schemas.ts'
import { needOpen } from './standing-now.ts'
import { tellOfWhatIsKnownNow } from './tell-others.ts'

/**
 * Takes a referral, with whoever is new among the people, in one act. It stays on the criteria and the
 * information set that are in force now. Refuses a mother who is on the unit, who has an open referral, or
 * who looks like somebody on record and was not said to be another person.
 */
export function takeReferral(ctx: CommandContext, input: TakeInput) {
  asOf(takeInput, input, ctx.now)
  refuseAll(problemsOf(ctx, input))
  const criteria = ruleInForce(ctx.db, admissionCriteria, ctx.now)
  const information = ruleInForce(ctx.db, informationItems, ctx.now)
  checkReferrer(criteria.content.settings.referrers, input.referrer)
  const { mother, babies, unborn, sources, anotherPerson: _seen, ...typed } = input
  return ctx.write((tx) => {
    const notes: AuditNote[] = []
    const basis = toldByReferrer(input)
    const motherId = idOf(tx, mother, notes, basis)
    const babyIds = babies.map(({ baby }) => idOf(tx, baby, notes, basis))
    const made = tx.insert(referral, {
      ...typed,
      motherId,
      decisionDueAt: decisionDue(input.receivedAt, input.planned, criteria.content).at,
      criteriaId: criteria.recordId,
      informationSetId: information.recordId,
    })
    const of = { referralId: made.recordId }
    for (const personId of babyIds) tx.insert(referralChild, { ...of, personId })
    for (const { expectedOn } of unborn) tx.insert(referralChild, { ...of, expectedOn })
    const known = sources.some(({ kind }) => kind === 'referrer')
    for (const source of [...(known ? [] : [referrerAsSource(input)]), ...sources])
      tx.insert(knownSource, { ...of, ...source })
    return {
      value: { referralId: made.recordId, motherId },
      audit: [
        {
          action: 'referral.taken',
          entity: 'referral',
          entityId: made.recordId,
          entityVersion: 1,
          patients: [motherId, ...babyIds],
        },
        ...notes,
        ...expectDocuments(tx, made.recordId),
      ],
    }
  })
}

/** How it is known who they are: the referrer says so, whose name and role are entered once (Finding Seven). */
const toldByReferrer = (input: TakeInput): Basis => ({
  kind: 'told',
  by: `${input.referrerName}, ${input.referrerRole}, ${input.referrerOrganisation}`,
  on: dateOf(input.receivedAt),
})

/** Whoever rings knows her: is asked as any other source is, and found where they ring from. */
const referrerAsSource = (input: TakeInput) => ({
  kind: input.referrer === 'self-or-family' ? 'family' : 'referrer',
  name: input.referrerName,
  telephone: input.callBackNumber,
})

function checkReferrer(known: readonly { code: string }[], referrer: string): void {
  if (!known.some(({ code }) => code === referrer))
    refuseField('referrer', 'Choose who refers her from the list')
}

/** A referral is on record this many days after it came at the latest [P]; an earlier time is a slip of the keys. */
const recordedWithinDays = 30

function longAgoFaults(receivedAt: Instant, countedFrom: Instant) {
  if (receivedAt >= addDays(countedFrom, -recordedWithinDays)) return []
  const message = `This is more than ${recordedWithinDays} days ago. Check the year and the month, and enter when the referral came to this unit`
  return [{ field: 'receivedAt', message }]
}

function problemsOf(ctx: CommandContext, input: TakeInput) {
  const { mother, babies } = input
  const known = 'id' in mother ? personOf(ctx.db, mother.id, 'mother', 'mother.id') : mother.person
  return [
    ...longAgoFaults(input.receivedAt, ctx.now),
    ...('id' in mother
      ? alreadyHere(ctx, mother.id)
      : [
          ...faultsOfPerson(ctx.db, mother.person, ctx.now, 'mother.person.'),
          ...(input.anotherPerson ? [] : sameMother(ctx.db, mother.person)),
        ]),
    ...babies.flatMap(({ baby }, index) =>
      'id' in baby
        ? babyKnown(ctx, baby.id, index)
        : faultsOfPerson(ctx.db, baby.person, ctx.now, `babies.${index}.baby.person.`),
    ),
    ...sameNumbers(known.nhsNumber, babies),
    ...whoseBabies(ctx, mother, babies),
    ...namedTwice(babies),
    ...input.unborn.flatMap(({ expectedOn }, index) =>
      expectedFaults(expectedOn, ctx.now, `unborn.${index}.expectedOn`),
    ),
  ]
}

function babyKnown(ctx: CommandContext, id: string, index: number) {
  personOf(ctx.db, id, 'baby', `babies.${index}.baby.id`)
  return []
}

function alreadyHere(ctx: CommandContext, motherId: string) {
  const fault = (message: string) => [{ field: 'mother.id', message }]
  if (staysOfMother(ctx.db, motherId).some((one) => one.endedAt === null))
    return fault('She is on the unit now. Open her stay instead')
  return openReferralOf(ctx.db, motherId, ctx.now)
    ? fault('She has a referral that is still open. Go on with that one')
    : []
}

/** Changes what was told. Planned or not decides the limit, so the limit is fixed anew from the receipt. */
export function changeReferral(ctx: CommandContext, input: ChangeReferralInput) {
  asOf(changeReferralInput, input, ctx.now)
  const { id, version: expected, reason: because, ...typed } = input
  const file = referralCase(ctx.db, id, 'id')
  needOpen(file, ctx.now)
  checkReferrer(file.rules.criteria.settings.referrers, typed.referrer)
  // A referral that has been open for long keeps the time at which it came.
  refuseAll(longAgoFaults(typed.receivedAt, file.receivedAt))
  const firstDecision = file.decisions.map((one) => one.decidedAt).sort()[0]
  if (firstDecision !== undefined && typed.receivedAt > firstDecision)
    refuseField('receivedAt', 'This is after the first decision. Check the time')
  return ctx.write((tx) => {
    const decisionDueAt = decisionDue(typed.receivedAt, typed.planned, file.rules.criteria).at
    const made = tx.amend(referral, id, expected, { ...typed, decisionDueAt }, because)
    return {
      value: { id, version: made.version },
      audit: [
        referralNote(file, {
          action: 'referral.changed',
          entity: 'referral',
          entityId: id,
          entityVersion: made.version,
          reason: because,
        }),
        ...expectDocuments(tx, id),
        ...tellOfWhatIsKnownNow(tx, id),
      ],
    }
  })
}

/** Adds a service or person who is known to know her. */
export function addSource(ctx: CommandContext, input: z.output<typeof sourceInput>) {
  const file = referralCase(ctx.db, input.referralId)
  needOpen(file, ctx.now)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(knownSource, { ...input, telephone: input.telephone ?? null })
    return {
      value: { id: recordId },
      audit: [
        referralNote(file, {
          action: 'referral.source-added',
          entity: 'known_source',
          entityId: recordId,
          entityVersion: 1,
        }),
        ...expectDocuments(tx, input.referralId),
      ],
    }
  })
}

const sourceSql = 'select referral_id as referralId from known_source where record_id = @id limit 1'

/** Takes a source out that was entered in error. */
export function withdrawSource(ctx: CommandContext, input: z.output<typeof withdrawInput>) {
  const found = ctx.db.row<{ referralId: string }>(sourceSql, { id: input.id })
  if (!found) refuse('not-found', 'This source is not on record')
  const file = referralCase(ctx.db, found.referralId)
  return ctx.write((tx) => {
    const made = tx.withdraw(knownSource, input.id, input.version, input.reason)
    return {
      value: { id: input.id, version: made.version },
      audit: [
        referralNote(file, {
          action: 'referral.source-withdrawn',
          entity: 'known_source',
          entityId: input.id,
          entityVersion: made.version,
          reason: input.reason,
        }),
      ],
    }
  })
}
