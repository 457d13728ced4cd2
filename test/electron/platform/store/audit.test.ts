import { createHash } from 'node:crypto'
import { copyFileSync, cpSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type AuditRow,
  auditColumns,
  auditMac,
  chainHead,
  chainStart,
  verifyChain,
} from '../../../../electron/platform/store/audit.ts'
import { atOnce } from '../../../../electron/platform/store/backup-check.ts'
import { healthSteps } from '../../../../electron/platform/store/health.ts'
import type { Store } from '../../../../electron/platform/store/store.ts'
import { triggerFaults } from '../../../../electron/platform/store/triggers.ts'
import { makeWrite } from '../../../../electron/platform/unit-of-work.ts'
import { actor, addBed, copyOf, type Ground, makeGround, open, unitId, writeOf } from './ground.ts'

let ground: Ground
beforeAll(async () => {
  ground = await makeGround(40)
})

const rows = (store: Store) =>
  store.raw.prepare('select * from audit order by seq').all() as AuditRow[]

describe('an audit entry', () => {
  it('says who, when, where and what, and follows the one before', () => {
    const store = open(copyOf(ground))
    const write = makeWrite(store, { actor, unitId, clock: store.clock })
    write((tx) => ({
      value: null,
      audit: [
        {
          action: 'see',
          entity: 'person',
          entityId: 'p1',
          entityVersion: 3,
          patients: ['p2', 'p1', 'p2'],
          reason: 'Sia\u0302n asked',
          payload: { b: [1, 'e\u0301'], a: null },
          breakGlass: true,
        },
        { action: 'second', entity: 'person', entityId: tx.newId() },
      ],
    }))
    const [before, first, second] = rows(store).slice(-3)
    expect(first).toMatchObject({
      seq: 81,
      at: '2026-11-23T02:00:00.000Z',
      boot_id: 'test-boot',
      user_id: 'user-1',
      staff_id: 'staff-1',
      role: 'ward-manager',
      entity_version: 3,
      patients: 'p1 p2',
      reason: 'Siân asked',
      payload: '{"a":null,"b":[1,"é"]}',
      break_glass: 1,
      prev: before?.mac,
    })
    expect(first?.app_version).toMatch(/^\d+\.\d+\.\d+/)
    expect(second?.prev).toBe(first?.mac)
    expect(
      store.raw.prepare('select person_id from audit_patient where seq = 81').pluck().all(),
    ).toEqual(['p1', 'p2'])
    expect(verifyChain(store.raw, store.auditKey)).toEqual({ checked: 82, head: store.chain })
    store.close()
  })

  it('is checked from any entry on', () => {
    const store = open(copyOf(ground))
    expect(verifyChain(store.raw, store.auditKey, 71)).toMatchObject({ checked: 10 })
    expect(verifyChain(store.raw, store.auditKey, 900)).toMatchObject({ fault: { seq: 899 } })
    store.close()
  })
})

