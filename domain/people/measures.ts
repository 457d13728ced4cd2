import type { Measure, RecordRef } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { inForceAt } from '../rule-sets/rule-set.ts'
import { type Basis, basisFaults, basisLabels } from '../shared/provenance.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import { type AskStep, askingsByQuestion, askSteps } from './asking.ts'
import { type OpenSpan, openSpans, standingAt } from './family-history.ts'
import type { PeopleFacts, PlacementFact, StatementFact } from './measure-facts.ts'
import {
  lookedAfterFrom,
  type PlacementState,
  placementStanding,
  placementStateWords,
} from './placement.ts'
import { type PeopleRules, peopleRuleSet } from './rule-content.ts'
import { answerKey, type ClosedBy, legalStatusKey, statusClashKey } from './unknowns.ts'

/** Measures 6-1, 7-1 and 7-2 of the list of measures. Truth tables: docs/states/people.md. */

const rulesAt = (facts: PeopleFacts, at: Instant): PeopleRules | undefined =>
  inForceAt(facts.ruleSets, peopleRuleSet.kind, at)?.content

const ref = (type: string, row: { recordId: string; version: number }): RecordRef => ({
  type,
  recordId: row.recordId,
  version: row.version,
})

const placementVerdicts: Record<PlacementState, (words: string) => Verdict> = {
  'status-not-known': incomplete,
  'not-looked-after': notEligible,
  'to-hold': (words) => notEligible(`Not yet due: ${words.toLowerCase()}`),
  late: fail,
  'left-first': notEligible,
  'not-held-in-time': fail,
  'chair-not-known': incomplete,
  'chaired-by-another': fail,
  'officer-to-tell': (words) => notEligible(`Not yet due: ${words.toLowerCase()}`),
  'officer-not-told': fail,
  done: pass,
}

function placementVerdict(
  placement: PlacementFact,
  began: Instant | null,
  facts: PeopleFacts,
  cut: Cut,
): Verdict {
  const rules = rulesAt(facts, began ?? placement.startedAt)
  if (!rules) return incomplete('The limit is not recorded')
  const { state } = placementStanding(placement, rules, cut.at, began)
  return placementVerdicts[state](placementStateWords[state])
}

const placementMembers =
  (
    beganOf: (placement: PlacementFact, at: Instant) => Instant | null,
  ): Measure<PeopleFacts>['members'] =>
  (facts, period, cut) =>
    facts.placements.flatMap((placement) => {
      const began = beganOf(placement, cut.at)
      const at = began ?? placement.startedAt
      if (at < period.from || at >= period.to) return []
      return [
        {
          ...placementVerdict(placement, began, facts, cut),
          key: placement.pairId,
          at,
          quantity: 1,
          records: [
            { type: 'pair', recordId: placement.pairId, version: placement.version },
            ...placement.meetings.map((one) => ref('placement_meeting', one)),
            ...placement.tellings.map((one) => ref('duty_sending', one)),
          ],
        },
      ]
    })

/** The first version asks at the arrival alone. */
const atArrival = (placement: PlacementFact): Instant | null => {
  const began = lookedAfterFrom(placement, placement.startedAt)
  return began === placement.startedAt ? began : null
}

export const placementPlanned: Measure<PeopleFacts> = {
  id: '6-1',
  version: 1,
  requirement: '6',
  title: 'The placement of a looked-after baby is planned with social care in the chair',
  population: 'Babies who came to the unit, those not looked after apart as not eligible',
  placedBy: 'The time at which mother and baby were first together on the unit',
  rule: 'A review or planning meeting was held within the limit, chaired by social care, and the reviewing officer was told',
  source: 'Child Z, Finding Six; the limit is a default to be approved by the unit',
  safetyCritical: false,
  minimumN: 1,
  unit: 'count',
  members: placementMembers(atArrival),
}

/** The second version asks of a baby who becomes looked after during the stay as well. */
export const placementPlannedInStay: Measure<PeopleFacts> = {
  ...placementPlanned,
  version: 2,
  population:
    'Babies who came to the unit or became looked after there, those not looked after apart as not eligible',
  placedBy:
    'The time at which mother and baby were first together on the unit, or at which the baby became looked after there',
  members: placementMembers(lookedAfterFrom),
}

function basisVerdict(basis: Basis | null): Verdict {
  if (basis === null) return incomplete('How it is known is not recorded')
  return basisFaults(basis).length === 0
    ? pass('Its basis is recorded')
    : incomplete('Who said it, when, or which document is missing')
}

const statementMembers =
  (counts: (statement: StatementFact) => boolean): Measure<PeopleFacts>['members'] =>
  (facts, period) =>
    facts.statements
      .filter(counts)
      .filter(({ recordedAt }) => recordedAt >= period.from && recordedAt < period.to)
      .map((statement) => ({
        ...basisVerdict(statement.basis),
        key: statement.recordId,
        at: statement.recordedAt,
        quantity: 1,
        group: statement.basis ? basisLabels[statement.basis.kind] : 'Not recorded',
        records: [ref(statement.type, statement)],
      }))

