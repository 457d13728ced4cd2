import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allowed, describeError, fileLog, type LogEntry } from '../../../electron/platform/log.ts'

const now = () => '2026-11-23T09:00:00.000Z'

test('a log line holds codes alone: what looks like text, or is not on the list, is left out', () => {
  const entry = {
    event: 'fault',
    code: 'Amber Quill was seen',
    procedure: 'people.add',
    patient: 'Amber Quill',
    frames: ['electron/platform/door.ts:1:2', 'at Amber Quill'],
  } as LogEntry
  expect(allowed(entry)).toEqual({
    event: 'fault',
    procedure: 'people.add',
    frames: ['electron/platform/door.ts:1:2'],
  })
})

test('an error is described by its kind and its place, never by its message', () => {
  const described = describeError(new RangeError('Amber Quill 943 476 5919'))
  expect(described.errorName).toBe('RangeError')
  expect(JSON.stringify(described)).not.toMatch(/Amber|943/)
  expect(describeError('Amber Quill')).toEqual({ errorName: 'string' })
})

test('the log file is turned over and a log that cannot be written stops nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-log-'))
  const log = fileLog(folder, now)
  for (let turn = 0; turn < 7; turn += 1) {
    writeFileSync(join(folder, 'app.log'), 'x'.repeat(1_000_001))
    log({ event: 'turn', count: turn })
  }
  expect(readdirSync(folder).sort()).toEqual([
    'app.log',
    'app.log.1',
    'app.log.2',
    'app.log.3',
    'app.log.4',
  ])
  expect(JSON.parse(readFileSync(join(folder, 'app.log'), 'utf8'))).toEqual({
    at: now(),
    event: 'turn',
    count: 6,
  })
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file in the place of the folder')
  expect(() => log({ event: 'x' })).not.toThrow()
  rmSync(folder)
})
