import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../../../electron/platform/store/backup-list.ts'
import { readMigrations } from '../../../../electron/platform/store/migrations.ts'
import { openStore } from '../../../../electron/platform/store/open.ts'
import { bundled, migrationsFolder } from './children.ts'
import { copyOf, emptyFolder, faultOf, type Ground, makeGround, open } from './ground.ts'

let ground: Ground
let migrating: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  migrating = await bundled('migrating')
  ground = await makeGround(3)
}, 60_000)

/** The shipped migrations and one more. */
function withNext(sql: string, name = '9999_next'): string {
  const folder = emptyFolder()
  cpSync(migrationsFolder, folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: object[] }
  journal.entries.push({ idx: 9999, tag: name })
  writeFileSync(path, JSON.stringify(journal))
  writeFileSync(join(folder, `${name}.sql`), sql)
  return folder
}

const openWith = ({ paths, key, clock }: Ground, migrations: string) =>
  openStore(paths, key, clock, { migrations, busyTimeoutMs: 200 })

const addTable =
  'CREATE TABLE `extra` (`a` text NOT NULL);--> statement-breakpoint\nCREATE INDEX `extra_a` ON `extra` (`a`);'

// What drizzle-kit writes when a column of a parent table changes; its own guard does nothing inside the
// migrator's transaction.
const rebuildParent = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_parent\` (\`id\` integer PRIMARY KEY NOT NULL, \`note\` text DEFAULT '' NOT NULL);--> statement-breakpoint
INSERT INTO \`__new_parent\`("id") SELECT "id" FROM \`parent\`;--> statement-breakpoint
DROP TABLE \`parent\`;--> statement-breakpoint
ALTER TABLE \`__new_parent\` RENAME TO \`parent\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`

describe('a migration', () => {
  it('is applied once, after a verified backup', () => {
    const mine = copyOf(ground)
    const next = withNext(addTable)
    const store = openWith(mine, next)
    expect(store.raw.prepare('select count(*) from extra').pluck().get()).toBe(0)
    expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(store.notices.map(({ kind }) => kind)).toEqual(['mended'])
    store.close()
    expect(listBackups(mine.paths.backups).map(({ reason, seq }) => ({ reason, seq }))).toEqual([
      { reason: 'before-migration', seq: 6 },
    ])
    const again = openWith(mine, next)
    expect(again.notices).toEqual([])
    again.close()
    expect(listBackups(mine.paths.backups)).toHaveLength(1)
  })

  it('makes no backup of a new file', async () => {
    expect(listBackups(ground.paths.backups)).toEqual([])
  })

  it('keeps the child rows of a rebuilt table', () => {
    const mine = copyOf(ground)
    const first = withNext(
      'CREATE TABLE `parent` (`id` integer PRIMARY KEY NOT NULL);--> statement-breakpoint\nCREATE TABLE `child` (`parent_id` integer REFERENCES `parent`(`id`) ON DELETE CASCADE);',
      '9998_parent',
    )
    const store = openWith(mine, first)
    store.raw.exec('insert into parent values (1); insert into child values (1)')
    store.close()
    const journal = join(first, 'meta', '_journal.json')
    const entries = JSON.parse(readFileSync(journal, 'utf8')) as { entries: object[] }
    entries.entries.push({ idx: 10_000, tag: '9999_rebuild' })
    writeFileSync(journal, JSON.stringify(entries))
    writeFileSync(join(first, '9999_rebuild.sql'), rebuildParent)
    const rebuilt = openWith(mine, first)
    expect(rebuilt.raw.prepare('select count(*) from child').pluck().get()).toBe(1)
    rebuilt.close()
  })

  it('is undone as a whole when a statement fails, and the version before goes on', () => {
    const mine = copyOf(ground)
    const before = contents(mine)
    const fault = faultOf(() =>
      openWith(
        mine,
        withNext(`${addTable}--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);`),
      ),
    )
    expect(fault.state).toBe('migration-failed')
    expect(fault.lastGoodBackup).toMatch(/^mbu-/)
    expect(contents(mine)).toEqual(before)
  })

  it.each([
    ['loses rows', 'DELETE FROM `audit_patient`;'],
    ['breaks the audit', '-- rows change: audit_patient\nDELETE FROM `audit_patient`;'],
    ['loses a table', 'DROP TABLE `shift_duty`;'],
    ['leaves references to nothing', 'DROP TABLE `record`;'],
  ])('that %s without saying so is refused', (_, sql) => {
    const mine = copyOf(ground)
    const before = contents(mine)
    expect(faultOf(() => openWith(mine, withNext(sql))).state).toBe('migration-failed')
    expect(contents(mine)).toEqual(before)
  })

  it('may lose rows of a table that it names', () => {
    const mine = copyOf(ground)
    const store = openWith(mine, withNext('-- rows change: bed\nDELETE FROM `bed`;'))
    expect(store.raw.prepare('select count(*) from bed').pluck().get()).toBe(0)
    expect(() => store.raw.exec('delete from record')).toThrow('append-only')
    store.close()
  })

  it('is undone on a full disk', () => {
    const mine = copyOf(ground)
    const before = contents(mine)
    const wide = `CREATE TABLE wide AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, hex(randomblob(2000)) FROM n;`
    // A limit of pages lasts for one connection, so the migration sets its own.
    const fault = faultOf(() =>
      openWith(mine, withNext(`PRAGMA max_page_count=200;--> statement-breakpoint\n${wide}`)),
    )
    expect(fault.state).toBe('disk-full')
    expect(contents(mine)).toEqual(before)
  })

  it('is old or new and never half, however often it is killed', async () => {
    const mine = copyOf(ground)
    const slow = withNext(
      `CREATE TABLE wide AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) SELECT i, hex(randomblob(100)) AS h FROM n;--> statement-breakpoint\nCREATE INDEX wide_h ON wide (h);`,
    )
    let halfWay = 0
    for (let kill = 0; kill < 6; kill += 1) {
      const one = copyOf(mine)
      await killedAfter(one, slow, 60 + kill * 60)
      const tables = tablesAfter(one)
      if (!tables.includes('wide')) halfWay += 1
      const store = openWith(one, slow)
      expect(store.raw.prepare('select count(*) from wide').pluck().get()).toBe(30000)
      store.close()
    }
    expect(halfWay).toBeGreaterThan(0)
  }, 60_000)
})

