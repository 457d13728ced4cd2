import type { Measure, Member } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict, worstOf } from '../assurance/verdict.ts'
import { changesOf, firstReceived, isSignedAs } from '../documents/contents.ts'
import type { ReaderSignature } from '../documents/record.ts'
import { firstLimitEnd, firstReadings, requiredReaders } from '../documents/required-readers.ts'
import { classOf, type ReaderRole } from '../documents/rule-content.ts'
import { renewalLimitEnd } from '../documents/rules.ts'
import { laterOf } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import {
  documentsByStay,
  fileRefs,
  type HistoryFacts,
  refOf,
  rulesAt,
  type StayDocument,
  type StayFact,
} from './facts.ts'

/** Measures of reading and signing: 5c-1, 5c-2 and 5c-4 (assurance.md 2; decisions 10 and 34). Truth tables: docs/states/history-review.md. */

const of5c = { version: 1, requirement: '5c', minimumN: 5, unit: 'count' as const }

const within = (at: Instant, period: Period) => at >= period.from && at < period.to

const firstSignature = (
  file: StayDocument,
  role: ReaderRole,
  isGood: (one: ReaderSignature) => boolean,
) =>
  file.signatures
    .filter((one) => one.readerRole === role && isGood(one))
    .map((one) => one.signedAt)
    .sort()[0]

/** An act with a limit: done in time, late, not yet due, or the stay ended first. */
function doneBy(doneAt: Instant | undefined, dueAt: Instant, stay: StayFact, cut: Cut): Verdict {
  if (doneAt !== undefined)
    return doneAt <= dueAt ? pass('Signed within the limit') : fail('Signed after the limit')
  if (stay.endedAt !== null && stay.endedAt < dueAt)
    return notEligible('The stay ended before the limit')
  return cut.at <= dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('Not signed within the limit')
}

interface SignOff {
  dueAt: Instant
  verdict: Verdict
  file: StayDocument
}

/** The first sign-off of each required reader on each document that was received. */
function firstSignOffs(
  stay: StayFact,
  files: readonly StayDocument[],
  facts: HistoryFacts,
  cut: Cut,
): SignOff[] {
  return files.flatMap((file) => {
    const first = firstReceived(file)
    if (!first || file.document.outcome === 'not-needed') return []
    const set = rulesAt(facts, laterOf(first.receivedAt ?? first.recordedAt, stay.arrivedAt))
    const limit = set ? firstLimitEnd(file, set, stay.arrivedAt) : null
    if (!set || limit === null) return []
    if (first.receivedAt === null)
      return [{ dueAt: limit, file, verdict: incomplete('A document has no time of receipt') }]
    return firstReadings(file, set, stay.arrivedAt).map(({ role, dueAt }) => ({
      dueAt,
      file,
      verdict: doneBy(
        firstSignature(file, role, () => true),
        dueAt,
        stay,
        cut,
      ),
    }))
  })
}

/** The sign-offs of every stay at a cut: no period changes them, so periods side by side share them. */
const signOffsOfStays = onceFor((facts: HistoryFacts) =>
  onceFor((cut: Cut) => {
    const byStay = documentsByStay(facts)
    return facts.stays.map((stay) => ({
      stay,
      all: firstSignOffs(stay, byStay.get(stay.recordId) ?? [], facts, cut),
    }))
  }),
)

export const historyReadInTime: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-1',
  title: 'The history is read and signed by everybody who must',
  population:
    'Stays with a required sign-off whose limit ends in the period, and stays that began in it without one',
  placedBy: 'The last sign-off limit that ends in the period; the arrival where there is none',
  rule: 'Every required document that was received is read and signed by every required reader within its limit',
  source: 'Child Z, Finding Five c; readers and limits to be approved by the unit',
  safetyCritical: true,
  members(facts, period, cut) {
    return signOffsOfStays(facts)(cut).flatMap(({ stay, all }): Member[] => {
      const signOffs = all.filter((one) => within(one.dueAt, period))
      const member = { key: stay.recordId, quantity: 1 }
      if (signOffs.length === 0) {
        if (all.length > 0 || !within(stay.arrivedAt, period)) return []
        const verdict = notEligible('No document that has to be read was received')
        return [{ ...member, ...verdict, at: stay.arrivedAt, records: [refOf('stay', stay)] }]
      }
      return [
        {
          ...member,
          ...worstOf(
            signOffs.map((one) => one.verdict),
            'All signed within their limits',
          ),
          at: signOffs.map((one) => one.dueAt).reduce(laterOf),
          records: [
            refOf('stay', stay),
            ...[...new Set(signOffs.map((one) => one.file))].flatMap(fileRefs),
          ],
        },
      ]
    })
  },
}

/** By when the social-work reports of a stay have to be read; a verdict where that cannot be told. */
function socialWorkDue(stay: StayFact, facts: HistoryFacts): Instant | Verdict {
  const set = rulesAt(facts, stay.arrivedAt)
  if (!set) return incomplete('No rules were in force')
  if (stay.planned === null) return incomplete('Whether the admission was planned is not recorded')
  if (!stay.planned) return dueOf(set.limits.unplannedSocialWork.limit, stay.arrivedAt).at
  return stay.acceptedAt ?? incomplete('The time of the decision is not recorded')
}

