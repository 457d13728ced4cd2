import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { attachmentFile, attachmentsKey } from '../../../../electron/platform/store/attachments.ts'
import { makeBackup, verifyBackup } from '../../../../electron/platform/store/backup.ts'
import { attachmentsBackup } from '../../../../electron/platform/store/backup-attachments.ts'
import { atOnce, checkCopySteps } from '../../../../electron/platform/store/backup-check.ts'
import { superfluous } from '../../../../electron/platform/store/backup-keep.ts'
import { type Backup, listBackups } from '../../../../electron/platform/store/backup-list.ts'
import { backUpIfDue } from '../../../../electron/platform/store/backup-schedule.ts'
import { connect } from '../../../../electron/platform/store/connection.ts'
import { newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { unwrap } from '../../../../electron/platform/store/keys.ts'
import { StoreProblem } from '../../../../electron/platform/store/problem.ts'
import {
  addBed,
  copyOf,
  emptyFolder,
  type Ground,
  makeGround,
  open,
  password,
  writeOf,
} from './ground.ts'

let ground: Ground
beforeAll(async () => {
  ground = await makeGround(3)
})

const stateOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StoreProblem ? error.fault.state : String(error)),
  )

/** A store with one backup, closed again. */
async function backedUp() {
  const mine = copyOf(ground)
  const store = open(mine)
  const backup = await makeBackup(store, 'asked')
  store.close()
  return { ...mine, backup, file: join(mine.paths.backups, backup.file) }
}

describe('a backup', () => {
  it('holds everything, opens with the same passwords, and says what it is', async () => {
    const { paths, key, clock, backup, file } = await backedUp()
    expect(backup.file).toMatch(/^mbu-20261123T020000000Z-6-[0-9a-f]{8}\.mbu$/)
    expect(backup).toMatchObject({ seq: 6, reason: 'asked', rows: { bed: 6, audit: 6, record: 3 } })
    expect(readdirSync(paths.backups).sort()).toEqual(
      [
        'attachments.mbu',
        backup.file.replace('.mbu', '.json'),
        backup.file.replace('.mbu', '.keys.json'),
        backup.file,
      ].sort(),
    )
    expect(listBackups(paths.backups)).toHaveLength(1)
    await verifyBackup(paths, key, backup.file)
    const opened = await unwrap(
      { keys: file.replace('.mbu', '.keys.json') },
      'ada',
      password,
      clock,
    )
    expect(opened).toMatchObject({ slotId: 'slot-1' })
    const raw = connect(file, key, { readonly: true })
    expect(raw.prepare('select count(*) from bed').pluck().get()).toBe(6)
    raw.close()
  })

  // Tried again where another program took the processor meanwhile.
  it('shows one moment while writes go on, and makes none of them wait', { retry: 2 }, async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const write = writeOf(store)
    store.raw.exec(
      "insert into draft select i, 'u', 'f', hex(randomblob(4000)), '2026-11-23T02:00:00.000Z' from (with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000) select i from n)",
    )
    let running = true
    const waits: number[] = []
    const backup = makeBackup(store, 'hourly').finally(() => {
      running = false
    })
    while (running) {
      const start = performance.now()
      addBed(write, `Bed ${waits.length}`)
      waits.push(performance.now() - start)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { rows, seq, bytes } = await backup
    expect(bytes).toBeGreaterThan(30_000_000)
    expect(rows.audit).toBe(seq)
    expect(waits.length).toBeGreaterThan(10)
    expect(store.chain.seq).toBeGreaterThan(seq)
    expect(Math.max(...waits)).toBeLessThan(500)
    expect(store.raw.pragma('wal_autocheckpoint', { simple: true })).toBe(100)
    expect(store.checkpointHolds).toBe(0)
    const beds = store.raw.prepare('select count(*) from bed').pluck().get()
    store.close()
    const again = open(mine)
    expect(again.raw.prepare('select count(*) from bed').pluck().get()).toBe(beds)
    again.close()
  })

  it('counts only when it was finished: what a killed one left is no backup and is cleared away', async () => {
    const { paths, clock, key, backup, file } = await backedUp()
    const left = join(paths.backups, 'mbu-20261123T010000000Z.partial')
    writeFileSync(left, readFileSync(file).subarray(0, 5000))
    renameSync(join(paths.backups, backup.file.replace('.mbu', '.json')), `${file}.no-manifest`)
    expect(listBackups(paths.backups)).toEqual([])
    const store = open({ paths, clock, key })
    await makeBackup(store, 'asked')
    store.close()
    expect(existsSync(left)).toBe(false)
  })

  it('is not made when no password would open it', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    rmSync(mine.paths.keys)
    expect(await stateOf(makeBackup(store, 'asked'))).toBe('keys-missing')
    expect(listBackups(mine.paths.backups)).toEqual([])
    store.close()
  })

  it('is given up when the store is closed on the way, and nothing is spoilt', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const backup = stateOf(makeBackup(store, 'asked'))
    await new Promise((resolve) => setImmediate(resolve))
    store.close()
    expect(['busy', 'done', 'damaged']).toContain(await backup)
    const again = open(mine)
    expect(again.chain.seq).toBe(6)
    again.close()
  })

  it('stops at a damaged page and is not kept', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const content = readFileSync(mine.paths.database)
    content[content.length - 2000] = (content[content.length - 2000] ?? 0) ^ 1
    // Closing this handle would lift the lock, as any would: the store is closed right after.
    writeFileSync(mine.paths.database, content)
    expect(await stateOf(makeBackup(store, 'asked'))).toBe('damaged')
    expect(listBackups(mine.paths.backups)).toEqual([])
    store.close()
  })
})

