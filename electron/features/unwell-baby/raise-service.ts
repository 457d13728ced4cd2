import { formatDateTime } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse, refuseField } from '#domain/shared/failure.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import { type Basis, basisFaults } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { recognisedFirst } from '#domain/unwell-baby/episode.ts'
import type { FindingCode } from '#domain/unwell-baby/findings.ts'
import type { ConcernOwner, Mobility } from '#domain/unwell-baby/record.ts'
import {
  escalationRuleSetKind,
  feverRuleSetKind,
  pewsRuleSetKind,
  sepsisRuleSetKind,
} from '#domain/unwell-baby/rule-set-kinds.ts'
import { episode, episodeFinding, episodeResponder } from '#drizzle/schema/unwell-baby.ts'
import { injuryMark } from '#drizzle/schema/unwell-baby-injury.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { basisContent } from '../people/facts.ts'
import { openReviews } from '../reviews/open.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairById, stayById } from '../stays/queries.ts'
import { episodeNote, record } from './acting.ts'
import { type EpisodePlace, episodeCases } from './case.ts'
import { openEpisodeIds } from './lists.ts'
import { answeredByEpisode, pressedConcerns } from './pressed.ts'
import type { BruiseInput, RaiseInput } from './schemas.ts'

interface NewConcern {
  pairId: string
  recognisedAt: Instant
  whose: ConcernOwner
  words: string
  basis: {
    kind: Basis['kind']
    by?: string | undefined
    on?: string | undefined
    document?: string | undefined
  }
  findings: readonly FindingCode[]
  mobility: Mobility
}

/**
 * Raises a concern: the clock starts at recognition, and whoever raises it answers for the next step until
 * somebody takes over. Refuses a pair that has ended, a time to come, and a second concern about a baby by
 * mistake.
 */
export function raiseConcern(ctx: CommandContext, input: RaiseInput): { episodeId: string } {
  if (!input.another) refuseSecondByMistake(ctx, input.pairId)
  const { press } = input
  return open(ctx, { ...input, recognisedAt: notAhead(ctx, input) }, (tx, episodeId) =>
    press ? answeredByEpisode(tx, press, whereIs(tx, input.pairId), episodeId) : [],
  )
}

/**
 * A press on the lock screen while the computer's clock ran ahead is stamped with a time still to come: the
 * concern counts from now, and is not refused for it.
 */
function notAhead({ db, now }: ReadContext, { press, recognisedAt }: RaiseInput): Instant {
  if (press === undefined || recognisedAt <= now) return recognisedAt
  const stamped = pressedConcerns(db).find(({ pressId }) => pressId === press.pressId)
  return stamped && minuteOf(stamped.pressedAt) === minuteOf(recognisedAt) ? now : recognisedAt
}

/**
 * A bruise or injury: an entry of its own with its place on the body map. In a baby who is not mobile it is
 * referred at once, whatever the explanation (domain row 3.8).
 */
export function enterBruise(ctx: CommandContext, input: BruiseInput): { episodeId: string } {
  const { marks, ...concern } = input
  const findings = [...new Set(marks.map(({ finding }) => finding))]
  const faults = marks.flatMap(({ seenAt }, index): FieldMessage[] =>
    seenAt > ctx.now ? [{ field: `marks.${index}.seenAt`, message: inFuture(ctx.now) }] : [],
  )
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return open(ctx, { ...concern, findings }, (tx, episodeId, place) =>
    marks.map((mark) => {
      const made = tx.insert(injuryMark, { episodeId, ...mark })
      return episodeNote({ place }, 'mark', 'injury_mark', made)
    }),
  )
}

function whereIs(db: ReadDb, pairId: string) {
  const { stayId, startedAt } = pairById(db, pairId)
  return { bedId: stayById(db, stayId).bedId, startedAt }
}

const inFuture = (now: Instant) => `This is in the future: it is now ${formatDateTime(now)}`

function refuseSecondByMistake(ctx: ReadContext, pairId: string): void {
  const [running] = episodeCases(ctx.db, openEpisodeIds(ctx.db, pairId))
  if (!running) return
  const since = formatDateTime(recognisedFirst(running.facts))
  const message = `A concern about this baby has been open since ${since}. Open it and add what is new, or say that this is another one`
  refuse('held', message, [{ field: 'another', message }])
}

