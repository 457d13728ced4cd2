import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import { escalationRuleSetKind } from '#domain/unwell-baby/rule-set-kinds.ts'
import { lockScreenAuthor } from '#domain/users/roles.ts'
import { pressedConcern } from '#drizzle/schema/unwell-baby.ts'
import type { House } from '../../platform/house.ts'
import type { LockScreenProvider } from '../../platform/lock-screen.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { lateIsHeard, listBeds, theUnit } from '../stays/queries.ts'

/** A concern that somebody pressed on the lock screen and nobody has answered yet. */
export interface PressedConcern {
  pressId: string
  version: number
  bedId: string
  bedName: string
  pressedAt: Instant
  /** By when it is to be answered: when the first observations of an episode would be due (decision 25). */
  dueAt: Instant
}

const waiting = standing(
  pressedConcern,
  ['recordId', 'version', 'bedId', 'pressedAt'],
  "t.answer = 'waiting'",
  't.pressed_at',
)

/** Those still waiting for an answer, the oldest first. */
export function pressedConcerns(db: ReadDb): PressedConcern[] {
  const rows = waiting.at(db, newest)
  if (rows.length === 0) return []
  const names = new Map(listBeds(db).map(({ id, name }) => [id, name]))
  return rows.map(({ recordId, version, bedId, pressedAt }) => ({
    pressId: recordId,
    version,
    bedId,
    bedName: names.get(bedId) ?? '',
    pressedAt,
    dueAt: dueOf(
      ruleInForce(db, escalationRuleSetKind, pressedAt).content.firstObservations.within,
      pressedAt,
    ).at,
  }))
}

/**
 * Stamps bed and time while nobody is signed in (decision 5). Pressed again while an earlier press on the bed
 * waits and its limit has not run out, it is the same one, and the earlier time counts; after that it is one of
 * its own, so that a press that nobody answered never hides another. Refuses a bed that the unit has not.
 */
export function pressConcern(house: House, bedName: string): { pressedAt: Instant } {
  const db = house.read()
  const bed = listBeds(db).find(({ name, closed }) => name === bedName && !closed)
  if (!bed) refuse('not-found', 'The unit has no such bed. Sign in and raise the concern there')
  const now = house.clock.now()
  const earlier = pressedConcerns(db).find(
    ({ bedId, pressedAt, dueAt }) => bedId === bed.id && pressedAt <= now && now <= dueAt,
  )
  if (earlier) return { pressedAt: earlier.pressedAt }
  return house.writeAs(
    lockScreenAuthor,
    theUnit(db).id,
  )((tx) => {
    const made = tx.insert(pressedConcern, {
      bedId: bed.id,
      // When it was pressed, by the clock on the wall: the time of recording may be ahead of a clock put right.
      pressedAt: now,
      answer: 'waiting',
      episodeId: null,
      because: '',
    })
    return { value: { pressedAt: now }, audit: [pressNote('press', made)] }
  })
}

/** Where and since when a baby is, as far as a press can have been about them. */
interface Whose {
  bedId: string | null
  startedAt: Instant
}

/**
 * Within the transaction that raises the concern: the press on this bed is answered by the episode, and with it
 * every other that waits there since this baby came. A press that somebody has answered meanwhile, or that was
 * of another bed, is left as it is: no concern is refused for it.
 */
export function answeredByEpisode(
  tx: WriteTx,
  press: { pressId: string },
  { bedId, startedAt }: Whose,
  episodeId: string,
): AuditNote[] {
  const ofBed = pressedConcerns(tx).filter((one) => one.bedId === bedId)
  if (!ofBed.some(({ pressId }) => pressId === press.pressId)) return []
  const changes = { answer: 'raised', episodeId }
  return ofBed
    .filter(({ pressId, pressedAt }) => pressId === press.pressId || pressedAt >= startedAt)
    .map(({ pressId, version }) =>
      pressNote('answer', tx.amend(pressedConcern, pressId, version, changes, 'Raised')),
    )
}

/** It was no concern about a baby: pressed by mistake, or by somebody who meant another thing. */
export function notAConcern(
  ctx: CommandContext,
  { pressId, version, because }: { pressId: string; version: number; because: string },
): { version: number } {
  needWaiting(ctx.db, pressId)
  return ctx.write((tx) => {
    const changes = { answer: 'not-a-concern', because }
    const made = tx.amend(pressedConcern, pressId, version, changes, because)
    return { value: { version: made.version }, audit: [pressNote('answer', made, because)] }
  })
}

function needWaiting(db: ReadDb, id: string): void {
  if (!pressedConcerns(db).some(({ pressId }) => pressId === id))
    refuseField('press', 'This press was answered already. Look at the board')
}

const pressNote = (
  action: string,
  { recordId, version }: { recordId: string; version: number },
  reason = '',
): AuditNote => ({
  action: `pressed-concern.${action}`,
  entity: 'pressed_concern',
  entityId: recordId,
  entityVersion: version,
  reason,
})

/** What waits for an answer, by bed alone: of several presses on a bed the first. */
export const pressedOnLockScreen: LockScreenProvider = (db) =>
  firstOfEachBed(pressedConcerns(db)).map(({ bedName, pressedAt, dueAt }) => ({
    kind: 'running',
    bed: bedName,
    what: 'baby concern pressed',
    since: pressedAt,
    next: 'Go to the baby, then sign in and say what it is',
    dueAt,
    ...(lateIsHeard(db) ? { alarm: 'when-late' as const } : {}),
  }))

const firstOfEachBed = (pressed: readonly PressedConcern[]): PressedConcern[] =>
  pressed.filter(({ bedId }, index) => pressed.findIndex((one) => one.bedId === bedId) === index)
