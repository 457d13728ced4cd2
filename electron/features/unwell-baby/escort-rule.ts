import { consentLines } from '#domain/shared/consent.ts'
import {
  type EscortChoice,
  type EscortFacts,
  escortFor,
  loweredColumns,
} from '#domain/shared/escort/escort.ts'
import { escortContactLabels } from '#domain/shared/escort/escort-content.ts'
import { escortText } from '#domain/shared/escort/escort-text.ts'
import { legalStandingAt } from '#domain/shared/legal-status-at.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { StatusOfAuthority } from '#domain/shared/responsibility.ts'
import { lowerFirst } from '#domain/shared/text.ts'
import type { Instant } from '#domain/shared/time.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import { escortRuleSetKind } from '#domain/unwell-baby/rule-set-kinds.ts'
import { childLegalStatus, mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { EpisodeCase, EpisodePlace } from './case.ts'
import { escortLevelAt } from './escort-level.ts'
import type { EscortAnswers } from './schemas.ts'

const legal = standing(
  childLegalStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt', 'authority'],
  't.person_id = @personId',
)
const act = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @personId',
)

/** What nobody has answered yet. */
export const unanswered: EscortAnswers = {
  leave: { covers: false, escorted: false, ministryConsent: false },
  assessmentSays: 'not-said',
  planSays: 'not-said',
  authoritySays: 'not-said',
}

/**
 * Who goes with the baby by the rules in force at an instant, from what is on record then and what the person
 * who decides answers: with the revision, who may consent, and who has to be reached (decisions 28 and 29).
 */
export function escortByRule(
  db: ReadDb,
  { pair, motherId }: EpisodePlace,
  answers: EscortAnswers,
  at: Instant,
) {
  const { level, levelName, alone, means, authorityRequirement } = escortLevelAt(
    db,
    pair.recordId,
    at,
  )
  const statuses = legal.at(db, newest, { personId: pair.babyId })
  const child = legalStandingAt(statuses, at)
  const childCodes = child.known ? child.inForce.map(({ fact }) => fact.code) : null
  const facts: EscortFacts = {
    ...answers,
    level,
    childCodes,
    mentalHealthAct:
      mentalHealthActAt(act.at(db, newest, { personId: motherId }), at)?.status.code ?? null,
  }
  const rules = ruleInForce(db, escortRuleSetKind, at)
  const answer = escortFor(rules.content, facts)
  const { recordId, revision, title, approvedAt } = rules
  return {
    facts,
    answer,
    levelName,
    alone,
    means,
    authorityRequirement,
    /** Each status in force, strictest first, with the authority and the dates that it names. */
    statuses: child.inForce.map(
      ({ fact, endUnconfirmed }): StatusOfAuthority => ({
        code: fact.code,
        startsAt: fact.startsAt,
        endsAt: fact.endsAt,
        endUnconfirmed,
        authority: statuses.find(({ recordId }) => recordId === fact.recordId)?.authority ?? null,
      }),
    ),
    text: escortText(answer, facts),
    consent: consentLines(childCodes),
    notes: rules.content.notes,
    ruleSet: { recordId, revision, title, approved: approvedAt !== null },
  }
}
/** What was decided of who goes, as far as a later look at the rules asks. */
interface Decided {
  facts: EscortFacts | null
  choice: EscortChoice
}

/**
 * What the rules ask for now beyond what they asked for when it was decided, and that the decision does not
 * meet: a status or a level that changed before the baby left. Empty where it stands. Raising is free.
 */
function askedSince(
  db: ReadDb,
  { facts, choice }: Decided,
  { answer }: Pick<EscortByRule, 'answer'>,
  now: Instant,
): string[] {
  if (facts === null) return []
  const then = escortFor(ruleInForce(db, escortRuleSetKind, now).content, facts)
  const unmet = loweredColumns(answer, choice)
  const before = ({ reach }: typeof then) =>
    reach.flatMap(({ whom, when }) => (when === 'before-leaving' ? [whom] : []))
  const reached = before(then)
  return [
    ...loweredColumns(answer, then).filter((column) => unmet.includes(column)),
    ...before(answer)
      .filter((whom) => !reached.includes(whom))
      .map((whom) => `Reach: ${lowerFirst(escortContactLabels[whom])}`),
    ...answer.handOver
      .filter((what) => !then.handOver.includes(what))
      .map((what) => `Hand over: ${what}`),
  ]
}

/** The decision that a change of the rules' answer touches: the last one, until the baby has left or the episode ended. */
function escortToKeepUp({ escorts, facts }: EpisodeCase): EpisodeCase['escorts'][number] | null {
  const last = escorts.at(-1)
  if (last === undefined || endedBy(facts) !== undefined) return null
  return facts.departures.every(({ leftAt }) => leftAt < last.decidedAt) ? last : null
}

/** What the rules say now with the answers given last, and what they ask for since it was decided: then it is decided again. */
export function escortNow(db: ReadDb, episode: EpisodeCase, now: Instant) {
  const { leave, assessmentSays, planSays, authoritySays } =
    episode.escorts.at(-1)?.facts ?? unanswered
  const answers = { leave, assessmentSays, planSays, authoritySays }
  const byRule = escortByRule(db, episode.place, answers, now)
  const decided = escortToKeepUp(episode)
  return { byRule, askedSince: decided ? askedSince(db, decided, byRule, now) : [] }
}

/** What is asked for since of an episode in a list: rules are read only where a decision stands. */
export const escortAskedSince = (db: ReadDb, episode: EpisodeCase, now: Instant): string[] =>
  escortToKeepUp(episode) ? escortNow(db, episode, now).askedSince : []
export type EscortByRule = ReturnType<typeof escortByRule>
