import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, truncateSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  mostAttachmentBytes,
  mostChunkBytes,
} from '../../../../electron/platform/store/attachments.ts'
import type { Store } from '../../../../electron/platform/store/store.ts'
import { copyOf, faultOf, type Ground, makeGround, open } from './ground.ts'

let ground: Ground
let mine: Ground
let store: Store
beforeAll(async () => {
  ground = await makeGround(1)
})
beforeEach(() => {
  mine = copyOf(ground)
  store = open(mine)
})
afterEach(() => {
  store.close()
})

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

describe('an attachment', () => {
  it('comes back as it was put, by its hash, after a restart too', () => {
    const content = randomBytes(2_500_000)
    const chunks = [0, 1_000_000, 2_000_000].map((at) => content.subarray(at, at + 1_000_000))
    const kept = store.attachments.put(chunks)
    expect(kept).toEqual({ sha256: sha256(content), size: 2_500_000 })
    store.close()
    store = open(mine)
    expect(Buffer.concat(store.attachments.get(kept.sha256) ?? []).equals(content)).toBe(true)
    expect(store.attachments.has(kept.sha256)).toBe(true)
    expect(store.attachments.has(sha256(Buffer.from('other')))).toBe(false)
    expect(store.attachments.get(sha256(Buffer.from('other')))).toBeUndefined()
  })

  it('is kept once, however it is cut into chunks', () => {
    const content = Buffer.from('the same letter, scanned twice')
    store.attachments.put([content])
    store.attachments.put([content.subarray(0, 5), new Uint8Array(0), content.subarray(5)])
    expect(store.attachments.listAfter(0, 10)).toEqual([
      { position: 1, sha256: sha256(content), size: content.length },
    ])
  })

  it('is refused empty, in too large a chunk, or too large as a whole; nothing of it stays', () => {
    const put = (chunks: Iterable<Uint8Array>) => () => store.attachments.put(chunks)
    expect(put([])).toThrow('empty')
    expect(put([new Uint8Array(mostChunkBytes + 1)])).toThrow('1 MB')
    const chunk = new Uint8Array(mostChunkBytes)
    const tooMany = Array.from({ length: mostAttachmentBytes / mostChunkBytes + 1 }, () => chunk)
    expect(put(tooMany)).toThrow('25 MB')
    expect(store.attachments.listAfter(0, 10)).toEqual([])
  })

  it('is never changed or removed', () => {
    store.attachments.put([Buffer.from('a letter')])
    for (const sql of [
      'delete from attachment',
      "update attachment_chunk set bytes = x'00'",
      'insert or replace into attachment_chunk select * from attachment_chunk',
    ])
      expect(() => store.attachments.raw.exec(sql)).toThrow('append-only')
  })

  it('is not given out when it is not what was kept', () => {
    const { sha256: kept } = store.attachments.put([Buffer.from('a letter')])
    store.attachments.raw.exec(
      "drop trigger attachment_chunk_no_update; update attachment_chunk set bytes = x'00'",
    )
    expect(() => store.attachments.get(kept)).toThrow('not what was kept')
  })

  it('is encrypted on the disk, and its file is opened with the same care', () => {
    store.attachments.put([Buffer.from('Wilhelmina Canary-Testperson'.repeat(50))])
    expect(store.attachments.raw.pragma('synchronous', { simple: true })).toBe(2)
    store.close()
    expect(readFileSync(mine.paths.attachments).includes('Canary')).toBe(false)
    truncateSync(mine.paths.attachments, 0)
    expect(faultOf(() => open(mine))).toMatchObject({
      state: 'truncated',
      message: expect.stringContaining('attachments file'),
    })
    store = open(copyOf(ground))
  })
})
