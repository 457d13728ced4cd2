import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { writeLines } from '../../../../electron/features/store/everything/out-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'mbu-out-'))
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a file handle can do, to be made to fail. */
async function handles(): Promise<{
  write: (...all: never[]) => Promise<{ bytesWritten: number }>
}> {
  const file = await open(join(folder, 'any'), 'w')
  await file.close()
  return Object.getPrototypeOf(file)
}

test('a disk that takes a part of a write, and says how much, leaves no file that is cut', async () => {
  const proto = await handles()
  const { write } = proto
  vi.spyOn(proto, 'write').mockImplementation(function (this: unknown, content: unknown) {
    return write.call(this, String(content).slice(0, 5) as never)
  } as never)
  const path = join(folder, 'whole.jsonl')
  function* lines(): Generator<string, string, void> {
    yield '{"first":"Siân"}\n'
    yield '{"last":1}\n'
    return 'done'
  }
  const { end, bytes } = await writeLines(path, lines(), new AbortController().signal, () => {})
  expect(end).toBe('done')
  expect(readFileSync(path, 'utf8')).toBe('{"first":"Siân"}\n{"last":1}\n')
  expect(bytes).toBe(readFileSync(path).length)
})
