import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { bed } from '#drizzle/schema/stays.ts'
import { makeBackup } from '../../../../electron/platform/store/backup.ts'
import { atOnce } from '../../../../electron/platform/store/backup-check.ts'
import { applySettings, connect } from '../../../../electron/platform/store/connection.ts'
import { keyLiteral, newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { healthSteps } from '../../../../electron/platform/store/health.ts'
import { createStore, openStore, surveyStore } from '../../../../electron/platform/store/open.ts'
import { checkFolder, storePaths } from '../../../../electron/platform/store/paths.ts'
import { bundled, migrationsFolder } from './children.ts'
import {
  addBed,
  copyOf,
  emptyFolder,
  faultOf,
  type Ground,
  makeGround,
  open,
  testClock,
  writeOf,
} from './ground.ts'

let ground: Ground
let child: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  child = await bundled('second-process')
  ground = await makeGround()
}, 60_000)

describe('opening the store', () => {
  it('has every setting on at the second launch, not only at the first', () => {
    const store = open(copyOf(ground))
    const read = (name: string) => store.raw.pragma(name, { simple: true })
    expect({
      synchronous: read('synchronous'),
      journal_mode: read('journal_mode'),
      locking_mode: read('locking_mode'),
      temp_store: read('temp_store'),
      foreign_keys: read('foreign_keys'),
      recursive_triggers: read('recursive_triggers'),
      trusted_schema: read('trusted_schema'),
      cell_size_check: read('cell_size_check'),
      secure_delete: read('secure_delete'),
      wal_autocheckpoint: read('wal_autocheckpoint'),
      mmap_size: read('mmap_size'),
      cache_size: read('cache_size'),
      cipher: read('cipher'),
      legacy: read('legacy'),
    }).toEqual({
      synchronous: 2,
      journal_mode: 'wal',
      locking_mode: 'exclusive',
      temp_store: 2,
      foreign_keys: 1,
      recursive_triggers: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      wal_autocheckpoint: 100,
      mmap_size: 0,
      cache_size: -327680,
      cipher: 'sqlcipher',
      legacy: '4',
    })
    store.close()
  })

  it('throws where a setting does not hold, however it was set', () => {
    // A database in memory keeps no log, so it cannot be what it is told to be.
    const raw = new Database(':memory:')
    raw.pragma("cipher='sqlcipher'")
    raw.pragma('legacy=4')
    expect(() => applySettings(raw)).toThrow('journal_mode reads memory, not wal')
    raw.close()
  })

  it.each([0, 1, 15, 100, 4095, 4096, 'half', 'last byte'] as const)(
    'refuses a file cut to %s, and makes no new one',
    (cut) => {
      const { paths, key, clock } = copyOf(ground)
      const { size } = statSync(paths.database)
      const left = cut === 'half' ? Math.floor(size / 2) : cut === 'last byte' ? size - 1 : cut
      truncateSync(paths.database, left)
      const { state } = faultOf(() => openStore(paths, key, clock))
      expect(['truncated', 'damaged']).toContain(state)
      expect(statSync(paths.database).size).toBe(left)
    },
  )

  it('notices a byte missing from a page that nothing reads at the start', () => {
    const spoilt = copyOf(ground)
    const store = open(spoilt)
    store.raw.exec(
      "insert into draft values ('d', 'u', 'f', hex(randomblob(20000)), '2026-11-23T02:00:00.000Z')",
    )
    store.close()
    truncateSync(spoilt.paths.database, statSync(spoilt.paths.database).size - 1)
    expect(faultOf(() => open(spoilt)).state).toBe('truncated')
  })

  it('shows none of 60 flipped bits as a record', () => {
    const spoilt = copyOf(ground)
    const whole = readFileSync(spoilt.paths.database)
    const random = seeded(7)
    for (let flip = 0; flip < 60; flip += 1) {
      const at = Math.floor(random() * whole.length)
      const content = Buffer.from(whole)
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      writeFileSync(spoilt.paths.database, content)
      expect(noticed(spoilt), `byte ${at}`).toBe(true)
    }
  }, 60_000)

  it('refuses a missing file without making one', () => {
    const { paths, key, clock } = copyOf(ground)
    rmSync(paths.database)
    expect(faultOf(() => openStore(paths, key, clock)).state).toBe('missing')
    expect(existsSync(paths.database)).toBe(false)
  })

  it('refuses a folder, a link, a pipe, a picture and a plain database in its place', () => {
    const inPlace: [string, (path: string) => void, string][] = [
      ['folder', (path) => mkdirSync(path), 'not-a-database'],
      ['link', (path) => symlinkSync(ground.paths.database, path), 'not-a-database'],
      ['pipe', (path) => execFileSync('mkfifo', [path]), 'not-a-database'],
      ['picture', (path) => writeFileSync(path, Buffer.alloc(9000, 0xff)), 'wrong-key'],
      ['plain', writePlain, 'not-a-database'],
      ['notes', (path) => writeFileSync(path, 'not a database'), 'truncated'],
    ]
    for (const [name, put, state] of inPlace) {
      const { paths, key, clock } = copyOf(ground)
      rmSync(paths.database)
      put(paths.database)
      expect(faultOf(() => openStore(paths, key, clock)).state, name).toBe(state)
    }
  })

  it('refuses another key and the file of another unit', async () => {
    const { paths, key, clock } = copyOf(ground)
    expect(faultOf(() => openStore(paths, newDataKey(), clock)).state).toBe('wrong-key')
    const sameSalt = { key: newDataKey().key, salt: key.salt }
    expect(faultOf(() => openStore(paths, sameSalt, clock)).state).toBe('damaged')
    const other = await makeGround(1)
    copyFileSync(other.paths.database, paths.database)
    expect(faultOf(() => openStore(paths, key, clock)).state).toBe('wrong-key')
  })

  it('refuses the attachments file in the place of the records', () => {
    const { paths, key, clock } = copyOf(ground)
    copyFileSync(paths.attachments, paths.database)
    expect(faultOf(() => openStore(paths, key, clock)).state).toBe('wrong-key')
  })

  it('notes bytes after the end and opens', () => {
    const spoilt = copyOf(ground)
    appendFileSync(spoilt.paths.database, Buffer.alloc(5000, 1))
    const store = open(spoilt)
    expect(store.notices.map(({ kind }) => kind)).toEqual(['warning'])
    store.close()
  })

  it('opens with a log left behind, and with a spoilt index of it', () => {
    const left = copyOf(ground)
    writeFileSync(`${left.paths.database}-shm`, Buffer.alloc(32768, 0xab))
    const store = open(left)
    expect(store.chain.seq).toBe(10)
    store.close()
  })

  it('names the last good backup when it cannot open', async () => {
    const spoilt = copyOf(ground)
    const store = open(spoilt)
    const backup = await makeBackup(store, 'asked')
    store.close()
    truncateSync(spoilt.paths.database, 0)
    const fault = faultOf(() => open(spoilt))
    expect(fault.lastGoodBackup).toBe(backup.file)
    expect(fault.lastGoodAt).toBe(backup.at)
    expect(fault.message).toBe(
      'The records file has been cut short: it holds 0 bytes. Restore the last good backup.',
    )
  })

  it('stops writing when the file is moved away while it is open', () => {
    const moved = copyOf(ground)
    const store = open(moved)
    renameSync(moved.paths.database, `${moved.paths.database}.moved`)
    expect(() => addBed(writeOf(store), 'Bed 9')).toThrow('moved or removed')
    renameSync(`${moved.paths.database}.moved`, moved.paths.database)
    expect(addBed(writeOf(store), 'Bed 9').version).toBe(1)
    store.close()
  })

  it('wipes its keys when it is closed, and leaves the caller their own', () => {
    const store = open(copyOf(ground))
    store.close()
    expect(
      [...store.key.key, ...store.key.salt, ...store.auditKey].every((byte) => byte === 0),
    ).toBe(true)
    expect(ground.key.key.some((byte) => byte !== 0)).toBe(true)
  })
})