describe('another version of the app', () => {
  it('that is older refuses a newer database', () => {
    const mine = copyOf(ground)
    openWith(mine, withNext(addTable)).close()
    const fault = faultOf(() => open(mine))
    expect(fault.state).toBe('newer-version')
    expect(fault.message).toContain('newer version')
  })

  it('with an edited or a skipped past migration is refused', () => {
    const mine = copyOf(ground)
    const edited = withNext('', '9999_unused')
    const names = readMigrations(migrationsFolder).map(({ name }) => name)
    const path = join(edited, `${names[0]}.sql`)
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n-- edited\n`)
    expect(faultOf(() => openWith(mine, edited)).state).toBe('edited-migration')
    const skipped = withNext(addTable)
    const journal = join(skipped, 'meta', '_journal.json')
    const entries = JSON.parse(readFileSync(journal, 'utf8')) as { entries: object[] }
    writeFileSync(journal, JSON.stringify({ entries: entries.entries.slice(1) }))
    expect(['edited-migration', 'newer-version']).toContain(
      faultOf(() => openWith(mine, skipped)).state,
    )
  })

  it('may have checked its files out with other line ends', () => {
    const folder = emptyFolder()
    cpSync(migrationsFolder, folder, { recursive: true })
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
      const text = readFileSync(join(folder, name), 'utf8')
      writeFileSync(join(folder, name), text.replaceAll('\n', '\r\n'))
    }
    openWith(copyOf(ground), folder).close()
  })
})

function contents(mine: Ground): unknown {
  const store = open(mine)
  const schema = store.raw.prepare('select name, sql from sqlite_schema order by name').all()
  const head = store.chain
  store.close()
  return { schema, head }
}

function tablesAfter(one: Ground): unknown[] {
  const looked = copyOf(one)
  try {
    const store = open(looked)
    const names = store.raw
      .prepare("select name from sqlite_schema where type = 'table'")
      .pluck()
      .all()
    store.close()
    return names
  } catch {
    // The shipped app refuses it: the migration had been committed.
    return ['wide']
  }
}

function killedAfter({ paths, key }: Ground, migrations: string, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [migrating('migrating'), paths.folder, migrations])
    child.stdin.end(Buffer.concat([key.key, key.salt]))
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms))
    child.once('exit', () => resolve())
  })
}
