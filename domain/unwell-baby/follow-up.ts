import type { Instant } from '../shared/time.ts'
import type { RuleBook } from './bands.ts'
import { type EpisodeFacts, isEnteredInError, type Reached } from './episode.ts'
import { endedBy } from './escalation.ts'
import { debriefCausesOf, debriefDue } from './pathway.ts'

/** What an episode still asks for after its clock has stopped. */
export interface FollowUp {
  kind: 'review' | 'debrief'
  what: string
  dueAt: Instant
}

/**
 * The review that the last outcome set, until a further outcome says how the baby was; and the debrief, until
 * it is held (decision 26, "advice followed, review at"; domain row 5.3). Truth table: docs/states/unwell-baby.md, 23.
 */
export function followUpsOf(
  rules: RuleBook,
  facts: EpisodeFacts,
  bands: readonly Pick<Reached, 'band'>[],
): FollowUp[] {
  const ended = endedBy(facts)
  if (!ended || isEnteredInError(facts)) return []
  const last = facts.outcomes.reduce((newest, one) =>
    one.auditSeq > newest.auditSeq ? one : newest,
  )
  const asksDebrief = facts.debriefs.length === 0 && debriefCausesOf(rules, facts, bands).length > 0
  return [
    ...(last.kind === 'advice-followed' && last.reviewAt !== null
      ? [
          {
            kind: 'review' as const,
            what: 'review of the baby after a concern',
            dueAt: last.reviewAt,
          },
        ]
      : []),
    ...(asksDebrief
      ? [
          {
            kind: 'debrief' as const,
            what: 'debrief after a concern',
            dueAt: debriefDue(rules, ended.at),
          },
        ]
      : []),
  ]
}