describe('checking a backup again', () => {
  const spoil: [string, (file: string) => void, string][] = [
    ['was edited', (file) => flip(file, 9000), 'damaged'],
    ['was cut', (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)), 'damaged'],
    ['is gone', (file) => rmSync(file), 'missing'],
    ['has another description', (file) => editManifest(file, { seq: 5 }), 'damaged'],
    ['lost its description', (file) => rmSync(file.replace('.mbu', '.json')), 'missing'],
  ]
  it.each(spoil)('refuses one that %s', async (_, change, state) => {
    const { paths, key, backup, file } = await backedUp()
    change(file)
    expect(await stateOf(verifyBackup(paths, key, backup.file))).toBe(state)
  })

  it('refuses a whole file that is not of the same moment', async () => {
    const { key, backup, file } = await backedUp()
    const { seq, head, rows, layout } = backup
    const expected = { head: { seq, mac: head }, rows, layout }
    atOnce(checkCopySteps(file, key, expected))
    for (const other of [
      { ...expected, rows: { ...rows, bed: 7 } },
      { ...expected, rows: { ...rows, extra: 0 } },
      { ...expected, head: { seq: 5, mac: head } },
      { ...expected, head: { seq, mac: '0'.repeat(64) } },
      { ...expected, layout: layout + 1 },
    ])
      expect(() => atOnce(checkCopySteps(file, key, other))).toThrow('cannot be used')
  })

  it('refuses one that was renamed, or belongs to another unit', async () => {
    const { paths, key, backup, file } = await backedUp()
    const other = backup.file.replace('mbu-2026', 'mbu-2027')
    cpSync(file, join(paths.backups, other))
    cpSync(file.replace('.mbu', '.json'), join(paths.backups, other.replace('.mbu', '.json')))
    expect(await stateOf(verifyBackup(paths, key, other))).toBe('missing')
    expect(await stateOf(verifyBackup(paths, newDataKey(), backup.file))).toBe('damaged')
    expect(await stateOf(verifyBackup(paths, key, '../records.mbu'))).toBe('missing')
  })

  const flip = (file: string, at: number) => {
    const content = readFileSync(file)
    content[at] = (content[at] ?? 0) ^ 1
    writeFileSync(file, content)
  }
  const editManifest = (file: string, change: Partial<Backup>) => {
    const path = file.replace('.mbu', '.json')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))
  }
})

