import { beforeAll, describe, expect, it } from 'vitest'
import { appendOnlyTriggers, tableNames, versionTableNames } from '#drizzle/statements.ts'
import { atOnce } from '../../../../electron/platform/store/backup-check.ts'
import { healthSteps } from '../../../../electron/platform/store/health.ts'
import { readDb } from '../../../../electron/platform/unit-of-work.ts'
import { copyOf, faultOf, type Ground, makeGround, open } from './ground.ts'

let ground: Ground
beforeAll(async () => {
  ground = await makeGround(2)
})

/** The same records, after statements that only somebody with the key and another tool could run. */
function altered(...statements: string[]): Ground {
  const copy = copyOf(ground)
  const store = open(copy)
  for (const sql of statements) store.raw.exec(sql)
  store.close()
  return copy
}

describe('records', () => {
  it('are guarded in every table but that of drafts', () => {
    const guarded = (name: string) =>
      ['update', 'delete'].every((act) =>
        appendOnlyTriggers.some((trigger) => trigger.name === `${name}_no_${act}`),
      )
    expect(tableNames.filter((name) => !guarded(name))).toEqual(['draft'])
    expect(versionTableNames).toEqual(
      expect.arrayContaining([
        'staff',
        'user_account',
        'tie',
        'rule_set',
        'bed',
        'contact',
        'unit',
      ]),
    )
  })

  it.each([
    "update bed set name = 'other'",
    'delete from bed',
    'insert or replace into bed select * from bed where version = 1',
    "insert into bed select * from bed where version = 1 on conflict do update set name = 'other'",
    "update audit set reason = 'other'",
    'delete from audit',
    'insert or replace into audit select * from audit where seq = 1',
    'update record set unit_id = 1',
    'delete from audit_patient',
    'delete from operation',
    'update schema_migration set hash = 1',
  ])('refuse %s', (sql) => {
    const store = open(copyOf(ground))
    const before = store.raw.prepare('select count(*), max(name) from bed').raw().get()
    // Nothing to change would be no refusal.
    if (sql.endsWith('operation'))
      store.raw.exec("insert into operation values ('a', 'b', 'c', 'd', 1, 'null')")
    expect(() => store.raw.exec(sql)).toThrow(/append-only|does not follow/)
    expect(store.raw.prepare('select count(*), max(name) from bed').raw().get()).toEqual(before)
    store.close()
  })

  it('refuse a version that does not follow the last one', () => {
    const store = open(copyOf(ground))
    const columns =
      'record_id, :version, unit_id, recorded_at, audit_seq, author, reason, withdrawn, name, position, closed'
    const insert = store.raw.prepare(
      `insert into bed (${columns.replace(':version', 'version')}) select ${columns} from bed where version = 1 limit 1`,
    )
    for (const version of [0, 1, 2, 4, 2.5, null])
      expect(() => insert.run({ version }), String(version)).toThrow()
    expect(insert.run({ version: 3 }).changes).toBe(1)
    store.close()
  })
})

describe('the guards themselves', () => {
  it('are put back, and the loss is reported, when one was dropped or changed', () => {
    const { paths, key, clock } = altered(
      'drop trigger bed_no_delete',
      'drop trigger staff_no_update',
      'create trigger staff_no_update before update on staff begin select 1; end',
    )
    const store = open({ paths, key, clock })
    const [notice] = store.notices
    expect(notice?.kind).toBe('tampering')
    expect(notice?.message).toMatch(/bed_no_delete.*staff_no_update|staff_no_update.*bed_no_delete/)
    expect(() => store.raw.exec('delete from bed')).toThrow('append-only')
    store.close()
    const again = open({ paths, key, clock })
    expect(again.notices).toEqual([])
    again.close()
  })

  it('are joined by no trigger of another hand', () => {
    const store = open(
      altered(
        'create trigger quiet after insert on bed begin insert into draft values (1, 2, 3, 4, null); end',
      ),
    )
    expect(store.notices[0]?.message).toContain('quiet')
    const names = store.raw
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all()
    expect(names).not.toContain('quiet')
    store.close()
  })

  it('are missed on the safety panel while the app runs', () => {
    const store = open(copyOf(ground))
    const state = () => atOnce(healthSteps(store)).find(({ id }) => id === 'triggers')?.state
    expect(state()).toBe('good')
    store.raw.exec('drop trigger audit_no_delete')
    expect(state()).toBe('bad')
    store.close()
  })
})

describe('the layout', () => {
  it.each([
    'alter table bed rename to bed_old',
    'drop table shift_duty',
    'drop index stay_mother',
    'create table other (a)',
    'alter table bed add column secret text',
    'create view people as select * from person',
    'pragma user_version=0',
  ])('opens no more after %s', (sql) => {
    expect(faultOf(() => open(altered(sql))).state).toBe('changed-schema')
  })

  it('opens no more when the list of its migrations was edited', () => {
    const edited = altered(
      'drop trigger schema_migration_no_update',
      "update schema_migration set applied_at = '2020-01-01T00:00:00.000Z'",
    )
    expect(faultOf(() => open(edited)).state).toBe('changed-schema')
  })

  it('opens no more when somebody edited it by writing to the schema table', () => {
    const copy = copyOf(ground)
    const store = open(copy)
    store.raw.unsafeMode(true)
    store.raw.pragma('writable_schema=ON')
    store.raw.exec(
      "update sqlite_schema set sql = replace(sql, 'withdrawn', 'withdrawm') where name = 'bed'",
    )
    store.close()
    expect(faultOf(() => open(copy)).state).toBe('changed-schema')
  })
})

describe('a read', () => {
  it.each([
    'insert into bed values (1)',
    'with a as (select 1) delete from bed',
    'with a as (select 1) insert into draft select 1, 2, 3, 4, 5',
    'update bed set name = 1 returning name',
    "attach '/tmp/other.db' as other key ''",
    "select 1; attach 'x' as y",
    'detach other',
    'pragma foreign_keys=OFF',
    "select * from pragma_table_info('bed')",
    'vacuum',
    "vacuum into '/tmp/plain.db'",
    'drop table bed',
    'begin',
    "select sqlite3mc_config('cipher', 1)",
    "select load_extension('x')",
    'explain select 1',
    '-- a comment\nselect 1',
    '',
  ])('is refused: %s', (sql) => {
    const store = open(copyOf(ground))
    expect(() => readDb(store).rows(sql)).toThrow()
    store.close()
  })

  it('takes values by name and by place, and keeps its statement', () => {
    const store = open(copyOf(ground))
    const db = readDb(store)
    expect(
      db.rows('select name from bed where version = @version order by name', { version: 2 }),
    ).toEqual([{ name: 'Bed 1' }, { name: 'Bed 2' }])
    expect(db.row('WITH b AS (SELECT ? AS x) SELECT x FROM b', [3])).toEqual({ x: 3 })
    expect(db.row('select name from bed where version = 9')).toBeUndefined()
    expect(store.prepare('select 1 as a')).toBe(store.prepare('select 1 as a'))
    store.close()
  })

  it('has nothing that writes', () => {
    const store = open(copyOf(ground))
    expect(Object.keys(readDb(store)).sort()).toEqual(['row', 'rows', 'select', 'selectDistinct'])
    store.close()
  })
})
