import { formatDateTime } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { minuteOf } from '../shared/minute.ts'
import type { Instant } from '../shared/time.ts'
import { type EpisodeFacts, recognisedFirst, recognisedNow } from './episode.ts'
import { endedBy } from './escalation.ts'
import { standingSets } from './pathway.ts'
import { type InfectionAnswer, type OutcomeKind, outcomeLabels } from './record.ts'

/** What can be done in an episode that is open or has ended, as far as the rules ask about it. */
export type Act =
  | { kind: 'observe'; observedAt: Instant }
  | { kind: 'answer-infection'; answer: InfectionAnswer; answeredAt: Instant }
  | { kind: 'record-help'; calledAt: Instant; reachedAt: Instant | null; seenAt: Instant | null }
  | { kind: 'raise'; chosenAt: Instant }
  | { kind: 'take-over'; tookOverAt: Instant }
  | { kind: 'decide-escort'; decidedAt: Instant }
  | {
      kind: 'leave'
      leftAt: Instant
      arrivedAt: Instant | null
      handedOverAt: Instant | null
      returnedAt: Instant | null
    }
  | { kind: 'correct-recognition'; recognisedAt: Instant; reason: string }
  | { kind: 'end'; outcome: OutcomeKind; at: Instant }
  | { kind: 'debrief'; heldAt: Instant }

export const actKinds = [
  'observe',
  'answer-infection',
  'record-help',
  'raise',
  'take-over',
  'decide-escort',
  'leave',
  'correct-recognition',
  'end',
  'debrief',
] as const satisfies readonly Act['kind'][]

/** Who acts. Registered nurse or doctor: by profession, whatever the account's role. */
export interface ActorStanding {
  isNurseOrDoctor: boolean
  isNurseInCharge: boolean
  /** The second person of an act that needs one; null where there is none. */
  secondIsAnother: boolean
}

/**
 * What stands against an act, each at its field and with the way to mend it; empty where nothing does. Only
 * an outcome ends an episode, and only a registered nurse or doctor signs one (decision 26).
 */
export function faultsOfAct(
  facts: EpisodeFacts,
  act: Act,
  actor: ActorStanding,
  now: Instant,
): FieldMessage[] {
  return [...futureFaults(act, now), ...orderFaults(facts, act, now), ...actorFaults(act, actor)]
}

/** The times that the act names, at their fields. */
function timesOf(act: Act): [field: string, time: Instant | null][] {
  switch (act.kind) {
    case 'observe':
      return [['observedAt', act.observedAt]]
    case 'answer-infection':
      return [['answeredAt', act.answeredAt]]
    case 'record-help':
      return [
        ['calledAt', act.calledAt],
        ['reachedAt', act.reachedAt],
        ['seenAt', act.seenAt],
      ]
    case 'raise':
      return [['chosenAt', act.chosenAt]]
    case 'take-over':
      return [['tookOverAt', act.tookOverAt]]
    case 'decide-escort':
      return [['decidedAt', act.decidedAt]]
    case 'leave':
      return [
        ['leftAt', act.leftAt],
        ['arrivedAt', act.arrivedAt],
        ['handedOverAt', act.handedOverAt],
        ['returnedAt', act.returnedAt],
      ]
    case 'correct-recognition':
      return [['recognisedAt', act.recognisedAt]]
    case 'end':
      return [['at', act.at]]
    case 'debrief':
      return [['heldAt', act.heldAt]]
  }
}

const futureFaults = (act: Act, now: Instant): FieldMessage[] =>
  timesOf(act).flatMap(([field, time]) =>
    time !== null && time > now
      ? [{ field, message: `This is in the future: it is now ${formatDateTime(now)}` }]
      : [],
  )

function orderFaults(facts: EpisodeFacts, act: Act, now: Instant): FieldMessage[] {
  const ended = endedBy(facts)
  const start = startOf(facts, now)
  switch (act.kind) {
    case 'observe':
      if (act.observedAt < start) return beforeConcern('observedAt', act.observedAt, start)
      return ended && act.observedAt > ended.at ? [hasEnded('observedAt', ended)] : []
    case 'answer-infection':
      if (act.answeredAt < start) return beforeConcern('answeredAt', act.answeredAt, start)
      return ended && act.answeredAt > ended.at ? [hasEnded('answeredAt', ended)] : []
    case 'record-help':
      return [
        ...beforeConcern('calledAt', act.calledAt, start),
        ...beforeConcern('reachedAt', act.reachedAt, start),
        ...beforeConcern('seenAt', act.seenAt, start),
      ]
    case 'raise':
      return ended ? [hasEnded('chosenAt', ended)] : beforeConcern('chosenAt', act.chosenAt, start)
    case 'decide-escort':
      return beforeConcern('decidedAt', act.decidedAt, start)
    case 'correct-recognition':
      return act.recognisedAt > recognisedNow(facts) && act.reason.trim() === ''
        ? fault('reason', 'Say why the recognition was later. The limits stay where they are')
        : []
    case 'leave':
      return [
        ...before('leftAt', act.leftAt, start, 'The baby cannot leave before the concern'),
        ...before('arrivedAt', act.arrivedAt, act.leftAt, 'The baby cannot arrive before it left'),
        ...before(
          'handedOverAt',
          act.handedOverAt,
          act.arrivedAt ?? act.leftAt,
          'The baby cannot be handed over before it arrived',
        ),
        ...before(
          'returnedAt',
          act.returnedAt,
          act.arrivedAt ?? act.leftAt,
          'The baby cannot be back before it left',
        ),
      ]
    case 'end':
      return endFaults(facts, act, start, now)
    case 'debrief':
      if (!ended) return fault('heldAt', 'The episode is open: it needs an outcome first')
      return before('heldAt', act.heldAt, ended.at, 'A debrief comes after the outcome')
    default:
      return []
  }
}