function open(
  ctx: CommandContext,
  input: NewConcern,
  also: (tx: WriteTx, episodeId: string, place: EpisodePlace) => AuditNote[] = () => [],
): { episodeId: string } {
  const pair = pairById(ctx.db, input.pairId)
  const { motherId } = stayById(ctx.db, pair.stayId)
  const basis = wholeBasis(ctx, input.basis)
  const faults = [...timeFaults(ctx, pair, input.recognisedAt), ...basisMessages(ctx, basis)]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const place: EpisodePlace = {
    pair: { ...pair, recordId: pair.id },
    stayId: pair.stayId,
    motherId,
    bedName: '',
  }
  const episodeId = ctx.newId()
  return record(ctx, episodeId, (tx) => {
    const { pairId, recognisedAt, whose, words, findings, mobility } = input
    const made = tx.insert(
      episode,
      {
        pairId,
        recognisedAt,
        whose,
        words,
        mobility,
        ...basisContent(basis),
        ...rulesInForce(tx, ctx.now),
      },
      { recordId: episodeId },
    )
    for (const finding of new Set(findings)) tx.append(episodeFinding, { ...made, finding })
    tx.insert(episodeResponder, { episodeId, staffId: ctx.actor.staffId, tookOverAt: tx.now })
    const more = [
      ...also(tx, episodeId, place),
      ...openReviews(tx, {
        kind: 'unwell-baby',
        babyIds: [pair.babyId],
        happenedAt: recognisedAt,
        what: `Concern about the baby, recognised ${formatDateTime(recognisedAt)}`,
        sourceId: episodeId,
      }),
    ]
    return {
      value: { episodeId },
      audit: [
        episodeNote({ place }, 'raise', 'episode', made, { payload: { whose, recognisedAt } }),
        ...more,
      ],
    }
  })
}

/** The revisions that the episode is worked by, whatever comes into force later. */
function rulesInForce(db: ReadDb, at: Instant) {
  return {
    feverId: ruleInForce(db, feverRuleSetKind, at).recordId,
    sepsisId: ruleInForce(db, sepsisRuleSetKind, at).recordId,
    pewsId: ruleInForce(db, pewsRuleSetKind, at).recordId,
    routesId: ruleInForce(db, escalationRuleSetKind, at).recordId,
  }
}

/** What two clicks leave out is known: who is signed in observed it, and now. */
export function wholeBasis(ctx: ReadContext, basis: NewConcern['basis']): Basis {
  const by = basis.by ?? (basis.kind === 'observed' ? ctx.actor.name : undefined)
  return {
    kind: basis.kind,
    on: basis.on ?? ctx.now,
    ...(by === undefined ? {} : { by }),
    ...(basis.document === undefined ? {} : { document: basis.document }),
  }
}

export function basisMessages(ctx: ReadContext, basis: Basis): FieldMessage[] {
  const future =
    basis.on !== undefined && basis.on > ctx.now
      ? [{ field: 'basis.on', message: 'This is in the future. Enter when it was said or seen' }]
      : []
  return [
    ...basisFaults(basis).map(({ field, message }) => ({ field: `basis.${field}`, message })),
    ...future,
  ]
}

interface Span {
  startedAt: Instant
  endedAt: Instant | null
}

/** A concern is about a baby who is here: not before mother and baby came, nor after they left. */
export function timeFaults(ctx: ReadContext, pair: Span, recognisedAt: Instant): FieldMessage[] {
  if (recognisedAt > ctx.now) return [{ field: 'recognisedAt', message: inFuture(ctx.now) }]
  if (pair.endedAt !== null && pair.endedAt <= recognisedAt) {
    const message = `This mother and baby left on ${formatDateTime(pair.endedAt)}. Enter when it was noticed while they were here; for a baby who has left, ring whoever cares for the baby now`
    return [{ field: 'recognisedAt', message }]
  }
  // Recognition is typed to the minute, and a baby who came in it may be unwell in it. Where they came at a time
  // still to come, the computer's clock was changed since: no concern is refused for it.
  const cameAt = minuteOf(pair.startedAt)
  if (cameAt <= ctx.now && recognisedAt < cameAt) {
    const message = `Mother and baby have been together here since ${formatDateTime(pair.startedAt)}. Check the date and time`
    return [{ field: 'recognisedAt', message }]
  }
  return []
}

/** The newest version of an entry of an episode; refuses one that is not of it. */
export function entryOf<E extends { recordId: string }>(
  all: readonly E[],
  id: string,
  field: string,
): E {
  const found = all.findLast(({ recordId }) => recordId === id)
  return found ?? refuseField(field, 'This entry is not in the episode. Open the episode again')
}
