import type { MemberClass } from '../assurance/measure.ts'
import { escortFor, loweredColumns } from '../shared/escort/escort.ts'
import type { EscortContent } from '../shared/escort/escort-content.ts'
import type { Instant } from '../shared/time.ts'
import { isEnteredInError } from './episode.ts'
import { demandsOfBands, endedBy } from './escalation.ts'
import { routeOf } from './escalation-content.ts'
import { bandsOf, type Episode } from './facts.ts'
import { debriefCausesOf, debriefDue, firstObservationsDue, observedSets } from './pathway.ts'
import type { Departure, EscortDecision } from './record.ts'

/** The judgement of one episode or transfer (decision 34). Truth tables: docs/states/unwell-baby.md, 12 to 15. */
export interface Judgement {
  class: MemberClass
  reason: string
  overridden?: boolean
}

const pass = (reason: string): Judgement => ({ class: 'pass', reason })
const fail = (reason: string): Judgement => ({ class: 'fail', reason })
const incomplete = (reason: string): Judgement => ({ class: 'incomplete', reason })
const notEligible = (reason: string): Judgement => ({ class: 'not-eligible', reason })
const notYetDue = notEligible('Not yet due')
const inError = notEligible('Entered in error')

/** 5e-1: the first set within its limit of recognition, by the earliest recognition that was recorded. */
export function judgeFirstObservations(episode: Episode, at: Instant): Judgement {
  if (isEnteredInError(episode.facts)) return inError
  const { facts, rules } = episode
  const dueAt = firstObservationsDue(rules, facts)
  const [first] = observedSets(facts)
  if (first)
    return first.observedAt <= dueAt
      ? pass('Observed within the limit')
      : fail('First observed after the limit')
  if (facts.departures.some(({ leftAt }) => leftAt <= dueAt))
    return notEligible('The baby had left for hospital before the limit ran out')
  if (diedBefore(episode, dueAt)) return notEligible('The baby died before the limit ran out')
  return at <= dueAt ? notYetDue : fail('No observations, and the limit has run out')
}

const diedBefore = ({ facts }: Episode, dueAt: Instant) =>
  facts.outcomes.some(({ kind, at }) => kind === 'died' && at <= dueAt)

/** 5e-2: help reached within the limit of the highest band that the episode reached. */
export function judgeHelp(episode: Episode, at: Instant): Judgement {
  if (isEnteredInError(episode.facts)) return inError
  const { facts, rules } = episode
  const bands = bandsOf(episode)
  const [highest] = bands
  if (!highest) throw new Error('An episode without any band')
  const route = routeOf(rules.routes, highest.band)
  const demand = demandsOfBands(rules, facts, bands).find(
    ({ key, isHelp }) => isHelp && key.startsWith(`${route.id}/`),
  )
  if (!demand) return notEligible('The highest band asks for no help')
  const { metAt, dueAt, uncertain } = demand
  if (metAt !== null && metAt <= dueAt) return pass('Help reached within the limit')
  if (uncertain) return incomplete('Somebody was reached; the time or the name is not recorded')
  if (metAt !== null) return fail('Help reached after the limit')
  if (diedBefore(episode, dueAt)) return notEligible('The baby died before the limit ran out')
  return at <= dueAt ? notYetDue : fail('Help not reached, and the limit has run out')
}

/** 5e-3: the escort decided before leaving, as the rules say or higher. An override counts as a fail. */
export function judgeEscort(
  departure: Departure,
  decisions: readonly EscortDecision[],
  rulesOf: (ruleSetId: string) => EscortContent | undefined,
): Judgement {
  const before = decisions
    .filter(({ decidedAt }) => decidedAt <= departure.leftAt)
    .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
    .at(-1)
  if (!before)
    return decisions.length > 0
      ? fail('The escort was decided after leaving')
      : fail('No escort was decided')
  const rules = rulesOf(before.ruleSetId)
  if (!before.facts || !rules)
    return incomplete('The facts that the escort was decided on are not recorded')
  const lowered = loweredColumns(escortFor(rules, before.facts), before.choice)
  if (lowered.length === 0) return pass('Decided before leaving, as the rules say or higher')
  return before.overrideId === null
    ? fail('Lower than the rules say')
    : { class: 'fail', reason: 'Lower than the rules say, by a named override', overridden: true }
}

/** 5e-6: an outcome, and the debrief within its limit where one is asked for. */
export function judgeClosing(episode: Episode, at: Instant): Judgement {
  if (isEnteredInError(episode.facts)) return inError
  const { facts, rules, pair } = episode
  const ended = endedBy(facts)
  if (!ended) {
    const left = pair?.endedAt != null && pair.endedAt <= at
    return left ? fail('The stay ended and no outcome is recorded') : notEligible('Still open')
  }
  if (debriefCausesOf(rules, facts, bandsOf(episode)).length === 0)
    return pass('Outcome recorded; no debrief is asked for')
  const dueAt = debriefDue(rules, ended.at)
  const held = facts.debriefs.map(({ heldAt }) => heldAt).sort()[0]
  if (held !== undefined)
    return held <= dueAt
      ? pass('Outcome recorded; debrief within the limit')
      : fail('Debrief after the limit')
  return at <= dueAt ? notYetDue : fail('No debrief, and the limit has run out')
}