/**
 * Before when nothing can have happened in the episode. A recognition that is still to come says that the
 * computer's clock was changed since: then nothing is held back by it, and the call to 999 is recorded now.
 */
function startOf(facts: EpisodeFacts, now: Instant): Instant {
  const start = minuteOf(recognisedFirst(facts))
  return start > now ? beforeEverything : start
}

const beforeEverything: Instant = '1970-01-01T00:00:00.000Z'

const fault = (field: string, message: string): FieldMessage[] => [{ field, message }]

/** What happened before the concern says that the concern was recognised earlier than is recorded. */
const beforeConcern = (field: string, time: Instant | null, start: Instant): FieldMessage[] =>
  before(
    field,
    time,
    start,
    `The concern was recognised at ${formatDateTime(start)}. If the baby was unwell before, correct the time of recognition first`,
  )

const before = (field: string, time: Instant | null, first: Instant, message: string) =>
  time !== null && time < first ? fault(field, message) : []

const hasEnded = (
  field: string,
  { kind, at }: { kind: OutcomeKind; at: Instant },
): FieldMessage => ({
  field,
  message: `The episode ended at ${formatDateTime(at)}: ${outcomeLabels[kind].toLowerCase()}. Raise a new concern`,
})

/** Outcomes that leave the baby away: what came of it is a further outcome. */
const away: readonly OutcomeKind[] = ['transferred', 'admitted']
/** What may follow a transfer or an admission. */
const afterAway: readonly OutcomeKind[] = ['admitted', 'returned', 'died']
/** What the review that an outcome set may come to; for anything else a new concern is raised. */
const afterAdvice: readonly OutcomeKind[] = ['reviewed-and-well', 'advice-followed']

/**
 * An outcome ends what is recorded: no set, call or journey that it ends comes after it. What is recorded at
 * a time still to come was written while the computer's clock ran ahead: it waits to be put right and holds
 * no outcome.
 */
function beforeRecorded(facts: EpisodeFacts, at: Instant, now: Instant): FieldMessage[] {
  const recorded: [what: string, time: Instant | null][] = [
    ...standingSets(facts).map(({ observedAt }): [string, Instant] => ['observations', observedAt]),
    ...facts.contacts.flatMap(({ calledAt, reachedAt, seenAt }) =>
      [calledAt, reachedAt, seenAt].map((time): [string, Instant | null] => [
        'a call for help or a visit',
        time,
      ]),
    ),
    ...facts.departures.flatMap(({ leftAt, arrivedAt, handedOverAt, returnedAt }) =>
      [leftAt, arrivedAt, handedOverAt, returnedAt].map((time): [string, Instant | null] => [
        'the journey of the baby',
        time,
      ]),
    ),
    ...facts.outcomes.map(({ kind, at: time }): [string, Instant] => [
      outcomeLabels[kind].toLowerCase(),
      time,
    ]),
  ]
  const after = recorded
    .flatMap(([what, time]) =>
      time !== null && minuteOf(time) > at && time <= now ? [{ what, time }] : [],
    )
    .sort((a, b) => (a.time < b.time ? 1 : -1))[0]
  return after
    ? fault(
        'at',
        `The record holds ${after.what} at ${formatDateTime(after.time)}. The outcome cannot come before that`,
      )
    : []
}

function endFaults(
  facts: EpisodeFacts,
  { outcome, at }: Extract<Act, { kind: 'end' }>,
  start: Instant,
  now: Instant,
): FieldMessage[] {
  const faults = [
    ...before('at', at, start, 'The outcome cannot come before the concern'),
    ...(outcome === 'entered-in-error' ? [] : beforeRecorded(facts, at, now)),
  ]
  const last = [...facts.outcomes].sort((a, b) => b.auditSeq - a.auditSeq)[0]
  if (last?.kind === 'advice-followed' && afterAdvice.includes(outcome)) return faults
  const final = facts.outcomes.find(({ kind }) => !away.includes(kind))
  if (final) return [...faults, hasEnded('kind', final)]
  if (facts.outcomes.length > 0 && !afterAway.includes(outcome)) {
    const next = afterAway.map((kind) => outcomeLabels[kind].toLowerCase()).join(', ')
    return [...faults, ...fault('kind', `The baby is away. What may follow: ${next}`)]
  }
  if (away.includes(outcome) && facts.departures.length === 0)
    return [...faults, ...fault('kind', 'Record first when the baby left, and for where')]
  if (outcome === 'returned' && facts.departures.length === 0)
    return [...faults, ...fault('kind', 'The baby is not recorded as having left')]
  return faults
}

function actorFaults(act: Act, actor: ActorStanding): FieldMessage[] {
  if (act.kind === 'answer-infection' && act.answer === 'no' && !actor.isNurseOrDoctor)
    return fault(
      'answer',
      'Only a registered nurse or doctor can rule infection out. Answer “not sure”, or ask one',
    )
  if (act.kind !== 'end') return []
  if (act.outcome === 'entered-in-error') {
    if (!actor.isNurseInCharge)
      return fault('kind', 'The nurse in charge marks an episode as entered in error')
    return actor.secondIsAnother
      ? []
      : fault('secondPerson', 'A second person has to confirm that it was entered in error')
  }
  return actor.isNurseOrDoctor
    ? []
    : fault('kind', 'A registered nurse or doctor signs the outcome')
}
