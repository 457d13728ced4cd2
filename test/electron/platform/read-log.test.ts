import { expect, test } from 'vitest'
import { Refusal } from '#domain/shared/failure.ts'
import type { House } from '../../../electron/platform/house.ts'
import { createReadLog } from '../../../electron/platform/read-log.ts'
import type { Session } from '../../../electron/platform/session.ts'
import type { AuditNote } from '../../../electron/platform/unit-of-work.ts'

/** A store whose disk is full until it is freed. */
function fullStore() {
  const written: AuditNote[] = []
  const disk = { full: true }
  const house = {
    clock: { now: () => '2026-11-23T09:00:00.000Z', monotonicMs: () => 0 },
    log: () => {},
    writeAs: () => (work: () => { audit: AuditNote[] }) => {
      if (disk.full) throw new Refusal({ code: 'store', message: 'The disk is full' })
      written.push(...work().audit)
    },
  } as unknown as House
  return { house, disk, written }
}
const session = { account: {}, actor: {}, unitId: 'unit' } as unknown as Session

test('a full disk stops nobody from reading; the log is written when there is room again', () => {
  const { house, disk, written } = fullStore()
  const log = createReadLog(house)
  log.wasRead(session, 'people.get', ['b', 'a', 'a'])
  log.wasRead(session, 'people.get', ['c'])
  expect(written).toEqual([])
  disk.full = false
  log.wasRead(session, 'people.get', ['d'])
  expect(written.map((note) => note.patients)).toEqual([['a', 'b'], ['c'], ['d']])
})

test('reading stops when too much waits to be logged', () => {
  const { house } = fullStore()
  const log = createReadLog(house)
  for (let person = 0; person < 1_000; person += 1)
    log.wasRead(session, 'people.get', [`p${person}`])
  expect(() => log.wasRead(session, 'people.get', ['one more'])).toThrow(Refusal)
})

test('a bug in the store is a bug here', () => {
  const { house } = fullStore()
  const broken = {
    ...house,
    writeAs: () => () => {
      throw new TypeError('bug')
    },
  } as unknown as House
  expect(() => createReadLog(broken).wasRead(session, 'people.get', ['a'])).toThrow(TypeError)
})
