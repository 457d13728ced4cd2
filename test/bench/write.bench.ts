import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns } from 'drizzle-orm'
import { places } from '#domain/supervision/codes.ts'
import { supervisionCell, supervisionDecision } from '#drizzle/schema/supervision.ts'
import { systemClock } from '../../electron/platform/clock.ts'
import { newDataKey } from '../../electron/platform/store/data-key.ts'
import { createStore } from '../../electron/platform/store/open.ts'
import { storePaths } from '../../electron/platform/store/paths.ts'
import type { Store } from '../../electron/platform/store/store.ts'
import { makeWrite, newId } from '../../electron/platform/unit-of-work.ts'
import { migrationsFolder } from '../support/app.ts'
import { compared, median, report, sideBySide } from './measure.ts'

const writesInARound = 200
const rounds = 9
const actor = { userId: randomUUID(), staffId: randomUUID(), role: 'nurse', name: 'Bench' } as const
const unitId = randomUUID()

/** A store of its own in a temporary folder, with the pair and the rule set that a decision refers to. */
function benchStore() {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-bench-'))
  const store = createStore(storePaths(folder), newDataKey(), systemClock, {
    migrations: migrationsFolder,
  })
  const pairId = newId(systemClock.now())
  const ruleSetId = newId(systemClock.now())
  for (const [id, type] of [
    [pairId, 'pair'],
    [ruleSetId, 'rule_set'],
  ])
    store.raw.prepare('insert into record values (?, ?, ?, 0)').run(id, type, unitId)
  return {
    store,
    pairId,
    ruleSetId,
    end: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
type Bench = ReturnType<typeof benchStore>

function content({ pairId, ruleSetId }: Bench) {
  const now = systemClock.now()
  return {
    pairId,
    ruleSetId,
    kind: 'renewal',
    startsAt: now,
    reviewDueAt: now,
    rationale: 'Settled and responsive to the baby’s cues all week',
    evidence: 'Nursing notes and the ward round',
    decidedByRole: 'nurse',
  }
}

/** A clinical write as the app does it: rows, audit, operation, checkpoint and anchor. */
function appWrites(bench: Bench) {
  return () => {
    const each: number[] = []
    for (let n = 0; n < writesInARound; n += 1) {
      const start = performance.now()
      const operation = { operationId: randomUUID(), procedure: 'bench', inputHash: 'x' }
      makeWrite(bench.store, { actor, unitId, clock: systemClock, operation })((tx) => {
        const made = tx.insert(supervisionDecision, content(bench))
        for (const place of places)
          tx.append(supervisionCell, { ...made, place, activity: 'all', level: 'SUP-2', note: '' })
        const note = { entity: 'supervision_decision', entityId: made.recordId }
        return {
          value: made,
          audit: [{ action: 'renewal', ...note, patients: [bench.pairId] }],
        }
      })
      each.push(performance.now() - start)
    }
    return median(each)
  }
}

/** The same rows by statements prepared once, with the same durability steps and nothing else. */
function rawWrites(bench: Bench) {
  const { store } = bench
  const insert = statements(store)
  return () => {
    const each: number[] = []
    for (let n = 0; n < writesInARound; n += 1) {
      const start = performance.now()
      const id = newId(systemClock.now())
      const now = systemClock.now()
      const seq = store.chain.seq + 1
      store.prepare('begin immediate').run()
      insert.record.run(id, 'supervision_decision', unitId, seq)
      insert.decision.run({ ...blank, ...content(bench), ...stampOf(id, now, seq) })
      for (const place of places)
        insert.cell.run({
          recordId: id,
          version: 1,
          place,
          activity: 'all',
          level: 'SUP-2',
          note: '',
        })
      insert.audit.run(seq, now, id, bench.pairId)
      insert.patient.run(bench.pairId, seq)
      insert.operation.run(randomUUID(), seq)
      store.prepare('commit').run()
      store.chain = { seq, mac }
      store.prepare('pragma wal_checkpoint(PASSIVE)').get()
      store.anchors.append(store.chain, now)
      each.push(performance.now() - start)
    }
    return median(each)
  }
}

const mac = 'f'.repeat(64)
const stampOf = (recordId: string, recordedAt: string, auditSeq: number) => ({
  recordId,
  version: 1,
  unitId,
  recordedAt,
  auditSeq,
  author: actor.staffId,
  reason: '',
  withdrawn: 0,
})
const blank = Object.fromEntries(
  Object.keys(getTableColumns(supervisionDecision)).map((key) => [key, null]),
)

function statements({ raw }: Store) {
  const named = (table: string, columns: [string, { name: string }][]) =>
    raw.prepare(
      `insert into ${table} (${columns.map(([, { name }]) => name).join(', ')}) values (${columns.map(([key]) => `@${key}`).join(', ')})`,
    )
  return {
    record: raw.prepare('insert into record values (?, ?, ?, ?)'),
    decision: named('supervision_decision', Object.entries(getTableColumns(supervisionDecision))),
    cell: named('supervision_cell', Object.entries(getTableColumns(supervisionCell))),
    audit: raw.prepare(
      `insert into audit (seq, at, utc_offset_minutes, zone, monotonic_ms, boot_id, app_version, user_id,
        staff_id, role, action, entity, entity_id, entity_version, patients, payload, prev, mac)
       values (?, ?, 0, 'Europe/London', 1, '${randomUUID()}', '0.1.0', '${actor.userId}', '${actor.staffId}',
        'nurse', 'renewal', 'supervision_decision', ?, 1, ?, '', '${mac}', '${mac}')`,
    ),
    patient: raw.prepare('insert into audit_patient values (?, ?)'),
    operation: raw.prepare(
      `insert into operation values (?, 'bench', '${actor.userId}', 'x', ?, '{"value":{"recordId":"${randomUUID()}","version":1}}')`,
    ),
  }
}

/** A clinical write against the raw durable transaction of the same rows. */
export async function benchWrite(): Promise<string> {
  const benches = [benchStore(), benchStore(), benchStore()] as const
  try {
    const timings = await sideBySide(
      [
        { name: 'raw prepared SQLite, same rows', run: rawWrites(benches[0]) },
        { name: 'the same again (control)', run: rawWrites(benches[1]) },
        { name: 'clinical write of the app', run: appWrites(benches[2]) },
      ],
      rounds,
    )
    return report(
      `One durable write of a supervision decision with its eight cells (median of ${writesInARound}, ${rounds} rounds)`,
      compared(timings),
    )
  } finally {
    for (const { end } of benches) end()
  }
}
