import type { Measure } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { contentAt, firstReceived } from '../documents/contents.ts'
import type { DocumentChase } from '../documents/record.ts'
import { classOf } from '../documents/rule-content.ts'
import { unreadRiskCritical } from '../documents/rules.ts'
import { earlierOf } from '../shared/calendar.ts'
import type { Cut, Instant } from '../shared/time.ts'
import {
  contentsByDocument,
  type DocumentFact,
  documentsByStay,
  fileRefs,
  type HistoryFacts,
  refOf,
  rulesAt,
  type StayDocument,
  type SupervisionDecisionFact,
} from './facts.ts'
import { historyReadInTime, readingsRenewed } from './reading-measures.ts'
import { referralEnds } from './referral-end.ts'
import { socialWorkReadInTime, socialWorkReadUnlessStruck } from './social-work-measure.ts'

/** Measures of asking and of deciding: 5c-3 and 5c-5; and the list of all of Finding Five c. Truth tables: docs/states/history-review.md. */

const of5c = { version: 1, requirement: '5c', minimumN: 5, unit: 'count' as const }

type Chase = Pick<DocumentChase, 'chasedAt' | 'nextDueAt'>

interface Step {
  dueAt: Instant
  doneAt: Instant | undefined
}

/** The steps that were due one after the other: ask, chase, chase again. */
function stepsOf(document: DocumentFact, chases: readonly Chase[]): Step[] | undefined {
  if (document.askDueAt === null) return undefined
  const steps: Step[] = [{ dueAt: document.askDueAt, doneAt: document.askedAt ?? undefined }]
  if (document.askedAt === null) return steps
  if (document.chaseDueAt === null) return undefined
  const inOrder = [...chases].sort((a, b) => (a.chasedAt < b.chasedAt ? -1 : 1))
  let dueAt = document.chaseDueAt
  for (const chase of inOrder) {
    steps.push({ dueAt, doneAt: chase.chasedAt })
    dueAt = chase.nextDueAt
  }
  return [...steps, { dueAt, doneAt: undefined }]
}

interface Chasing {
  document: DocumentFact
  /** When it first came; null without a time, undefined where it has not. */
  receivedAt: Instant | null | undefined
  chases: readonly Chase[]
  /** When the stay ended, or the referral without one. */
  endedAt: Instant | null
}

/** Whether a document that was struck was ever late: the first version forgot it with the strike. */
type Strikes = 'forget' | 'from their time'

/** When it was struck; null where that ends the question. */
const strikeTime = ({ closedAt }: DocumentFact, strikes: Strikes): Instant | null =>
  strikes === 'forget' ? null : closedAt

const struck = notEligible('Struck from the list, with a reason')

/** The ladder of one expected document. */
function chasedInTime(
  { document, receivedAt, chases, endedAt }: Chasing,
  cut: Cut,
  strikes: Strikes,
): Verdict {
  const struckAt = document.outcome === 'not-needed' ? strikeTime(document, strikes) : undefined
  if (struckAt === null) return struck
  const answeredAt = document.outcome === 'not-held' ? document.closedAt : (struckAt ?? receivedAt)
  if (answeredAt === null) return incomplete('It came, without a time')
  const steps = stepsOf(document, chases)
  if (!steps) return incomplete('When it had to be asked for or chased is not recorded')
  const over = struckAt && endedAt ? earlierOf(struckAt, endedAt) : (answeredAt ?? endedAt)
  const isLate = ({ doneAt, dueAt }: Step) =>
    (doneAt ?? cut.at) > dueAt && (over === null || over > dueAt)
  if (steps.some(isLate)) return fail('Not asked for or not chased in time')
  if (struckAt !== undefined) return struck
  if (answeredAt !== undefined) return pass('Received, or answered that there is none')
  if (steps.length > 2) return pass('Chased on time, not received yet')
  return endedAt === null
    ? notEligible('Not yet due: the limit has not run out')
    : notEligible('The stay or the referral ended before the limit')
}

