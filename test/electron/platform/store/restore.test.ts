import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../electron/platform/store/backup.ts'
import { unwrap } from '../../../../electron/platform/store/keys.ts'
import { StoreProblem } from '../../../../electron/platform/store/problem.ts'
import {
  lossOf,
  lossWithoutOpening,
  restoreBackup,
  restoreKeyFile,
} from '../../../../electron/platform/store/restore.ts'
import {
  addBed,
  copyOf,
  faultOf,
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

/** A store with an attachment and a backup, and two beds recorded after it. */
async function withBackup() {
  const mine = copyOf(ground)
  const store = open(mine)
  const { sha256 } = store.attachments.put([Buffer.from('a letter')])
  const backup = await makeBackup(store, 'asked')
  mine.clock.move(60_000)
  addBed(writeOf(store), 'Bed 4')
  mine.clock.move(60_000)
  addBed(writeOf(store), 'Bed 5')
  const loss = lossOf(store.raw, backup)
  store.close()
  return { mine, backup, loss, sha256 }
}

const beds = (mine: Ground) => {
  const store = open(mine)
  const count = store.raw.prepare('select count(distinct record_id) from bed').pluck().get()
  store.close()
  return count
}

describe('a restore', () => {
  it('says before what would be lost', async () => {
    const { mine, backup, loss } = await withBackup()
    expect(loss).toEqual({
      entries: 2,
      from: '2026-11-23T02:01:00.000Z',
      to: '2026-11-23T02:02:00.000Z',
      rows: { bed: 2 },
    })
    expect(lossWithoutOpening(mine.paths, mine.key, backup)).toEqual(loss)
    truncateSync(mine.paths.database, 0)
    expect(lossWithoutOpening(mine.paths, mine.key, backup)).toEqual({
      entries: 2,
      from: '2026-11-23T02:00:00.000Z',
      to: '2026-11-23T02:02:00.000Z',
    })
    rmSync(mine.paths.anchors)
    expect(lossWithoutOpening(mine.paths, mine.key, backup)).toBeUndefined()
  })

  it('brings the records back and keeps what was there', async () => {
    const { mine, backup } = await withBackup()
    const before = readFileSync(mine.paths.database)
    const { setAside } = restoreBackup(mine.paths, mine.key, mine.clock, backup.file)
    expect(beds(mine)).toBe(3)
    const kept = setAside.find((path) => path.startsWith(`${mine.paths.database}.replaced-`)) ?? ''
    expect(readFileSync(kept).equals(before)).toBe(true)
    const store = open(mine)
    expect(addBed(writeOf(store), 'Bed 6').version).toBe(1)
    store.close()
  })

  it.each<[string, (mine: Ground) => void]>([
    ['gone', ({ paths }) => rmSync(paths.database)],
    ['empty', ({ paths }) => truncateSync(paths.database, 0)],
    ['cut', ({ paths }) => truncateSync(paths.database, 20_000)],
    ['junk', ({ paths }) => writeFileSync(paths.database, Buffer.alloc(50_000, 0xff))],
    ['without its anchors', ({ paths }) => rmSync(paths.anchors)],
    ['without its attachments', ({ paths }) => rmSync(paths.attachments)],
    ['with cut attachments', ({ paths }) => truncateSync(paths.attachments, 5000)],
  ])('works when the store is %s', async (_, spoil) => {
    const { mine, backup, sha256 } = await withBackup()
    spoil(mine)
    faultOf(() => open(mine))
    restoreBackup(mine.paths, mine.key, mine.clock, backup.file)
    expect(beds(mine)).toBe(3)
    const store = open(mine)
    expect(store.attachments.get(sha256)?.toString()).toBe('a letter')
    store.close()
  })

  it('can be done again after it was broken off at any point', async () => {
    const { mine, backup } = await withBackup()
    restoreBackup(mine.paths, mine.key, mine.clock, backup.file)
    rmSync(mine.paths.anchors)
    writeFileSync(`${mine.paths.database}.restoring`, 'half')
    expect(faultOf(() => open(mine)).state).toBe('anchor-mismatch')
    restoreBackup(mine.paths, mine.key, mine.clock, backup.file)
    expect(beds(mine)).toBe(3)
    expect(
      readdirSync(mine.paths.folder).filter((name) => name.startsWith('records.mbu.replaced-')),
    ).toHaveLength(2)
  })

  it('changes nothing when the backup is damaged', async () => {
    const { mine, backup } = await withBackup()
    const file = join(mine.paths.backups, backup.file)
    const content = readFileSync(file)
    content[8000] = (content[8000] ?? 0) ^ 1
    writeFileSync(file, content)
    expect(faultOf(() => restoreBackup(mine.paths, mine.key, mine.clock, backup.file)).state).toBe(
      'damaged',
    )
    expect(beds(mine)).toBe(5)
  })

  it('is refused while the store is open', async () => {
    const { mine, backup } = await withBackup()
    const store = open(mine)
    expect(faultOf(() => restoreBackup(mine.paths, mine.key, mine.clock, backup.file)).state).toBe(
      'busy',
    )
    store.close()
  })
})

describe('a lost key file', () => {
  it('comes back from a backup, with the passwords of that time', async () => {
    const { mine, backup } = await withBackup()
    for (const tail of ['', '.1', '.2']) rmSync(`${mine.paths.keys}${tail}`, { force: true })
    const lost = await unwrap(mine.paths, 'ada', password, mine.clock).catch((error) => error)
    expect(lost).toBeInstanceOf(StoreProblem)
    restoreKeyFile(mine.paths, mine.clock, { file: backup.file })
    expect(await unwrap(mine.paths, 'ada', password, mine.clock)).toMatchObject({
      slotId: 'slot-1',
    })
    expect(beds(mine)).toBe(5)
  })

  it('is put aside where it is damaged, and left alone where it is whole', async () => {
    const { mine, backup } = await withBackup()
    expect(faultOf(() => restoreKeyFile(mine.paths, mine.clock, { file: backup.file })).state).toBe(
      'exists',
    )
    writeFileSync(mine.paths.keys, '{')
    restoreKeyFile(mine.paths, mine.clock, { file: backup.file })
    expect(existsSync(mine.paths.keys)).toBe(true)
    expect(
      readdirSync(mine.paths.folder).some((name) => name.startsWith('keys.json.replaced-')),
    ).toBe(true)
  })
})
