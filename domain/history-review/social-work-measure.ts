import type { Measure } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, type Verdict, worstOf } from '../assurance/verdict.ts'
import { contentsAt, firstReceived, isSignedAs } from '../documents/contents.ts'
import type { ReceivedContent } from '../documents/record.ts'
import { classOf, type ReaderRole } from '../documents/rule-content.ts'
import { earlierOf } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
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

/** Measure 5c-2: social-work reports are read before the decision. Truth table: docs/states/history-review.md, 5. */

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
  isOnList: (file: StayDocument, dueAt: Instant) => boolean,
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
      isOnList(file, dueAt) &&
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
  if (firstReceived(file)?.receivedAt === null) return incomplete('A report has no time of receipt')
  const then = contentsAt(file, earlierOf(dueAt, cut.at))
  if (then.length === 0)
    return cut.at <= dueAt
      ? notEligible('Not yet due: the limit has not run out')
      : fail('A report was not received in time')
  const each = then.map((content) => firstSigned(file, roles, content))
  return doneBy(each.includes(undefined) ? undefined : each.sort().at(-1), dueAt, stay, cut)
}

/** When one of these readers first signed just this, as it read then. */
const firstSigned = (
  file: StayDocument,
  roles: readonly ReaderRole[],
  content: ReceivedContent,
): Instant | undefined =>
  roles
    .flatMap((role) => firstSignature(file, role, (one) => isSignedAs(one, content)) ?? [])
    .sort()[0]

const notStruck = ({ document }: StayDocument) => document.outcome !== 'not-needed'

/** Struck only when it had to have been read already: it was on the list until then. */
const notStruckInTime = (file: StayDocument, dueAt: Instant) =>
  notStruck(file) || (file.document.closedAt !== null && file.document.closedAt > dueAt)

const membersOf =
  (isOnList: (file: StayDocument, dueAt: Instant) => boolean): Measure<HistoryFacts>['members'] =>
  (facts, period, cut) => {
    const byStay = documentsByStay(facts)
    return facts.stays
      .filter((stay) => within(stay.arrivedAt, period))
      .map((stay) => {
        const files = byStay.get(stay.recordId) ?? []
        return {
          ...socialWorkRead(stay, files, facts, cut, isOnList),
          key: stay.recordId,
          at: stay.arrivedAt,
          quantity: 1,
          records: [refOf('stay', stay), ...files.flatMap(fileRefs)],
        }
      })
  }

export const socialWorkReadInTime: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-2',
  title: 'Social-work reports are read before the decision',
  population: "Stays, those without children's social care apart as not eligible",
  placedBy: 'The arrival',
  rule: 'Every social-work report on the register was received, and read by the ward manager or the consultant, as it read then, before the decision; within 24 hours of arrival where the admission was unplanned',
  source: 'Child Z, Finding Five c (including any reports provided by social workers)',
  safetyCritical: true,
  members: membersOf(notStruck),
}

/** The second version does not forget a report that was struck after it had to have been read. */
export const socialWorkReadUnlessStruck: Measure<HistoryFacts> = {
  ...socialWorkReadInTime,
  version: 2,
  rule: `${socialWorkReadInTime.rule}; a report that was struck from the list after that was still to be read`,
  members: membersOf(notStruckInTime),
}
