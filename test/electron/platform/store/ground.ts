import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Actor } from '#domain/users/roles.ts'
import { bed } from '#drizzle/schema/stays.ts'
import type { Clock } from '../../../../electron/platform/clock.ts'
import { type DataKey, newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { makeKeyFile } from '../../../../electron/platform/store/keys.ts'
import { createStore, openStore, type Store } from '../../../../electron/platform/store/open.ts'
import { type StorePaths, storePaths } from '../../../../electron/platform/store/paths.ts'
import { type StoreFault, StoreProblem } from '../../../../electron/platform/store/problem.ts'
import { makeWrite, type Write } from '../../../../electron/platform/unit-of-work.ts'

export const password = 'correct horse battery'
export const unitId = 'unit-1'
export const actor: Actor = {
  userId: 'user-1',
  staffId: 'staff-1',
  role: 'ward-manager',
  name: 'Ada Example',
}

export interface TestClock extends Clock {
  /** Moves the time on, or back. */
  move(ms: number): void
}

/** A clock that stands still until it is moved. */
export function testClock(start = '2026-11-23T02:00:00.000Z'): TestClock {
  let time = Date.parse(start)
  return {
    now: () => new Date(time).toISOString(),
    monotonicMs: () => time,
    bootId: 'test-boot',
    move(ms) {
      time += ms
    },
  }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is removed after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-store-'))
  folders.push(folder)
  return folder
}

export interface Ground {
  paths: StorePaths
  key: DataKey
  clock: TestClock
}

/** A closed store with a key file and a few beds, each in two versions. */
export async function makeGround(beds = 5): Promise<Ground> {
  const ground = { paths: storePaths(emptyFolder()), key: newDataKey(), clock: testClock() }
  const store = createStore(ground.paths, ground.key, ground.clock)
  const write = writeOf(store)
  for (let number = 1; number <= beds; number += 1) {
    const { recordId } = addBed(write, `Bed ${number}`)
    amendBed(write, recordId, 1)
  }
  await makeKeyFile(ground.paths, ground.key, [{ slotId: 'slot-1', signInName: 'ada', password }])
  store.close()
  return ground
}

/** The same files in another folder, to be spoilt. */
export function copyOf({ paths, key, clock }: Ground): Ground {
  const folder = emptyFolder()
  cpSync(paths.folder, folder, { recursive: true })
  return { paths: storePaths(folder), key, clock }
}

export const open = ({ paths, key, clock }: Ground): Store =>
  openStore(paths, key, clock, { busyTimeoutMs: 200 })

export const writeOf = (store: Store): Write =>
  makeWrite(store, { actor, unitId, clock: store.clock })

export const addBed = (write: Write, name: string) =>
  write((tx) => {
    const made = tx.insert(bed, { name, position: 1 })
    return { value: made, audit: [{ action: 'make', entity: 'bed', entityId: made.recordId }] }
  })

export const amendBed = (write: Write, recordId: string, expected: number) =>
  write((tx) => ({
    value: tx.amend(bed, recordId, expected, { closed: true }, 'The bed is broken'),
    audit: [{ action: 'amend', entity: 'bed', entityId: recordId, patients: ['person-1'] }],
  }))

/** The fault that an act throws; fails where it throws none or something else. */
export function faultOf(act: () => unknown): StoreFault {
  try {
    const made = act()
    if (made && typeof made === 'object' && 'close' in made) (made as Store).close()
  } catch (error) {
    if (error instanceof StoreProblem) return error.fault
    throw error
  }
  throw new Error('Nothing was refused')
}
