import type { Instant } from '../shared/time.ts'
import type { RuleBook } from './bands.ts'
import type { EpisodeFacts } from './episode.ts'
import { type Demand, escalationAt } from './escalation.ts'
import type { BandKey } from './escalation-content.ts'
import { pathway, type Step, type StepKey, type TellState } from './pathway.ts'
import type { Helper } from './record.ts'

/** The one next step: the largest thing on the screen. */
export interface NextStep {
  step: StepKey
  text: string
  /** The same for the board, the wall and the lock screen: it gives away no legal status (decision 5). */
  brief: string
  /** The earliest of all limits that run beside it (decision 26). */
  dueAt: Instant | null
  /** Its own limit. */
  ownDueAt: Instant | null
  late: boolean
  /** Whom to ring, the first choice first; empty where the step is not a call. */
  ring: readonly Helper[]
  /** The strictest band behind it, where help is the step. */
  band: BandKey | null
  /** Who takes over when the limit runs out (decision 32); null where no limit runs. */
  takesOver: string | null
}

/** 999 first; then what of the baby's care is late; then who goes with the baby; then whatever is due soonest. */
const tiers = ['999', 'care-late', 'escort', 'soonest', 'wait', 'return', 'debrief'] as const
type Tier = (typeof tiers)[number]

interface Candidate {
  tier: Tier
  next: NextStep
}

/** The limit that is shown beside its words: its own, or what has run out already. */
export const shownDueAt = ({ dueAt, ownDueAt, late }: NextStep): Instant | null =>
  late ? dueAt : ownDueAt

/** What to do next; null for an episode that is finished. `escortAsked`: see `pathway`. */
export function nextStep(
  rules: RuleBook,
  facts: EpisodeFacts,
  tell: TellState,
  now: Instant,
  escortAsked: readonly string[] = [],
): NextStep | null {
  const [takesOver = null] = rules.routes.takeOver.order
  const candidates = [
    ...pathway(rules, facts, tell, now, escortAsked).flatMap((step) =>
      stepCandidates(step, takesOver),
    ),
    ...helpCandidates(rules, facts, now, takesOver),
  ]
  candidates.sort((a, b) => tierOf(a) - tierOf(b) || byDue(a.next.dueAt, b.next.dueAt))
  return candidates[0]?.next ?? null
}

const tierOf = ({ tier }: Candidate) => tiers.indexOf(tier)

const byDue = (a: Instant | null, b: Instant | null) => {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

function helpCandidates(
  rules: RuleBook,
  facts: EpisodeFacts,
  now: Instant,
  takesOver: string | null,
): Candidate[] {
  const escalation = escalationAt(rules, facts, now)
  if (!escalation) return []
  const { lead, dueAt, late, ring } = escalation
  const next = {
    step: 'help' as const,
    text: lead.text,
    brief: lead.text,
    dueAt,
    ownDueAt: lead.dueAt,
    late,
    ring,
    band: lead.band,
    takesOver,
  }
  if (lead.kind === 'seen') return [{ tier: late ? 'care-late' : 'wait', next }]
  if (ring[0] === '999') return [{ tier: '999', next: { ...next, ...inPlaceOf(lead) } }]
  return [{ tier: late ? 'care-late' : 'soonest', next }]
}

/** "Call 999" as the route words it, or 999 in place of somebody who was not reached. */
function inPlaceOf({ text, ring }: Pick<Demand, 'text' | 'ring'>) {
  const words = ring[0] === '999' ? text : `Call 999: not reached in time (${text.toLowerCase()})`
  return { text: words, brief: words }
}

/** The open steps but help, which has its own demands. */
function stepCandidates(step: Step, takesOver: string | null): Candidate[] {
  if (step.state === 'done' || step.state === 'not-needed' || step.key === 'help') return []
  const late = step.state === 'late'
  const { key, what: text, brief, dueAt } = step
  const next = {
    step: key,
    text,
    brief,
    dueAt,
    ownDueAt: dueAt,
    late,
    ring: [],
    band: null,
    takesOver: dueAt ? takesOver : null,
  }
  switch (key) {
    case 'observations':
      return [{ tier: late ? 'care-late' : 'soonest', next }]
    case 'escort':
      return [{ tier: 'escort', next }]
    case 'return':
      return [{ tier: 'return', next }]
    case 'debrief':
      return [{ tier: 'debrief', next }]
    default:
      return [{ tier: 'soonest', next }]
  }
}