function socialWorkRead(
  stay: StayFact,
  files: readonly StayDocument[],
  facts: HistoryFacts,
  cut: Cut,
): Verdict {
  if (stay.socialCare === 'no' || stay.socialCare === 'not-applicable')
    return notEligible("Children's social care is not involved")
  if (stay.socialCare !== 'yes')
    return incomplete("Whether children's social care is involved is not known")
  const dueAt = socialWorkDue(stay, facts)
  if (typeof dueAt !== 'string') return dueAt
  const set = rulesAt(facts, stay.arrivedAt)
  if (!set) return incomplete('No rules were in force')
  const reports = files.filter(
    (file) =>
      classOf(set, file.document.classId).socialWorkReport &&
      file.document.outcome !== 'not-needed' &&
      file.document.expectedAt <= dueAt,
  )
  if (reports.length === 0) return incomplete('The register names no social-work report')
  const held = reports.filter((file) => file.document.outcome !== 'not-held')
  if (held.length === 0) return notEligible('The authority holds no report')
  const roles = set.readersBeforeDecision.roles
  return worstOf(
    held.map((file) => reportRead(file, roles, dueAt, stay, cut)),
    'Received and read in time',
  )
}

function reportRead(
  file: StayDocument,
  roles: readonly ReaderRole[],
  dueAt: Instant,
  stay: StayFact,
  cut: Cut,
): Verdict {
  const first = firstReceived(file)
  if (first && first.receivedAt === null) return incomplete('A report has no time of receipt')
  const signed = roles.flatMap((role) => firstSignature(file, role, () => true) ?? []).sort()[0]
  if (first) return doneBy(signed, dueAt, stay, cut)
  return cut.at <= dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('A report was not received in time')
}

export const socialWorkReadInTime: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-2',
  title: 'Social-work reports are read before the decision',
  population: "Stays, those without children's social care apart as not eligible",
  placedBy: 'The arrival',
  rule: 'Every social-work report on the register was received, and read by the ward manager or the consultant, before the decision; within 24 hours of arrival where the admission was unplanned',
  source: 'Child Z, Finding Five c (including any reports provided by social workers)',
  safetyCritical: true,
  members(facts, period, cut) {
    const byStay = documentsByStay(facts)
    return facts.stays
      .filter((stay) => within(stay.arrivedAt, period))
      .map((stay) => {
        const files = byStay.get(stay.recordId) ?? []
        return {
          ...socialWorkRead(stay, files, facts, cut),
          key: stay.recordId,
          at: stay.arrivedAt,
          quantity: 1,
          records: [refOf('stay', stay), ...files.flatMap(fileRefs)],
        }
      })
  },
}

/** Each reading that a change re-opened, with the verdict on its renewal. */
function renewalsOf(stay: StayFact, file: StayDocument, facts: HistoryFacts, cut: Cut): Member[] {
  if (file.document.outcome === 'not-needed') return []
  const changes = changesOf(file)
  return changes.flatMap(({ since, content }, i) => {
    const fromThen = changes.slice(i).map((change) => change.content)
    const set = rulesAt(facts, laterOf(since, stay.arrivedAt))
    const dueAt = set ? renewalLimitEnd(since, set, stay.arrivedAt) : null
    if (!set || dueAt === null) return []
    return requiredReaders(file, set, since).flatMap(({ role }): Member[] => {
      const before = firstSignature(file, role, (one) => one.signedAt < since)
      if (before === undefined) return []
      const renewed = firstSignature(file, role, (one) =>
        fromThen.some((then) => isSignedAs(one, then)),
      )
      return [
        {
          ...doneBy(renewed, dueAt, stay, cut),
          key: `${content.recordId} ${content.version} ${role}`,
          at: dueAt,
          quantity: 1,
          records: [refOf('stay', stay), ...fileRefs(file)],
        },
      ]
    })
  })
}

/** The renewals of every stay at a cut, whatever the period. */
const renewalsOfStays = onceFor((facts: HistoryFacts) =>
  onceFor((cut: Cut) => {
    const byStay = documentsByStay(facts)
    return facts.stays.flatMap((stay) =>
      (byStay.get(stay.recordId) ?? []).flatMap((file) => renewalsOf(stay, file, facts, cut)),
    )
  }),
)

export const readingsRenewed: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-4',
  title: 'Readings that a change re-opened are renewed',
  population: 'Sign-offs that a change of the document re-opened',
  placedBy: 'The end of the limit for renewing it',
  rule: 'The same person or another in the same part signed what the document says now within 24 hours of the change',
  source: 'Child Z, Finding Five c; decision 10',
  safetyCritical: false,
  members: (facts, period, cut) =>
    renewalsOfStays(facts)(cut).filter((member) => within(member.at, period)),
}
