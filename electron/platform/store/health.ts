import { statfsSync, statSync } from 'node:fs'
import { englandBankHolidays } from '#domain/shared/bank-holidays.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { calendarWarning } from '#domain/shared/working-days.ts'
import { chainSteps, macAt } from './audit.ts'
import { atOnce } from './backup-check.ts'
import { newestBackup } from './backup-list.ts'
import { assertSettings } from './connection.ts'
import { earlierKeysInUse, keyFileGeneration } from './key-file.ts'
import { pageSteps } from './page-check.ts'
import { problemOf } from './problem.ts'
import type { Store } from './store.ts'
import { triggerFaults } from './triggers.ts'

/** One line of the safety panel. */
export interface HealthCheck {
  id: QuickId | WholeId
  state: 'good' | 'warning' | 'bad'
  /** Plain English, without record content. */
  message: string
}

/** What is seen at once. */
type QuickId = 'file' | 'settings' | 'triggers' | 'room' | 'keys' | 'backup' | 'calendar'
/** What reads the whole record. */
type WholeId = 'pages' | 'chain' | 'anchors'

/** What the check of the whole record found, and when it ended. */
export interface WholeCheck {
  checks: readonly HealthCheck[]
  at: Instant
}

type Found = Omit<HealthCheck, 'id'>

const good = (message: string): Found => ({ state: 'good', message })
const warning = (message: string): Found => ({ state: 'warning', message })
const bad = (message: string): Found => ({ state: 'bad', message })

/**
 * Everything that the safety panel shows, one check after the other, in steps so that a clinical write can
 * go in between. Yields after each step; returns the checks. For use after every start and on request.
 */
export function* healthSteps(store: Store): Generator<unknown, HealthCheck[], void> {
  const checks: HealthCheck[] = []
  for (const part of [...quickParts, ...wholeParts]) {
    checks.push(yield* checkOf(store, part))
    yield part[0]
  }
  return checks
}

/** The checks that read no more than a page each, made at once. */
export function quickChecks(store: Store): HealthCheck[] {
  return quickParts.map((part) => atOnce(checkOf(store, part)))
}

/** The audit and its anchors, in steps; the pages were read before, and are whole. */
export function* wholeSteps(store: Store): Generator<unknown, HealthCheck[], void> {
  const found: HealthCheck[] = [{ id: 'pages', ...wholePages }]
  for (const part of wholeParts) if (part[0] !== 'pages') found.push(yield* checkOf(store, part))
  return found
}

function* checkOf(store: Store, [id, check]: Part): Generator<unknown, HealthCheck, void> {
  return { id, ...(yield* guarded(store, check)) }
}

type Check = (store: Store) => Generator<unknown, Found, void>

function* guarded(store: Store, check: Check): Generator<unknown, Found, void> {
  try {
    return yield* check(store)
  } catch (error) {
    return bad(problemOf(error)?.message ?? 'This could not be checked. Call IT support.')
  }
}

type Part = readonly [HealthCheck['id'], Check]

const quickParts: readonly Part[] = [
  ['file', instantly(fileThere)],
  ['settings', instantly(settings)],
  ['triggers', instantly(triggers)],
  ['room', instantly(room)],
  ['keys', instantly(keys)],
  ['backup', instantly(backupAge)],
  ['calendar', instantly(calendar)],
]

const wholeParts: readonly Part[] = [
  ['pages', pages],
  ['chain', chain],
  ['anchors', anchors],
]

function instantly(check: (store: Store) => Found): Check {
  return function* (store) {
    yield
    return check(store)
  }
}

function fileThere(store: Store): Found {
  store.assertPresent()
  return good('The records file is where it should be.')
}

function settings({ raw, checkpointHolds }: Store): Found {
  // While a backup is made, one setting is another on purpose.
  if (checkpointHolds > 0) return good('A backup is being made.')
  assertSettings(raw)
  return good('Every safety setting of the records file is on.')
}

function triggers({ raw }: Store): Found {
  const faults = triggerFaults(raw)
  return faults.length === 0
    ? good('Records cannot be changed or removed.')
    : bad(`The rules that keep records unchangeable were altered: ${faults.join(', ')}.`)
}

const leastRoom = 1024 ** 3

function room({ paths }: Store): Found {
  const { bavail, bsize } = statfsSync(paths.folder)
  const free = bavail * bsize
  const needed = Math.max(leastRoom, 3 * statSync(paths.database).size)
  const inGb = (bytes: number) => `${(bytes / leastRoom).toFixed(1)} GB`
  return free >= needed
    ? good(`${inGb(free)} are free on this disk.`)
    : warning(
        `Only ${inGb(free)} are free on this disk; ${inGb(needed)} are needed. Free some space.`,
      )
}

function keys({ paths }: Store): Found {
  return keyFileGeneration(paths) === 0 ? good('The key file is whole.') : warning(earlierKeysInUse)
}

/** Older than this the newest backup is a fault. */
export const oldestBackupHours = 26

/** Source: reliability.md 4.5: a newest verified backup older than 26 hours is a red banner. */
function backupAge({ paths, clock, chain }: Store): Found {
  const newest = newestBackup(paths.backups)
  if (!newest)
    return chain.seq === 0
      ? good('There is nothing to back up yet.')
      : bad('There is no backup yet.')
  const hours = (Date.parse(clock.now()) - Date.parse(newest.at)) / 3_600_000
  if (newest.head === chain.mac) return good('The newest backup holds everything.')
  return hours > oldestBackupHours
    ? bad(`The newest backup is ${Math.floor(hours)} hours old.`)
    : good('The newest backup is less than 26 hours old.')
}

/** Bank holidays are data with a last day (decision 7). */
function calendar({ clock }: Store): Found {
  const fault = calendarWarning(dateOf(clock.now()))
  return fault === undefined
    ? good(`Bank holidays are known until ${formatDate(englandBankHolidays.knownUntil)}.`)
    : warning(`${fault}.`)
}

function* pages(store: Store): Generator<unknown, Found, void> {
  yield* pageSteps(store)
  return wholePages
}

const wholePages = good('Every page of the records file and every attachment is whole.')

function* chain({ raw, auditKey }: Store): Generator<unknown, Found, void> {
  const { fault, checked } = yield* chainSteps(raw, auditKey)
  return fault
    ? bad(`Entry ${fault.seq} of the audit does not hold: it was changed from outside the app.`)
    : good(`All ${checked} entries of the audit hold.`)
}

function* anchors({ raw, anchors }: Store): Generator<unknown, Found, void> {
  const all = anchors.all()
  for (const [at, { seq, mac }] of all.entries()) {
    if (macAt(raw, seq) !== mac)
      return bad(`Entry ${seq} of the audit is not the one that was recorded.`)
    if (at % 500 === 0) yield at
  }
  return good(`All ${all.length} anchors match.`)
}