describe('the second place', () => {
  it('gets closed files that stand alone', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const second = emptyFolder()
    const backup = await makeBackup(store, 'asked', { secondFolder: second })
    store.close()
    expect(readdirSync(second).sort()).toEqual(readdirSync(mine.paths.backups).sort())
    await verifyBackup({ ...mine.paths, backups: second }, mine.key, backup.file)
  })

  it('that cannot be reached is a warning, not a failure', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const notAFolder = join(emptyFolder(), 'file')
    writeFileSync(notAFolder, '')
    await makeBackup(store, 'asked', { secondFolder: notAFolder })
    expect(store.notices.map(({ kind }) => kind)).toEqual(['backup'])
    expect(listBackups(mine.paths.backups)).toHaveLength(1)
    store.close()
  })

  it('that is not connected is never made anew on the disk of the computer', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const gone = join(emptyFolder(), 'stick')
    await makeBackup(store, 'asked', { secondFolder: gone })
    expect(store.notices.map(({ kind }) => kind)).toEqual(['backup'])
    expect(existsSync(gone)).toBe(false)
    store.close()
  })
})

describe('attachments', () => {
  it('are added to the backup set once each', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    store.attachments.put([Buffer.from('first letter')])
    expect((await makeBackup(store, 'asked')).attachments).toBe(1)
    const size = statSync(attachmentsBackup(mine.paths.backups)).size
    mine.clock.move(1000)
    const { sha256 } = store.attachments.put([Buffer.from('second letter')])
    expect((await makeBackup(store, 'asked')).attachments).toBe(2)
    expect(statSync(attachmentsBackup(mine.paths.backups)).size).toBeLessThan(size + 50_000)
    store.close()
    const copy = attachmentFile(
      connect(attachmentsBackup(mine.paths.backups), attachmentsKey(mine.key)),
    )
    expect(copy.get(sha256)?.toString()).toBe('second letter')
    copy.close()
  })
})

describe('the hourly backup', () => {
  it('is made when an hour has passed and something was recorded', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const made = async () => (await backUpIfDue(store)) !== undefined
    expect(await made()).toBe(true)
    mine.clock.move(3_600_000)
    expect(await made()).toBe(false)
    addBed(writeOf(store), 'Bed 4')
    expect(await made()).toBe(true)
    addBed(writeOf(store), 'Bed 5')
    mine.clock.move(3_599_000)
    expect(await made()).toBe(false)
    mine.clock.move(1000)
    const [first, second] = await Promise.all([made(), made()])
    expect([first, second]).toEqual([true, false])
    addBed(writeOf(store), 'Bed 6')
    mine.clock.move(-7_200_000)
    expect(await made()).toBe(true)
    store.close()
  })
})

describe('what is kept', () => {
  const at = (time: string, reason: Backup['reason'] = 'hourly') =>
    ({ file: `mbu-${time}`, at: time, reason, seq: 1 }) as Backup
  const hourly = (hours: number) =>
    Array.from({ length: hours }, (_, back) =>
      at(new Date(Date.parse('2026-11-23T02:30:00.000Z') - back * 3_600_000).toISOString()),
    )

  it('is the newest of each of 24 hours, 30 days and 12 months', () => {
    const backups = hourly(3 * 365 * 24)
    const gone = new Set(superfluous(backups))
    const kept = backups.filter((backup) => !gone.has(backup)).map((backup) => backup.at)
    expect(kept.slice(0, 24)).toEqual(backups.slice(0, 24).map((backup) => backup.at))
    const days = new Set(kept.map((time) => time.slice(0, 10)))
    const months = new Set(kept.map((time) => time.slice(0, 7)))
    expect(months.size).toBe(12)
    expect([...days].filter((day) => day >= '2026-10-25')).toHaveLength(30)
    expect(kept).toHaveLength(24 + 29 - 1 + 12 - 2)
  })

  it('is also the last three from before a migration, and always the newest', () => {
    const before = [1, 2, 3, 4, 5].map((day) =>
      at(`2020-01-0${day}T00:00:00.000Z`, 'before-migration'),
    )
    const gone = superfluous([...hourly(10), ...before]).map((backup) => backup.at)
    expect(gone).toEqual(['2020-01-02T00:00:00.000Z', '2020-01-01T00:00:00.000Z'])
    expect(superfluous([at('2020-01-01T00:00:00.000Z')])).toEqual([])
  })
})
