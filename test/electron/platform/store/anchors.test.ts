import {
  appendFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAnchors, openAnchors } from '../../../../electron/platform/store/anchors.ts'
import { newDataKey } from '../../../../electron/platform/store/data-key.ts'
import { renewAnchors } from '../../../../electron/platform/store/restore.ts'
import {
  addBed,
  copyOf,
  emptyFolder,
  faultOf,
  type Ground,
  makeGround,
  open,
  writeOf,
} from './ground.ts'

let ground: Ground
beforeAll(async () => {
  ground = await makeGround(3)
})

const lines = (path: string) => readFileSync(path, 'latin1').split('\n').slice(0, -1)

describe('the anchors', () => {
  it('have one line for each commit, each of 128 bytes', () => {
    expect(lines(ground.paths.anchors).map((line) => Number(line.slice(0, 14)))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ])
    expect(statSync(ground.paths.anchors).size).toBe(7 * 128)
  })

  it('lose a line that a crash cut short, and say so', () => {
    for (const spoil of [
      (path: string) => appendFileSync(path, '00000000000007 abc'),
      (path: string) => appendFileSync(path, Buffer.alloc(128)),
      (path: string) => appendFileSync(path, Buffer.alloc(300)),
    ]) {
      const spoilt = copyOf(ground)
      spoil(spoilt.paths.anchors)
      const store = open(spoilt)
      expect(store.notices.map(({ kind }) => kind)).toEqual(['mended'])
      addBed(writeOf(store), 'Bed 4')
      store.close()
      expect(lines(spoilt.paths.anchors)).toHaveLength(8)
    }
  })

  it('catch up with a commit whose line was lost', () => {
    const spoilt = copyOf(ground)
    truncateSync(spoilt.paths.anchors, 5 * 128)
    const store = open(spoilt)
    expect(store.anchors.newest.seq).toBe(6)
    expect(store.notices[0]?.message).toContain('2 entries')
    store.close()
  })

  const alarms: [string, (path: string) => void][] = [
    ['are missing', (path) => rmSync(path)],
    ['are empty', (path) => truncateSync(path, 0)],
    ['have a changed line', (path) => edit(path, 3, (line) => line.replace('000003', '000002'))],
    ['have a forged last line', (path) => edit(path, 6, (line) => line.replace(/.$/, '!'))],
    ['have lines in another order', (path) => writeLines(path, swapped(lines(path)))],
    [
      'belong to another unit',
      (path) =>
        createAnchors(
          path,
          Buffer.alloc(32, 9),
          { seq: 6, mac: '0'.repeat(64) },
          '2026-11-23T02:00:00.000Z',
        ),
    ],
  ]
  it.each(alarms)('stop the start when they %s', (_, spoil) => {
    const spoilt = copyOf(ground)
    spoil(spoilt.paths.anchors)
    expect(faultOf(() => open(spoilt)).state).toBe('anchor-mismatch')
  })

  it('can be made new by somebody responsible, and the old ones are kept', () => {
    const spoilt = copyOf(ground)
    rmSync(spoilt.paths.anchors)
    renewAnchors(spoilt.paths, spoilt.key, spoilt.clock)
    const store = open(spoilt)
    expect(store.anchors.newest.seq).toBe(6)
    store.close()
  })

  it('do not grow for ever', () => {
    const path = join(emptyFolder(), 'anchors.log')
    const key = newDataKey().key
    const at = '2026-11-23T02:00:00.000Z'
    const mac = 'ab'.repeat(32)
    createAnchors(path, key, { seq: 0, mac }, at)
    const line = readFileSync(path)
    // Built from one line: as many as there are before a rotation, all with the same number.
    writeFileSync(path, Buffer.concat(Array.from({ length: 5000 }, () => line)))
    const log = openAnchors(path, key, () => undefined)
    expect(statSync(path).size).toBe(4096 * 128)
    log.append({ seq: 1, mac }, at)
    expect(log.all()).toHaveLength(4097)
    expect(log.newest.seq).toBe(1)
    log.close()
  })
})

function edit(path: string, at: number, change: (line: string) => string): void {
  const all = lines(path)
  all[at] = change(all[at] ?? '')
  writeLines(path, all)
}

const writeLines = (path: string, all: readonly string[]) =>
  writeFileSync(path, all.map((line) => `${line}\n`).join(''), 'latin1')

const swapped = ([a = '', b = '', c = '', ...rest]: string[]) => [a, c, b, ...rest]
