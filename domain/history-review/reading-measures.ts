import type { Measure, Member } from '../assurance/measure.ts'
import { incomplete, notEligible, type Verdict, worstOf } from '../assurance/verdict.ts'
import {
  changesOf,
  firstReceived,
  isSignedAs,
  isSignedToAny,
  reportsOf,
  versionsOf,
} from '../documents/contents.ts'
import { firstLimitEnd, firstReadings, requiredReaders } from '../documents/required-readers.ts'
import type { ReaderRole } from '../documents/rule-content.ts'
import { renewalLimitEnd } from '../documents/rules.ts'
import { laterOf } from '../shared/calendar.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Cut, Instant } from '../shared/time.ts'
import {
  documentsByStay,
  fileRefs,
  type HistoryFacts,
  refOf,
  rulesAt,
  type StayDocument,
  type StayFact,
} from './facts.ts'
import { doneBy, firstSignature, of5c, within } from './signed-in-time.ts'

/** Measures of reading and signing: 5c-1 and 5c-4 (assurance.md 2; decisions 10 and 34). Truth tables: docs/states/history-review.md. */

interface SignOff {
  dueAt: Instant
  verdict: Verdict
  file: StayDocument
}

/** The first sign-off of each required reader on each report that was received. */
const firstSignOffs = (
  stay: StayFact,
  files: readonly StayDocument[],
  facts: HistoryFacts,
  cut: Cut,
): SignOff[] =>
  files
    .filter((file) => file.document.outcome !== 'not-needed')
    .flatMap((file) =>
      reportsOf(file).flatMap((report) => signOffsOf(report, file, stay, facts, cut)),
    )

/** One report has its own reading: a signature to another on the same line, or to none that stands, is not one. */
function signOffsOf(
  report: StayDocument,
  file: StayDocument,
  stay: StayFact,
  facts: HistoryFacts,
  cut: Cut,
): SignOff[] {
  const first = firstReceived(report)
  if (!first) return []
  const set = rulesAt(facts, laterOf(first.receivedAt ?? first.recordedAt, stay.arrivedAt))
  const limit = set ? firstLimitEnd(report, set, stay.arrivedAt) : null
  if (!set || limit === null) return []
  if (first.receivedAt === null)
    return [{ dueAt: limit, file, verdict: incomplete('A document has no time of receipt') }]
  const came = changesOf(file).find(({ content }) => content === first)?.since
  return firstReadings(report, set, stay.arrivedAt)
    .filter(({ role }) => came === undefined || !hadSigned(file, role, came))
    .map(({ role, dueAt }) => ({
      dueAt,
      file,
      verdict: doneBy(
        firstSignature(report, role, (one) => isSignedToAny(one, report.contents)),
        dueAt,
        stay,
        cut,
      ),
    }))
}

/** Whoever had signed what was there before a further report came renews: measure 5c-4 counts that. */
const hadSigned = (file: StayDocument, role: ReaderRole, before: Instant): boolean =>
  firstSignature(
    file,
    role,
    (one) => one.signedAt < before && isSignedToAny(one, file.contents),
  ) !== undefined

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
  rule: 'Every report that was received is read and signed by every required reader within its limit',
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

/** Each reading that a change re-opened, with the verdict on its renewal. */
function renewalsOf(stay: StayFact, file: StayDocument, facts: HistoryFacts, cut: Cut): Member[] {
  if (file.document.outcome === 'not-needed') return []
  const changes = changesOf(file)
  return changes.flatMap(({ since, content }, i) => {
    const own = versionsOf(file, content)
    const fromThen = changes
      .slice(i)
      .map((change) => change.content)
      .filter((then) => own.includes(then))
    // Another report re-opens every reading on its line; other words in one, the readings of that one.
    const signedBefore = content.version === 1 ? file.contents : own
    const set = rulesAt(facts, laterOf(since, stay.arrivedAt))
    const dueAt = set ? renewalLimitEnd(since, set, stay.arrivedAt) : null
    if (!set || dueAt === null) return []
    return requiredReaders(file, set, since).flatMap(({ role }): Member[] => {
      const before = firstSignature(
        file,
        role,
        (one) => one.signedAt < since && isSignedToAny(one, signedBefore),
      )
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