export const basisRecorded: Measure<PeopleFacts> = {
  id: '7-1',
  version: 1,
  requirement: '7',
  title: 'Every statement on people and ties says how it is known',
  population: 'Statements on people, ties, contacts and legal status',
  placedBy: 'The time at which the statement was first recorded',
  rule: 'It has its basis: who observed, said or judged it and when, or which document was seen',
  source: 'Child Z, Finding Seven',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: statementMembers(({ type }) => type !== 'person'),
}

/** The second version counts who somebody is as well: name, date of birth and number are statements too. */
export const basisRecordedOfPeople: Measure<PeopleFacts> = {
  ...basisRecorded,
  version: 2,
  population: 'Statements on who people are, on ties, contacts and legal status',
  members: statementMembers(() => true),
}

/** The ladder of one open question in a period: `due` are the askings that fell due in it. */
function askedVerdict(span: OpenSpan, due: readonly AskStep[], cut: Cut): Verdict {
  const overBy = (at: Instant) => span.to !== null && span.to <= at
  const standing = due.map(({ dueAt, doneAt }): Verdict => {
    if (doneAt !== null && doneAt <= dueAt) return pass('Asked again within the limit')
    if (overBy(dueAt))
      return span.left
        ? notEligible('The stay or the referral ended before the limit')
        : pass('Established before it had to be asked again')
    if (cut.at <= dueAt) return notEligible('Not yet due: the limit has not run out')
    return fail(doneAt === null ? 'Not asked again' : 'Asked again after the limit')
  })
  const order = ['fail', 'pass', 'not-eligible']
  const [worst] = standing.sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class))
  return worst ?? notEligible('Nothing fell due')
}

export const unknownsAskedAgain: Measure<PeopleFacts> = {
  id: '7-2',
  version: 1,
  requirement: '7',
  title: 'What is not known is asked again',
  population: 'Open questions on the people round mother and baby, and statements that differ',
  placedBy: 'The time by which it had to be asked again; several in the period count as one',
  rule: 'It was asked again, or established, by each of these times',
  source: 'Child Z, Finding Seven; 7 days, then the date that was set, at most 28 days later',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: askedMembers(
    ({ unknown }) => unknown.key !== legalStatusKey && unknown.key !== statusClashKey,
  ),
}

/** The second version asks for the legal status of each baby as well, until one is in force. */
export const unknownsAndStatusAskedAgain: Measure<PeopleFacts> = {
  ...unknownsAskedAgain,
  version: 2,
  population:
    'Open questions on the people round mother and baby and on the legal status of the baby, and statements that differ',
  members: askedMembers(({ unknown }) => unknown.key !== statusClashKey),
}

/** The third version asks which of two legal statuses that differ holds, too. */
export const unknownsAndStatusClashAskedAgain: Measure<PeopleFacts> = {
  ...unknownsAndStatusAskedAgain,
  version: 3,
  population:
    'Open questions on the people round mother and baby and on the legal status of the baby, and statements and legal statuses that differ',
  members: askedMembers(() => true),
}

function askedMembers(counts: (span: OpenSpan) => boolean): Measure<PeopleFacts>['members'] {
  return (facts, period, cut) =>
    facts.families.flatMap((family) => membersOf(family, facts, period, cut, counts))
}

const differing: readonly ClosedBy[] = ['settling', 'end-of-status']

function membersOf(
  family: PeopleFacts['families'][number],
  facts: PeopleFacts,
  period: Period,
  cut: Cut,
  counts: (span: OpenSpan) => boolean,
) {
  const askings = askingsByQuestion(standingAt(family.askings, cut.at))
  const people = new Map(family.babies.map((baby) => [baby.personId, baby.version]))
  const spans = openSpans(family, cut.at).filter(counts)
  return spans.flatMap((span) => {
    const { unknown, from } = span
    const own = askings.get(answerKey(unknown.aboutId, unknown.key)) ?? []
    const rules = rulesAt(facts, from)
    const limitless = rules === undefined && from >= period.from && from < period.to
    const due = rules
      ? askSteps(span, own, rules).filter(({ dueAt }) => dueAt >= period.from && dueAt < period.to)
      : []
    const at = due[0]?.dueAt ?? (limitless ? from : undefined)
    if (at === undefined) return []
    const about = people.get(unknown.aboutId) ?? family.motherVersion
    return [
      {
        ...(rules ? askedVerdict(span, due, cut) : incomplete('The limit is not recorded')),
        key: `${unknown.aboutId} ${unknown.key} ${from}`,
        at,
        quantity: 1,
        group: differing.includes(unknown.closedBy) ? 'Two sources differ' : 'Not known',
        records: [
          { type: 'person', recordId: unknown.aboutId, version: about },
          ...own.map((one) => ref('question_asking', one)),
        ],
      },
    ]
  })
}

/** The measures of people and ties. */
export const peopleMeasures: readonly Measure<PeopleFacts>[] = [
  placementPlanned,
  placementPlannedInStay,
  basisRecorded,
  basisRecordedOfPeople,
  unknownsAskedAgain,
  unknownsAndStatusAskedAgain,
  unknownsAndStatusClashAskedAgain,
]
