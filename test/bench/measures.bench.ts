import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { addDaysToDate, dateOf, periodOfDays } from '#domain/shared/calendar.ts'
import type { Period } from '#domain/shared/time.ts'
import * as schema from '#drizzle/schema/index.ts'
import { buildExample, examplePassword } from '../../electron/example/build-example.ts'
import { runMeasuresOf } from '../../electron/features/assurance/runs.ts'
import { cutAt } from '../../electron/platform/cut.ts'
import { newest } from '../../electron/platform/standing.ts'
import { caller, migrationsFolder, startBareApp } from '../support/app.ts'
import { compared, processorTime, report, sideBySide, timed } from './measure.ts'

const end = '2026-11-23T14:00:00.000Z'
const rounds = 9

/** An example unit of so many years, signed in to, with what the benches read it by. */
export async function openYears(years: number) {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-bench-'))
  const days = Math.round(years * 365.25)
  await buildExample({ folder, end, days, migrationsFolder, log: () => undefined })
  const bare = startBareApp(end, folder)
  const window = caller(bare.app, 'bench')
  await window.ok('session.signIn', { signInName: 'administrator' }, { password: examplePassword })
  const { raw, db } = bare.app.house.store()
  const read = bare.app.house.read()
  return { ...bare, raw, orm: db, read, cut: cutAt(read, end), years }
}
export type Unit = Awaited<ReturnType<typeof openYears>>

export function closeUnit(unit: Unit): void {
  unit.app.shutdown()
  rmSync(unit.folder, { recursive: true, force: true })
}

const tables = Object.values(schema).filter((one) => is(one, SQLiteTable))

/** What no measure reads: who did what, and the register of ids. */
const unread = new Set(['audit', 'audit_patient', 'record', 'operation'])

/** The last number column of each table, summed without an index: each row is read and decoded once. */
function scanOf({ raw }: Unit, of: 'all' | 'measured') {
  const chosen = tables.filter((table) => of === 'all' || !unread.has(getTableName(table)))
  const sums = chosen.map((table) => {
    const columns = Object.values(getTableColumns(table))
    const last = columns.filter((column) => column.getSQLType() === 'integer').at(-1)
    const value = last ? `sum(${last.name})` : `sum(length(${columns.at(-1)?.name}))`
    return raw.prepare(`select ${value} from ${getTableName(table)} not indexed`)
  })
  return () => processorTime(() => sums.map((statement) => statement.get()))
}

const measuresOf =
  ({ read, cut }: Unit, period: Period, taken = processorTime) =>
  () =>
    taken(() => runMeasuresOf(read, period, cut, undefined))

/** Whole rows of every version table through the ORM, as the same question is usually answered. */
const wholeRowsOf =
  ({ orm }: Unit) =>
  () =>
    processorTime(() => {
      for (const table of tables)
        if ('recordId' in table && 'version' in table) orm.select().from(table).all()
    })

const bareProcess = () => timed(() => spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }))

/** The measures of every thread at one and ten unit-years, against a scan of the same tables and a bare process start. */
export async function benchMeasures(): Promise<string> {
  const one = await openYears(1)
  const ten = await openYears(10)
  try {
    const today = dateOf(end)
    const quarter = periodOfDays(addDaysToDate(today, -91), addDaysToDate(today, -1))
    const always = (years: number) =>
      periodOfDays(addDaysToDate(today, -Math.round(years * 365.25)), today)
    const rows = (unit: Unit) =>
      unit.read.row<{ n: number }>('select count(*) as n from audit', { seq: newest })?.n ?? 0
    return [
      `Audit entries: ${rows(one)} in one unit-year, ${rows(ten)} in ten`,
      report(
        'All measures of every thread, one quarter (ratio to a bare process start)',
        compared(
          await sideBySide(
            [
              { name: 'bare process start', run: bareProcess },
              { name: 'quarter, one year of history', run: measuresOf(one, quarter, timed) },
              { name: 'quarter, ten years of history', run: measuresOf(ten, quarter, timed) },
            ],
            rounds,
          ),
        ),
      ),
      report(
        'All measures of every thread over one unit-year (processor time, ratio to one scan of the same tables)',
        compared(
          await sideBySide(
            [
              { name: 'one scan of the tables that measures read', run: scanOf(one, 'measured') },
              { name: 'one scan of all tables, audit too', run: scanOf(one, 'all') },
              { name: 'all measures', run: measuresOf(one, always(1)) },
              { name: 'whole rows through the ORM', run: wholeRowsOf(one) },
            ],
            rounds,
          ),
        ),
      ),
      report(
        'All measures of every thread over ten unit-years (processor time, ratio to one scan of the same tables)',
        compared(
          await sideBySide(
            [
              { name: 'one scan of the tables that measures read', run: scanOf(ten, 'measured') },
              { name: 'one scan of all tables, audit too', run: scanOf(ten, 'all') },
              { name: 'all measures', run: measuresOf(ten, always(10)) },
              { name: 'whole rows through the ORM', run: wholeRowsOf(ten) },
            ],
            rounds,
          ),
        ),
      ),
    ].join('\n')
  } finally {
    for (const unit of [one, ten]) closeUnit(unit)
  }
}
