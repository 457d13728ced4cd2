import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '#domain/shared/failure.ts'
import { audit, operation } from '#drizzle/schema/audit.ts'
import { draft } from '#drizzle/schema/drafts.ts'
import { bed, stay } from '#drizzle/schema/stays.ts'
import { supervisionCell } from '#drizzle/schema/supervision.ts'
import { newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { createStore, openStore } from '../../../../electron/platform/store/open.ts'
import { storePaths } from '../../../../electron/platform/store/paths.ts'
import type { Store } from '../../../../electron/platform/store/store.ts'
import {
  type AuditNote,
  beginBulk,
  makeWrite,
  newId,
  readDb,
  type Write,
  type WriteTx,
} from '../../../../electron/platform/unit-of-work.ts'
import {
  actor,
  addBed,
  amendBed,
  copyOf,
  emptyFolder,
  type Ground,
  makeGround,
  open,
  testClock,
  unitId,
  writeOf,
} from './ground.ts'

let ground: Ground
let store: Store
let write: Write
beforeAll(async () => {
  ground = await makeGround(2)
})
beforeEach(() => {
  store = open(copyOf(ground))
  write = writeOf(store)
})
afterEach(() => {
  store.close()
})

const note: AuditNote = { action: 'test', entity: 'bed', entityId: 'x' }
const count = (table: string) =>
  store.raw.prepare(`select count(*) from ${table}`).pluck().get() as number
const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code
    throw error
  }
  return 'done'
}

