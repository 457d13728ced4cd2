import type { z } from 'zod'
import { consentLines } from '#domain/shared/consent.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import {
  expiryWarning,
  type LegalStanding,
  legalDatesFault,
  legalEndFault,
  legalStandingAt,
  statusClash,
} from '#domain/shared/legal-status-at.ts'
import { latestEnd, longestText } from '#domain/shared/longest.ts'
import {
  mentalHealthActAt,
  mentalHealthActEndFault,
  mentalHealthActStatusOf,
} from '#domain/shared/mental-health-act.ts'
import { type Floor, fromBirth, fromPregnancy, saidOf } from '#domain/shared/plausible.ts'
import type { Instant } from '#domain/shared/time.ts'
import { childLegalStatus, mentalHealthActStatus } from '#drizzle/schema/people.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { sectionChanged } from '../communications/section-change.ts'
import { needCarried, statusNotEstablished } from './carried.ts'
import { needOwnDocument } from './document-of-family.ts'
import { basisContent, basisOf, checkBasis, checkFloor, factService } from './facts.ts'
import { type Person, personById, personOf } from './queries.ts'
import type { legalStatusInput, mentalHealthActInput } from './schemas.ts'
import { endContent } from './status-ends.ts'
import { afterLegalStatus } from './status-follows.ts'

const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const
const endKeys = [
  'endedAt',
  'whatFollowed',
  'endBasisKind',
  'endBasisBy',
  'endBasisOn',
  'endBasisDocument',
] as const

function checkStart(startsAt: Instant, now: Instant, floor: Floor): void {
  if (startsAt > now)
    refuseField('startsAt', 'This start is in the future. Record it when it has come into force')
  checkFloor('startsAt', startsAt, floor)
}

type LegalInput = z.output<typeof legalStatusInput>

const legalContent = ({ basis, authority, documentId, ended, ...input }: LegalInput) => ({
  ...input,
  authority: authority ?? null,
  documentId: documentId ?? null,
  ...basisContent(basis),
  ...(ended ? endContent(ended, basis) : {}),
})

/** A baby's legal status as a dated fact; several may be true at once. */
export const legalStatuses = factService({
  table: childLegalStatus,
  entity: 'child-legal-status',
  whose: ['personId'],
  check(ctx, input: LegalInput) {
    const who = checkWhose(ctx.db, input)
    checkStart(input.startsAt, ctx.now, floorOfStatus(who, input.code))
    const fault = legalDatesFault(input.code, input.startsAt, input.endsAt)
    if (fault !== undefined) refuseField('endsAt', fault)
    const { ended } = input
    const wrong = ended && legalEndFault(input.code, input.startsAt, ended.endedAt, ctx.now)
    if (wrong) refuseField('ended.endedAt', wrong)
    needCarried(input.basis, statusNotEstablished)
    checkBasis(input.basis, ctx.now, 'basis', saidOf(who))
  },
  content: legalContent,
  patients: (input) => [input.personId],
  follows: afterLegalStatus,
})

/** A baby's; before the birth it stands on the record of the mother, and no order can be in force. */
function checkWhose(db: ReadDb, { personId, code, documentId }: LegalInput): Person {
  const who = personById(db, personId)
  const { kind } = who
  if (kind !== 'baby' && !(kind === 'mother' && legalStatusOf(code).beforeBirth))
    refuseField(
      'personId',
      kind === 'mother'
        ? 'Choose a baby: this cannot be in force before the birth'
        : 'Choose a baby',
    )
  needOwnDocument(db, personId, documentId, 'documentId')
  return who
}

/** A plan may have been made before the birth; an order about a child cannot. */
const floorOfStatus = (who: Person, code: string): Floor =>
  who.kind === 'baby' && legalStatusOf(code).beforeBirth ? fromPregnancy(who) : fromBirth(who)

/** Records a status; refuses just the same entry a second time, as by two people after one call. */
export function addLegalStatus(ctx: CommandContext, input: LegalInput) {
  const typed = legalContent(input)
  const isSame = legalOf
    .at(ctx.db, newest, { personId: input.personId })
    .some((row) => sameEntry.every((key) => row[key] === (key in typed ? typed[key] : null)))
  if (isSame) refuseField('code', 'Just this is on record already. Correct that entry instead')
  return legalStatuses.add(ctx, input)
}

const sameEntry = [
  'code',
  'startsAt',
  'endsAt',
  'endedAt',
  'authority',
  'documentId',
  ...basisKeys,
] as const

type ActInput = z.output<typeof mentalHealthActInput>

