import { type Alarm, alarmOf } from '#domain/unwell-baby/alarm.ts'
import { type NextStep, shownDueAt } from '#domain/unwell-baby/next-step.ts'
import { stepLabels } from '#domain/unwell-baby/pathway.ts'
import { helperLabels } from '#domain/unwell-baby/record.ts'
import type { LockScreenProvider } from '../../platform/lock-screen.ts'
import { lateIsHeard } from '../stays/queries.ts'
import { openEpisodes } from './running.ts'

/**
 * The running clocks, by bed alone (decision 5). The next step is in the code's own words: what a rule set or
 * a duty says may name somebody.
 */
export const runningOnLockScreen: LockScreenProvider = (db, now) =>
  openEpisodes(db, now)
    .filter(({ state }) => state === 'running')
    .map(({ episode, next, since }) => ({
      kind: 'running',
      bed: episode.place.bedName,
      what: 'baby concern',
      since,
      ...(next ? { next: inOwnWords(next) } : {}),
      ...limitOf(next),
      ...heard(alarmOf(next), lateIsHeard(db)),
    }))

const limitOf = (next: NextStep | null) => {
  const dueAt = next && shownDueAt(next)
  return dueAt ? { dueAt } : {}
}

const heard = (alarm: Alarm, late: boolean) =>
  alarm === 'at-once' || (alarm && late) ? { alarm } : {}

function inOwnWords({ step, brief, ring: [first] }: NextStep): string {
  if (first === '999') return 'Call 999'
  if (step === 'escort') return brief
  return first === undefined ? stepLabels[step] : `Speak to: ${helperLabels[first]}`
}