const chasedMembers =
  (strikes: Strikes): Measure<HistoryFacts>['members'] =>
  (facts, period, cut) => {
    const contents = contentsByDocument(facts)
    const chases = Map.groupBy(facts.chases, (one) => one.documentId)
    const stays = new Map(facts.stays.map((stay) => [stay.recordId, stay.endedAt]))
    const referrals = referralEnds(facts)
    const endOf = ({ stayId, referralId }: DocumentFact): Instant | null =>
      (stayId === null ? referrals.get(referralId ?? '') : stays.get(stayId)) ?? null
    return facts.documents
      .filter((one) => one.expectedAt >= period.from && one.expectedAt < period.to)
      .map((document) => {
        const own = chases.get(document.recordId) ?? []
        const file = { document, contents: contents.get(document.recordId) ?? [], signatures: [] }
        const first = firstReceived(file)
        return {
          ...chasedInTime(
            {
              document,
              receivedAt: first ? first.receivedAt : undefined,
              chases: own,
              endedAt: endOf(document),
            },
            cut,
            strikes,
          ),
          key: document.recordId,
          at: document.expectedAt,
          quantity: 1,
          records: [...fileRefs(file), ...own.map((one) => refOf('document_chase', one))],
        }
      })
  }

export const documentsChased: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-3',
  title: 'Expected documents are received, or chased on time',
  population: 'Documents expected from the referral',
  placedBy: 'The time from which the document was expected',
  rule: 'It was received, or asked for and chased each time within the limit',
  source: 'Child Z, Findings Two and Five c; limits to be approved by the unit',
  safetyCritical: false,
  members: chasedMembers('forget'),
}

/** The second version asks what was done until a document was struck: a strike after a limit does not undo that it was late. */
export const documentsChasedUntilStruck: Measure<HistoryFacts> = {
  ...documentsChased,
  version: 2,
  rule: 'It was received, or asked for and chased each time within the limit, until it came or was struck from the list',
  members: chasedMembers('from their time'),
}

/** The ladder of one supervision decision: raising safety is always free (product.md 2). */
function decidedAfterReading(
  decision: SupervisionDecisionFact,
  arrivedAt: Instant | undefined,
  files: readonly StayDocument[],
  facts: HistoryFacts,
): Verdict {
  if (decision.kind === 'raise') return notEligible('A raise never waits for reading')
  const set = rulesAt(facts, decision.decidedAt)
  if (!set || arrivedAt === undefined) return incomplete('The stay or its rules are not recorded')
  const unread = unreadRiskCritical({ arrivedAt, documents: files }, set, decision.decidedAt)
  if (unread.length > 0) return fail('A risk-critical document had not been read')
  // Recorded after the decision without a time of receipt: it may have lain there unread.
  const isUntimed = (file: StayDocument) =>
    classOf(set, file.document.classId).riskCritical &&
    firstReceived(file)?.receivedAt === null &&
    contentAt(file, decision.decidedAt) === undefined
  return files.some(isUntimed)
    ? incomplete('A risk-critical document has no time of receipt')
    : pass('Every risk-critical document had been read')
}

export const supervisionAfterReading: Measure<HistoryFacts> = {
  ...of5c,
  id: '5c-5',
  title: 'No supervision decision while a risk-critical document is unread',
  population: 'Supervision decisions, raises apart as not eligible',
  placedBy: 'The time of the decision',
  rule: 'Every risk-critical document received by then had been signed, as it read then, by every required reader',
  source: 'Child Z, Findings Five c and Five d',
  safetyCritical: true,
  members(facts, period) {
    const byStay = documentsByStay(facts)
    const arrivals = new Map(facts.stays.map((stay) => [stay.recordId, stay.arrivedAt]))
    return facts.supervisionDecisions
      .filter((one) => one.decidedAt >= period.from && one.decidedAt < period.to)
      .map((decision) => {
        const files = (byStay.get(decision.stayId) ?? []).filter(
          ({ document }) => document.babyId === null || document.babyId === decision.babyId,
        )
        return {
          ...decidedAfterReading(decision, arrivals.get(decision.stayId), files, facts),
          key: decision.recordId,
          at: decision.decidedAt,
          quantity: 1,
          records: [refOf('supervision_decision', decision), ...files.flatMap(fileRefs)],
        }
      })
  },
}

/** The measures of history review. */
export const historyMeasures: readonly Measure<HistoryFacts>[] = [
  historyReadInTime,
  socialWorkReadInTime,
  socialWorkReadUnlessStruck,
  documentsChased,
  documentsChasedUntilStruck,
  readingsRenewed,
  supervisionAfterReading,
]
