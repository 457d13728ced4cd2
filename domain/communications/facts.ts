import type { RuleSet } from '../rule-sets/rule-set.ts'
import { onceFor } from '../shared/once-for.ts'
import type { DutiesContent } from './duties-content.ts'
import type {
  Duty,
  DutyAcknowledgement,
  DutyAnswer,
  DutyDrop,
  DutyEvent,
  DutySending,
} from './record.ts'
import type { DutyRecord } from './status.ts'

/** What the measures of telling others read, all of it as recorded by the cut. */
export interface DutyFacts {
  /** Newest versions, withdrawn ones left out; so are answers, sendings, acknowledgements and drops. */
  events: readonly DutyEvent[]
  /** Every version of every duty of these events: a limit that is moved later hides nothing. */
  duties: readonly Duty[]
  answers: readonly DutyAnswer[]
  sendings: readonly DutySending[]
  acknowledgements: readonly DutyAcknowledgement[]
  drops: readonly DutyDrop[]
  ruleSets: readonly Pick<RuleSet<DutiesContent>, 'recordId' | 'content'>[]
}

/** The answers of an event by their questions, the newest of each: what a derivation is run again with. */
export function answersOf(answers: readonly DutyAnswer[]): Record<string, 'yes' | 'no'> {
  const inOrder = [...answers].sort((a, b) => a.auditSeq - b.auditSeq)
  return Object.fromEntries(inOrder.map(({ question, answer }) => [question, answer]))
}

/** The duties of each event with what was done about them. A duty whose newest version is withdrawn is none. */
export const dutiesByEvent = onceFor((facts: DutyFacts) => {
  const answers = Map.groupBy(facts.answers, ({ eventId, question }) => `${eventId} ${question}`)
  const sendings = Map.groupBy(facts.sendings, ({ dutyId }) => dutyId)
  const acknowledgements = Map.groupBy(facts.acknowledgements, ({ dutyId }) => dutyId)
  const drops = Map.groupBy(facts.drops, ({ dutyId }) => dutyId)
  const byEvent = new Map<string, DutyRecord[]>()
  for (const [dutyId, found] of Map.groupBy(facts.duties, ({ recordId }) => recordId)) {
    const [first, ...later] = found.sort((a, b) => a.version - b.version)
    const last = later.at(-1) ?? first
    if (!first || !last || last.withdrawn) continue
    const record: DutyRecord = {
      versions: [first, ...later],
      answers:
        last.question === null ? [] : (answers.get(`${last.eventId} ${last.question}`) ?? []),
      sendings: sendings.get(dutyId) ?? [],
      acknowledgements: acknowledgements.get(dutyId) ?? [],
      drops: drops.get(dutyId) ?? [],
    }
    const known = byEvent.get(first.eventId)
    if (known) known.push(record)
    else byEvent.set(first.eventId, [record])
  }
  return byEvent
})
