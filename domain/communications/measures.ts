import type { Measure, Member, RecordRef } from '../assurance/measure.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import type { RecipientKey } from './duties-content.ts'
import { type DutyFacts, dutiesByEvent } from './facts.ts'
import { type Judgement, judgeAcknowledgement, judgeSending, judgeTogether } from './judge.ts'
import type { DutyEvent } from './record.ts'
import { type DutyRecord, newestOf } from './status.ts'

/** Measures of telling others (assurance.md 2). Classes by decision 34; truth tables in docs/states/duties.md. */

/** Events of the period that had happened by the cut. */
const eventsIn = ({ events }: DutyFacts, period: Period, cut: Cut): readonly DutyEvent[] =>
  events.filter(
    ({ occurredAt }) => occurredAt >= period.from && occurredAt < period.to && occurredAt <= cut.at,
  )

const ref = (
  type: string,
  { recordId, version }: { recordId: string; version: number },
): RecordRef => ({
  type,
  recordId,
  version,
})

const refsOf = onceFor((record: DutyRecord): readonly RecordRef[] => [
  ref('duty', newestOf(record)),
  ...record.answers.map((one) => ref('duty_answer', one)),
  ...record.sendings.map((one) => ref('duty_sending', one)),
  ...record.acknowledgements.map((one) => ref('duty_acknowledgement', one)),
  ...record.drops.map((one) => ref('duty_drop', one)),
])

function dutyMember(event: DutyEvent, record: DutyRecord, judgement: Judgement): Member {
  const duty = newestOf(record)
  return {
    key: duty.recordId,
    class: judgement.class,
    reason: judgement.reason,
    at: event.occurredAt,
    quantity: 1,
    records: [ref('duty_event', event), ...refsOf(record)],
  }
}

/** Duties that came from an episode of an unwell baby, each judged by itself; null leaves one out. */
function episodeDuties(
  facts: DutyFacts,
  period: Period,
  cut: Cut,
  judge: (record: DutyRecord, at: Instant) => Judgement | null,
): Member[] {
  const byEvent = dutiesByEvent(facts)
  return eventsIn(facts, period, cut)
    .filter(({ sourceType }) => sourceType === 'episode')
    .flatMap((event) =>
      (byEvent.get(event.recordId) ?? []).flatMap((record) => {
        const judgement = judge(record, cut.at)
        return judgement ? [dutyMember(event, record, judgement)] : []
      }),
    )
}

export const dutiesSent: Measure<DutyFacts> = {
  id: '5e-4',
  version: 1,
  requirement: '5e',
  title: 'Those who must be told of an unwell baby are told in time',
  population: 'Duties to tell others that arose from an episode of an unwell baby.',
  placedBy: 'The time of the event that the duty arose from.',
  rule: 'Sent within its limit, by the earliest limit that it ever had.',
  source: 'assurance.md 2, 5e-4; Finding Five e; limits by decision 31',
  safetyCritical: true,
  minimumN: 5,
  unit: 'count',
  members: (facts, period, cut) => episodeDuties(facts, period, cut, judgeSending),
}

export const dutiesAcknowledged: Measure<DutyFacts> = {
  id: '5e-5',
  version: 1,
  requirement: '5e',
  title: 'A named person outside has said that they know',
  population: 'Duties from an episode of an unwell baby that were sent.',
  placedBy: 'The time of the event that the duty arose from.',
  rule: 'Acknowledged by a named person within the limit: the duty’s own again, at most one working day.',
  source: 'assurance.md 2, 5e-5; Findings Two b and Five e; limit by decision 31',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: (facts, period, cut) => episodeDuties(facts, period, cut, judgeAcknowledgement),
}

function eventMember(
  event: DutyEvent,
  records: readonly DutyRecord[],
  judgement: Judgement,
): Member {
  return {
    key: event.recordId,
    class: judgement.class,
    reason: judgement.reason,
    at: event.occurredAt,
    quantity: 1,
    records: [ref('duty_event', event), ...records.flatMap(refsOf)],
  }
}

const toldOfMother: readonly RecipientKey[] = ['health-visitor', 'social-worker']

export const motherEpisodesTold: Measure<DutyFacts> = {
  id: '2d-1',
  version: 1,
  requirement: '2d',
  title: 'Health visitor and social worker know of the mother’s episodes',
  population: 'Episodes of the mother that affect care of the child (event COM-07).',
  placedBy: 'The time of the event.',
  rule: 'Health visitor and social worker, where they must be told, were told within the limit.',
  source: 'assurance.md 2, 2d-1; Finding Two d',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const byEvent = dutiesByEvent(facts)
    return eventsIn(facts, period, cut)
      .filter(({ event }) => event === 'COM-07')
      .map((event) => {
        const records = (byEvent.get(event.recordId) ?? []).filter((record) =>
          toldOfMother.includes(newestOf(record).recipient),
        )
        return eventMember(event, records, judgeTogether(records, cut.at))
      })
  },
}

/** Whether an event affects the child, by the rules that it was worked by; without them it is taken to. */
function affectsChild(facts: DutyFacts): (event: DutyEvent) => boolean {
  const rules = new Map(facts.ruleSets.map((set) => [set.recordId, set.content]))
  return ({ event, ruleSetId }) =>
    rules.get(ruleSetId)?.events.find(({ id }) => id === event)?.affectsChild ?? true
}

export const everybodyTold: Measure<DutyFacts> = {
  id: '2e-1',
  version: 1,
  requirement: '2e',
  title: 'Everybody is told of what affects a child with a plan, an order or proceedings',
  population:
    'Events that affect a child; those of a child without plan, order or proceedings are not eligible.',
  placedBy: 'The time of the event.',
  rule: 'Every person who must be told was told within the limit.',
  source: 'assurance.md 2, 2e-1; Finding Two e',
  safetyCritical: true,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const byEvent = dutiesByEvent(facts)
    return eventsIn(facts, period, cut)
      .filter(affectsChild(facts))
      .map((event) => {
        const records = byEvent.get(event.recordId) ?? []
        return eventMember(event, records, judgeForPlan(event, records, cut.at))
      })
  },
}

function judgeForPlan(
  { legalClass }: DutyEvent,
  records: readonly DutyRecord[],
  at: Instant,
): Judgement {
  if (legalClass === 'none')
    return { class: 'not-eligible', reason: 'A child without plan, order or proceedings' }
  const judged = judgeTogether(records, at)
  return legalClass === null && judged.class === 'pass'
    ? { class: 'incomplete', reason: 'The child’s legal status was not recorded' }
    : judged
}

export const dutyMeasures: readonly Measure<DutyFacts>[] = [
  dutiesSent,
  dutiesAcknowledged,
  motherEpisodesTold,
  everybodyTold,
]