/** A mother's status under the Mental Health Act as a dated fact. */
export const mentalHealthAct = factService({
  table: mentalHealthActStatus,
  entity: 'mental-health-act-status',
  whose: ['personId'],
  check(ctx, input: ActInput) {
    const mother = personOf(ctx.db, input.personId, 'mother', 'personId')
    checkStart(input.startsAt, ctx.now, fromBirth(mother))
    checkActEnd(input)
    const { ended } = input
    const wrong =
      ended && mentalHealthActEndFault(input.code, input.startsAt, ended.endedAt, ctx.now)
    if (wrong) refuseField('ended.endedAt', wrong)
    needCarried(input.basis, statusNotEstablished)
    checkBasis(input.basis, ctx.now, 'basis', saidOf(mother))
  },
  content: ({ basis, ended, ...input }) => ({
    ...input,
    ...basisContent(basis),
    ...(ended ? endContent(ended, basis) : {}),
  }),
  patients: (input) => [input.personId],
  follows: sectionChanged,
})

function checkActEnd({ code, startsAt, endsAt }: ActInput): void {
  const { detained, mostHours, label } = mentalHealthActStatusOf(code)
  if (endsAt === null) {
    if (detained && mostHours !== undefined) refuseField('endsAt', `Enter when ${label} runs out`)
    return
  }
  if (endsAt <= startsAt) refuseField('endsAt', 'The end is before the start. Check both times')
  if (mostHours !== undefined && endsAt > latestEnd(startsAt, mostHours))
    refuseField(
      'endsAt',
      `${label} cannot last more than ${longestText(mostHours)}. Check both times`,
    )
}

const legalOf = standing(
  childLegalStatus,
  [
    'recordId',
    'version',
    'code',
    'startsAt',
    'endsAt',
    'recordedAt',
    'authority',
    'documentId',
    'carriedFrom',
    ...basisKeys,
    ...endKeys,
  ],
  't.person_id = @personId',
  't.starts_at, t.record_id',
)
const actOf = standing(
  mentalHealthActStatus,
  [
    'recordId',
    'version',
    'code',
    'startsAt',
    'endsAt',
    'recordedAt',
    'carriedFrom',
    ...basisKeys,
    ...endKeys,
  ],
  't.person_id = @personId',
  't.starts_at, t.record_id',
)

/** A child's statuses as recorded, and which were in force at an instant. */
export function legalStatusOfChild(db: ReadDb, personId: string, at: Instant) {
  const facts = legalOf.at(db, newest, { personId })
  const standingThen: LegalStanding = legalStandingAt(facts, at)
  return {
    at,
    facts: facts.map(shaped),
    standing: standingThen,
    warnings: [
      ...[statusClash(standingThen.inForce)].flatMap((clash) => clash?.text ?? []),
      ...standingThen.inForce.flatMap((one) => expiryWarning(one, at)?.text ?? []),
    ],
    /** Who may consent to the child's treatment, in plain words (decision 29). */
    consent: consentLines(
      standingThen.known ? standingThen.inForce.map(({ fact }) => fact.code) : null,
    ),
  }
}

/** A mother's statuses as recorded, and the one in force at an instant; null where none is recorded. */
export function actStatusOfMother(db: ReadDb, personId: string, at: Instant) {
  const facts = actOf.at(db, newest, { personId })
  return { at, facts: facts.map(shaped), standing: mentalHealthActAt(facts, at) ?? null }
}

interface StatusRow {
  recordId: string
  basisKind: string
  basisBy: string | null
  basisOn: string | null
  basisDocument: string | null
  endedAt: Instant | null
  whatFollowed: string | null
  endBasisKind: string | null
  endBasisBy: string | null
  endBasisOn: string | null
  endBasisDocument: string | null
}

function shaped<Row extends StatusRow>(row: Row) {
  const { recordId, basisKind, basisBy, basisOn, basisDocument, ...ofStatus } = row
  const { endedAt, whatFollowed, endBasisKind, endBasisBy, endBasisOn, endBasisDocument, ...rest } =
    ofStatus
  return {
    id: recordId,
    ...rest,
    endedAt,
    basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }),
    /** That it ended, as somebody said; null until they do. */
    ended:
      endedAt === null || endBasisKind === null
        ? null
        : {
            endedAt,
            whatFollowed: whatFollowed ?? '',
            basis: basisOf({
              basisKind: endBasisKind,
              basisBy: endBasisBy,
              basisOn: endBasisOn,
              basisDocument: endBasisDocument,
            }),
          },
  }
}