describe('a write', () => {
  it('stamps every version with author, time, unit, reason and the first entry of its transaction', () => {
    const ids = write((tx) => {
      expect(tx.auditSeq).toBe(5)
      const first = tx.insert(bed, { name: 'Bed A', position: 1 })
      const second = tx.insert(bed, { name: 'Bed B', position: 2 })
      tx.amend(bed, first.recordId, 1, { closed: true }, 'The window is broken')
      return { value: [first.recordId, second.recordId], audit: [note, note, note] }
    })
    expect(store.chain.seq).toBe(7)
    const [id = ''] = ids
    expect(readDb(store).select().from(bed).where(eq(bed.recordId, id)).all()).toEqual([
      {
        recordId: id,
        version: 1,
        unitId,
        recordedAt: '2026-11-23T02:00:00.000Z',
        auditSeq: 5,
        author: 'staff-1',
        reason: '',
        withdrawn: false,
        name: 'Bed A',
        position: 1,
        closed: false,
      },
      {
        recordId: id,
        version: 2,
        unitId,
        recordedAt: '2026-11-23T02:00:00.000Z',
        auditSeq: 5,
        author: 'staff-1',
        reason: 'The window is broken',
        withdrawn: false,
        name: 'Bed A',
        position: 1,
        closed: true,
      },
    ])
    expect(
      store.raw.prepare('select type, audit_seq from record where record_id = ?').get(id),
    ).toEqual({
      type: 'bed',
      audit_seq: 5,
    })
  })

  it('leaves nothing behind when it is refused or fails, and goes on working', () => {
    const before = [count('bed'), count('record'), count('audit'), store.chain.seq]
    for (const fail of [
      () => {
        throw new Refusal({ code: 'held', message: 'A rule holds it' })
      },
      () => {
        throw new Error('a bug')
      },
    ])
      expect(() =>
        write((tx) => {
          tx.insert(bed, { name: 'Bed X', position: 1 })
          fail()
          return { value: null, audit: [note] }
        }),
      ).toThrow()
    expect([count('bed'), count('record'), count('audit'), store.chain.seq]).toEqual(before)
    expect(addBed(write, 'Bed Y').version).toBe(1)
  })

  it('cannot commit without an audit entry, nor wait: neither by type nor at run time', () => {
    // @ts-expect-error An empty audit.
    expect(() => write(() => ({ value: 1, audit: [] }))).toThrow('audit entry')
    // @ts-expect-error No audit.
    expect(() => write(() => ({ value: 1 }))).toThrow('audit entry')
    // @ts-expect-error An async body.
    expect(() => write(async () => ({ value: 1, audit: [note] }))).toThrow('synchronous')
    expect(store.raw.inTransaction).toBe(false)
  })

  it('cannot be made through what only reads', () => {
    const db = readDb(store)
    // @ts-expect-error A read has no insert.
    expect(db.insert).toBeUndefined()
    // @ts-expect-error Nor an amend.
    expect(db.amend).toBeUndefined()
    // @ts-expect-error Nor any other statement.
    expect(db.run).toBeUndefined()
  })

  it('refuses what the type of a record does not hold', () => {
    expect(() =>
      write((tx) => {
        // @ts-expect-error The version is stamped, not given.
        tx.insert(bed, { name: 'Bed X', position: 1, version: 7 })
        return { value: null, audit: [note] }
      }),
    ).toThrow('stamped')
    expect(() =>
      write((tx) => {
        // @ts-expect-error A bed has no colour.
        tx.insert(bed, { name: 'Bed X', position: 1, colour: 'red' })
        return { value: null, audit: [note] }
      }),
    ).toThrow('no column')
    expect(() =>
      write((tx) => {
        // @ts-expect-error A name is missing.
        tx.insert(bed, { position: 1 })
        return { value: null, audit: [note] }
      }),
    ).toThrow('NOT NULL')
  })

  it('adds plain rows to tables without versions alone', () => {
    const cell = { recordId: 'none', version: 1, place: 'grounds', activity: 'all', level: 'SUP-1' }
    // The row needs its decision, so the foreign key refuses it: it reached the table.
    expect(() =>
      write((tx) => {
        tx.append(supervisionCell, cell)
        return { value: null, audit: [note] }
      }),
    ).toThrow('FOREIGN KEY')
    const refused: ((tx: WriteTx) => void)[] = [
      // @ts-expect-error A table of versions.
      (tx) => tx.append(bed, { name: 'x' }),
      // @ts-expect-error The audit is written by the unit of work.
      (tx) => tx.append(audit, { seq: 99 }),
      // @ts-expect-error So are operations.
      (tx) => tx.append(operation, {}),
      // @ts-expect-error Drafts are no records.
      (tx) => tx.append(draft, {}),
    ]
    for (const act of refused)
      expect(() =>
        write((tx) => {
          act(tx)
          return { value: null, audit: [note] }
        }),
      ).toThrow('cannot be appended')
  })

  it('ends with its function: a kept transaction writes no more', () => {
    let kept: WriteTx | undefined
    write((tx) => {
      kept = tx
      return { value: null, audit: [note] }
    })
    expect(() => kept?.insert(bed, { name: 'Late', position: 1 })).toThrow('has ended')
  })

  it('does not begin inside another', () => {
    expect(() =>
      write(() => {
        addBed(write, 'Inner')
        return { value: null, audit: [note] }
      }),
    ).toThrow('inside another')
    expect(store.raw.inTransaction).toBe(false)
  })

  it('tells which tables it wrote, after the commit', () => {
    const told: string[][] = []
    const telling = makeWrite(store, {
      actor,
      unitId,
      clock: store.clock,
      onCommitted: (tables) => told.push(tables),
    })
    addBed(telling, 'Bed Z')
    expect(() =>
      telling(() => {
        throw new Error('a bug')
      }),
    ).toThrow()
    expect(told).toEqual([['bed', 'audit']])
  })

  it('is in the file and anchored when it answers', () => {
    addBed(write, 'Bed Z')
    expect(store.raw.pragma('wal_checkpoint(PASSIVE)')).toEqual([
      { busy: 0, log: expect.any(Number), checkpointed: expect.any(Number) },
    ])
    const [{ log, checkpointed } = { log: 0, checkpointed: 1 }] = store.raw.pragma(
      'wal_checkpoint(PASSIVE)',
    ) as { log: number; checkpointed: number }[]
    expect(log).toBe(checkpointed)
    expect(store.anchors.newest).toMatchObject(store.chain)
  })

  it('makes ids that sort by time and, within a moment, by making', () => {
    const clock = testClock()
    const ids: string[] = []
    for (let step = 0; step < 50; step += 1) {
      ids.push(newId(clock.now()), newId(clock.now()))
      clock.move(1)
    }
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(100)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('a change of a record', () => {
  it('refuses when somebody else was first, when there is none, and after a withdrawal', () => {
    const { recordId } = addBed(write, 'Bed Q')
    amendBed(write, recordId, 1)
    expect(codeOf(() => amendBed(write, recordId, 1))).toBe('clash')
    expect(codeOf(() => amendBed(write, recordId, 3))).toBe('clash')
    expect(codeOf(() => amendBed(write, newId(store.clock.now()), 1))).toBe('not-found')
    write((tx) => ({
      value: tx.withdraw(bed, recordId, 2, 'Entered for the wrong unit'),
      audit: [note],
    }))
    expect(codeOf(() => amendBed(write, recordId, 3))).toBe('held')
    expect(
      store.raw
        .prepare('select version, withdrawn from bed where record_id = ? order by version')
        .raw()
        .all(recordId),
    ).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ])
  })

  it('needs a reason', () => {
    const { recordId } = addBed(write, 'Bed Q')
    const withReason = (reason: string) => () =>
      write((tx) => ({ value: tx.amend(bed, recordId, 1, { name: 'R' }, reason), audit: [note] }))
    expect(codeOf(withReason('  '))).toBe('invalid')
    expect(codeOf(withReason('A typing error'))).toBe('done')
  })

  it('does not reach a record of another unit', () => {
    const { recordId } = addBed(write, 'Bed Q')
    const other = makeWrite(store, { actor, unitId: 'unit-2', clock: store.clock })
    expect(codeOf(() => amendBed(other, recordId, 1))).toBe('not-found')
  })

  it('leaves as it was what is absent or undefined, and empties what is null', () => {
    const mother = addBed(write, 'not a mother').recordId
    const made = write((tx) => ({
      value: tx.insert(stay, {
        motherId: mother,
        planned: true,
        arrivedAt: '2026-11-20T10:00:00.000Z',
        endReason: 'a slip',
      }),
      audit: [note],
    }))
    write((tx) => ({
      value: tx.amend(stay, made.recordId, 1, { endReason: null, planned: undefined }, 'A slip'),
      audit: [note],
    }))
    const versions = readDb(store).select().from(stay).where(eq(stay.recordId, made.recordId)).all()
    expect(versions.map(({ planned, endReason }) => ({ planned, endReason }))).toEqual([
      { planned: true, endReason: 'a slip' },
      { planned: true, endReason: null },
    ])
  })
})

describe('an act with an operation id', () => {
  const operationOf = (inputHash = 'hash') => ({
    operationId: '6b1f0f6e-0000-4000-8000-000000000001',
    procedure: 'beds.add',
    inputHash,
  })
  const writing = (options: { inputHash?: string; userId?: string } = {}) =>
    makeWrite(store, {
      actor: { ...actor, userId: options.userId ?? actor.userId },
      unitId,
      clock: store.clock,
      operation: operationOf(options.inputHash),
    })

  it('done again gives the same answer and writes nothing', () => {
    const first = addBed(writing(), 'Bed O')
    const before = [count('bed'), count('audit')]
    expect(addBed(writing(), 'Bed O')).toEqual(first)
    expect([count('bed'), count('audit')]).toEqual(before)
  })

  it('gives its answer after a restart too', () => {
    const mine = copyOf(ground)
    store.close()
    store = open(mine)
    const first = addBed(writing(), 'Bed O')
    store.close()
    store = open(mine)
    expect(addBed(writing(), 'Bed O')).toEqual(first)
  })

  it('cannot stand for another input or another person', () => {
    addBed(writing(), 'Bed O')
    expect(codeOf(() => addBed(writing({ inputHash: 'other' }), 'Bed P'))).toBe('clash')
    expect(codeOf(() => addBed(writing({ userId: 'user-2' }), 'Bed O'))).toBe('clash')
  })

  it('can be tried again after a refusal', () => {
    const refused = writing()
    expect(
      codeOf(() =>
        refused(() => {
          throw new Refusal({ code: 'held', message: 'Not yet' })
        }),
      ),
    ).toBe('held')
    expect(addBed(writing(), 'Bed O').version).toBe(1)
  })

  it('writes once in a command', () => {
    const twice = writing()
    addBed(twice, 'Bed O')
    expect(() => addBed(twice, 'Bed P')).toThrow('writes once')
  })
})

describe('a full disk', () => {
  it('refuses in plain words, keeps what was saved, reads on, and recovers when there is room', () => {
    const pages = store.raw.pragma('page_count', { simple: true }) as number
    store.raw.pragma(`max_page_count=${pages + 4}`)
    const saved: string[] = []
    let refusal: Refusal | undefined
    for (let number = 0; number < 500 && !refusal; number += 1)
      try {
        saved.push(addBed(write, `Bed ${'x'.repeat(500)} ${number}`).recordId)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refusal = error
      }
    expect(refusal?.failure.code).toBe('store')
    expect(refusal?.failure.message).toContain('disk of this computer is full')
    expect(saved.length).toBeGreaterThan(0)
    const there = store.raw.prepare('select record_id from bed').pluck().all()
    expect(saved.every((id) => there.includes(id))).toBe(true)
    expect(codeOf(() => addBed(write, 'x'.repeat(20_000)))).toBe('store')
    store.raw.pragma(`max_page_count=${pages + 1000}`)
    expect(addBed(write, 'Bed again').version).toBe(1)
  })
})

describe('filling in bulk', () => {
  it('keeps everything at the end, with one anchor', () => {
    const paths = storePaths(emptyFolder())
    const fresh = createStore(paths, newDataKey(), testClock())
    const bulk = beginBulk(fresh)
    const filling = writeOf(fresh)
    for (let number = 0; number < 100; number += 1) addBed(filling, `Bed ${number}`)
    expect(() =>
      filling((tx) => {
        tx.insert(bed, { name: 'refused', position: 1 })
        throw new Refusal({ code: 'held', message: 'No' })
      }),
    ).toThrow(Refusal)
    bulk.finish()
    expect(fresh.anchors.all().map(({ seq }) => seq)).toEqual([0, 100])
    expect(fresh.raw.prepare('select count(*) from bed').pluck().get()).toBe(100)
    addBed(filling, 'Bed after')
    expect(fresh.anchors.newest.seq).toBe(101)
    fresh.close()
  })

  it('keeps nothing when it is abandoned', () => {
    const fresh = createStore(storePaths(emptyFolder()), newDataKey(), testClock())
    const bulk = beginBulk(fresh)
    addBed(writeOf(fresh), 'Bed')
    bulk.abandon()
    expect(fresh.chain.seq).toBe(0)
    expect(fresh.raw.prepare('select count(*) from bed').pluck().get()).toBe(0)
    fresh.close()
  })

  it('is for a fresh file alone', () => {
    const { paths, key, clock } = copyOf(ground)
    const opened = openStore(paths, key, clock)
    expect(() => beginBulk(opened)).toThrow('made in this run')
    opened.close()
  })
})