describe('one process alone', () => {
  const tryToOpen = (path: string, key: Ground['key']) =>
    spawnSync(process.execPath, [child('second-process'), path, migrationsFolder], {
      input: Buffer.concat([key.key, key.salt]),
      encoding: 'utf8',
    })

  it('keeps a second process out, before, during and after a backup', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    expect(tryToOpen(mine.paths.folder, mine.key).stdout).toBe('busy')
    const backup = makeBackup(store, 'asked')
    await new Promise((resolve) => setImmediate(resolve))
    expect(tryToOpen(mine.paths.folder, mine.key).stdout).toBe('busy')
    await backup
    expect(tryToOpen(mine.paths.folder, mine.key).stdout).toBe('busy')
    store.close()
    expect(tryToOpen(mine.paths.folder, mine.key).stdout).toBe('opened')
  })

  it('says so where the folder cannot be written', ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can start a process as somebody else')
    const mine = copyOf(ground)
    execFileSync('chmod', ['-R', 'a+rX', mine.paths.folder])
    const { stdout } = spawnSync(
      process.execPath,
      [child('second-process'), mine.paths.folder, migrationsFolder],
      { input: Buffer.concat([mine.key.key, mine.key.salt]), encoding: 'utf8', uid: 65534 },
    )
    expect(stdout).toBe('read-only')
  })
})