describe('the words of an entry', () => {
  it('are covered by a salted hash alone: without them its keyed hash is the same', () => {
    const store = open(copyOf(ground))
    const row = rows(store).find(({ reason }) => reason !== '') ?? (rows(store)[0] as AuditRow)
    expect(row.words_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(auditMac(store.auditKey, { ...row, reason: '', payload: '', words_salt: '' })).toBe(
      row.mac,
    )
    expect(auditMac(store.auditKey, { ...row, words_hash: '0'.repeat(64) })).not.toBe(row.mac)
    store.close()
  })

  it('have another hash in each entry, so that nobody sees that two are the same', () => {
    const store = open(copyOf(ground))
    addBed(writeOf(store), 'Bed 41')
    const hashes = rows(store).map(({ words_hash }) => words_hash)
    expect(new Set(hashes).size).toBe(hashes.length)
    store.close()
  })

  it('were covered as they stand in the first version, which still holds beside the second', () => {
    const store = open(copyOf(ground))
    let { prev } = rows(store)[0] as AuditRow
    for (const name of triggerFaultsOfNone(store)) store.raw.exec(`drop trigger ${name}`)
    for (const row of rows(store)) {
      const isFirst = row.seq <= 30
      const next = { ...row, prev, ...(isFirst ? { words_salt: null, words_hash: null } : {}) }
      prev = auditMac(store.auditKey, next)
      store.raw
        .prepare('update audit set prev = ?, mac = ?, words_salt = ?, words_hash = ? where seq = ?')
        .run(next.prev, prev, next.words_salt, next.words_hash, row.seq)
    }
    expect(verifyChain(store.raw, store.auditKey).fault).toBeUndefined()
    store.raw.exec("update audit set reason = 'other' where seq = 20")
    expect(verifyChain(store.raw, store.auditKey).fault).toEqual({ seq: 20, why: 'changed' })
    store.close()
  })
})

type Attack = (store: Store) => void

/** Somebody with the key to the file and another tool, but without the audit's own key in use. */
const attacks: [string, Attack][] = [
  ['an entry is edited', ({ raw }) => raw.exec("update audit set reason = 'other' where seq = 40")],
  [
    'the words of an entry are emptied as if they were disposed of',
    ({ raw }) =>
      raw.exec("update audit set reason = '', payload = '', words_salt = '' where seq = 40"),
  ],
  [
    'an entry is made one of the first version',
    ({ raw }) => raw.exec('update audit set words_salt = null, words_hash = null where seq = 40'),
  ],
  [
    'the salt of an entry is changed',
    ({ raw }) => raw.exec("update audit set words_salt = 'ab' where seq = 40"),
  ],
  [
    'an entry is edited and hashed again without the key',
    (store) => {
      const row = rows(store)[39]
      if (!row) throw new Error('There are fewer entries')
      const mac = createHash('sha256').update(`${row.prev}other`).digest('hex')
      store.raw.prepare("update audit set reason = 'other', mac = ? where seq = 40").run(mac)
    },
  ],
  [
    'the whole chain is built again without the key',
    (store) => rebuild(store, Buffer.alloc(32, 1)),
  ],
  [
    'an entry in the middle is removed',
    ({ raw }) =>
      raw.exec('delete from audit_patient where seq = 40; delete from audit where seq = 40'),
  ],
  ['the last 5 entries are cut off', cut(5)],
  ['the last 50 entries are cut off', cut(50)],
  [
    'two entries change places',
    ({ raw }) =>
      raw.exec(
        'update audit set seq = 9999 where seq = 39; update audit set seq = 39 where seq = 41; update audit set seq = 41 where seq = 9999',
      ),
  ],
  [
    'the end is cut off and other entries are put in its place',
    (store) => {
      cut(5)(store)
      let prev = chainHead(store.raw).mac
      for (let seq = 76; seq <= 80; seq += 1) {
        const row = { ...(rows(store)[0] as AuditRow), seq, prev }
        row.mac = auditMac(Buffer.alloc(32, 1), row)
        insert(store, row)
        prev = row.mac
      }
    },
  ],
  [
    'the patients of an entry are changed in the index',
    ({ raw }) => raw.exec('delete from audit_patient where seq = 40'),
  ],
]

function cut(entries: number): Attack {
  return ({ raw }) =>
    raw.exec(
      `delete from audit_patient where seq > ${80 - entries}; delete from audit where seq > ${80 - entries}`,
    )
}

function rebuild(store: Store, key: Buffer): void {
  let prev = chainStart.mac
  for (const row of rows(store)) {
    const next = { ...row, reason: row.seq === 40 ? 'other' : row.reason, prev }
    const mac = auditMac(key, next)
    store.raw
      .prepare('update audit set reason = ?, prev = ?, mac = ? where seq = ?')
      .run(next.reason, prev, mac, row.seq)
    prev = mac
  }
}

function insert(store: Store, row: AuditRow): void {
  store.raw
    .prepare(
      `insert into audit (${auditColumns.join()}) values (${auditColumns.map(() => '?').join()})`,
    )
    .run(...auditColumns.map((column) => row[column]))
}

describe('tampering is noticed', () => {
  it.each(attacks)('when %s', (_, attack) => {
    const spoilt = copyOf(ground)
    const store = open(spoilt)
    store.raw.pragma('foreign_keys=OFF')
    for (const name of triggerFaultsOfNone(store)) store.raw.exec(`drop trigger ${name}`)
    attack(store)
    store.close()
    expect(isNoticed(spoilt)).toBe(true)
  })

  it('when the whole file is put back to an earlier one', () => {
    const spoilt = copyOf(ground)
    const earlier = `${spoilt.paths.folder}/earlier`
    copyFileSync(spoilt.paths.database, earlier)
    const store = open(spoilt)
    addBed(writeOf(store), 'Bed 41')
    store.close()
    copyFileSync(earlier, spoilt.paths.database)
    expect(() => open(spoilt)).toThrow('entries 81 to 81 are missing')
  })

  it('and nothing is noticed where nothing was done', () => {
    const copy = copyOf(ground)
    cpSync(ground.paths.folder, copy.paths.folder, { recursive: true })
    expect(isNoticed(copy)).toBe(false)
  })
})

const triggerFaultsOfNone = (store: Store) => {
  expect(triggerFaults(store.raw)).toEqual([])
  return store.raw
    .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name like 'audit%'")
    .pluck()
    .all() as string[]
}

/** Refused at the start, or shown as bad by the checks after it. */
function isNoticed(spoilt: Ground): boolean {
  let store: Store
  try {
    store = open(spoilt)
  } catch {
    return true
  }
  try {
    return atOnce(healthSteps(store)).some(
      ({ id, state }) => (id === 'chain' || id === 'anchors') && state === 'bad',
    )
  } finally {
    store.close()
  }
}
