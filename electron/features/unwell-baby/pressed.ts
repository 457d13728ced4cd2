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
 * Stamps bed and time while nobody is signed in (decision 5). A bed whose last press waits for its answer keeps
 * that one: the earlier time counts. Refuses where the unit is closed or has no such bed.
 */
export function pressConcern(house: House, bedName: string): { pressedAt: Instant } {
  const db = house.read()
  const bed = listBeds(db).find(({ name, closed }) => name === bedName && !closed)
  if (!bed) refuse('not-found', 'The unit has no such bed. Sign in and raise the concern there')
  const earlier = pressedConcerns(db).find(({ bedId }) => bedId === bed.id)
  if (earlier) return { pressedAt: earlier.pressedAt }
  return house.writeAs(
    lockScreenAuthor,
    theUnit(db).id,
  )((tx) => {
    const made = tx.insert(pressedConcern, {
      bedId: bed.id,
      pressedAt: tx.now,
      answer: 'waiting',
      episodeId: null,
      because: '',
    })
    return { value: { pressedAt: tx.now }, audit: [pressNote('press', made)] }
  })
}

/**
 * Within the transaction that raises the concern: the press on this bed is answered by the episode. A press that
 * somebody has answered meanwhile, or that was of another bed, is left as it is: no concern is refused for it.
 */
export function answeredByEpisode(
  tx: WriteTx,
  press: { pressId: string },
  bedId: string | null,
  episodeId: string,
): AuditNote[] {
  const found = pressedConcerns(tx).find(
    (one) => one.pressId === press.pressId && one.bedId === bedId,
  )
  if (!found) return []
  const changes = { answer: 'raised', episodeId }
  return [
    pressNote('answer', tx.amend(pressedConcern, found.pressId, found.version, changes, 'Raised')),
  ]
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

/** What waits for an answer, by bed alone. */
export const pressedOnLockScreen: LockScreenProvider = (db) =>
  pressedConcerns(db).map(({ bedName, pressedAt, dueAt }) => ({
    kind: 'running',
    bed: bedName,
    what: 'baby concern pressed',
    since: pressedAt,
    next: 'Go to the baby, then sign in and say what it is',
    dueAt,
    ...(lateIsHeard(db) ? { alarm: 'when-late' as const } : {}),
  }))