describe('the first run', () => {
  it('refuses a folder that holds any part of a unit', () => {
    for (const part of ['database', 'keys', 'anchors', 'backups', 'attachments'] as const) {
      const paths = storePaths(emptyFolder())
      writeFileSync(paths[part], '')
      expect(faultOf(() => createStore(paths, newDataKey(), testClock())).state, part).toBe(
        'exists',
      )
      expect(readdirSync(paths.folder)).toHaveLength(1)
    }
  })

  it('sets aside a first run that was broken off, and begins again', () => {
    const paths = storePaths(emptyFolder())
    expect(surveyStore(paths)).toBe('empty')
    createStore(paths, newDataKey(), testClock()).close()
    expect(surveyStore(paths)).toBe('unfinished')
    const store = createStore(paths, newDataKey(), testClock('2026-11-23T03:00:00.000Z'))
    expect(store.chain.seq).toBe(0)
    store.close()
    expect(readdirSync(paths.folder).filter((name) => name.includes('unfinished-'))).toHaveLength(3)
  })

  it('is over once the key file is there', () => {
    expect(surveyStore(ground.paths)).toBe('present')
    expect(faultOf(() => createStore(ground.paths, newDataKey(), testClock())).state).toBe('exists')
  })
})

describe('the folder', () => {
  it.each([
    'records',
    '/tmp/a\0b',
    '\\\\server\\share',
    '//server/share',
    '/tmp/records ',
    '/tmp/re /cords',
    '/people/x/OneDrive - Trust/mbu',
    'C:\\Users\\x\\AppData\\Roaming\\mbu',
  ])('refuses %j', (folder) => {
    expect(faultOf(() => checkFolder(folder)).state).toBe('bad-path')
  })
})

describe('the key', () => {
  it('is 96 hexadecimal digits or is refused before SQLite sees it', () => {
    expect(keyLiteral(newDataKey()).toString()).toMatch(/^x'[0-9a-f]{96}'$/)
    const key = newDataKey()
    for (const [bytes, salt] of [
      [31, 16],
      [33, 16],
      [32, 15],
      [32, 17],
      [0, 0],
    ] as const)
      expect(() => keyLiteral({ key: Buffer.alloc(bytes), salt: Buffer.alloc(salt) })).toThrow()
    expect(() => connect('/nonexistent', { key: key.key, salt: Buffer.alloc(0) })).toThrow()
  })
})

describe('what lies on the disk', () => {
  it('holds no readable word of a record in any file, nor in temporary files', async () => {
    const canary = 'Wilhelmina Canary-Testperson'
    const temp = emptyFolder()
    const mine = copyOf(ground)
    const before = process.env.SQLITE_TMPDIR
    process.env.SQLITE_TMPDIR = temp
    const store = open(mine)
    const write = writeOf(store)
    for (let number = 0; number < 20; number += 1) addBed(write, `${canary} ${number}`)
    store.attachments.put([Buffer.from(canary.repeat(100))])
    // A sort too large for memory is what leaked with the default settings.
    store.raw
      .prepare(
        'with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000) select b.name || i as t from n, bed b order by t desc limit 1',
      )
      .get()
    await makeBackup(store, 'asked')
    const leaks = () =>
      [mine.paths.folder, temp].flatMap((folder) =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((path) => readFileSync(path).includes(canary.slice(0, 12))),
      )
    expect(leaks()).toEqual([])
    store.close()
    expect(leaks()).toEqual([])
    if (before === undefined) delete process.env.SQLITE_TMPDIR
    else process.env.SQLITE_TMPDIR = before
  })
})

/** True if a spoilt file is refused, or found by the checks after the start, before anything wrong is read. */
function noticed(spoilt: Ground): boolean {
  let store: ReturnType<typeof open>
  try {
    store = open(spoilt)
  } catch {
    return true
  }
  try {
    const names = store.db.select({ name: bed.name }).from(bed).all()
    const wrong = names.some(({ name }) => !/^Bed \d$/.test(name))
    const bad = atOnce(healthSteps(store)).some(
      ({ id, state }) => id === 'pages' && state === 'bad',
    )
    return bad && !wrong
  } catch {
    return true
  } finally {
    store.close()
  }
}

function writePlain(path: string): void {
  const file = openSync(path, 'w')
  writeSync(file, 'SQLite format 3\0')
  writeSync(file, Buffer.alloc(8192))
  closeSync(file)
}

/** A small repeatable source of numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
