import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pageManifest } from '../../build/page-manifest.ts'

describe('The list of page files', () => {
  let folder: string
  const finishBuild = () => {
    const hook = pageManifest().writeBundle as unknown as (options: { dir: string }) => void
    hook({ dir: join(folder, 'renderer') })
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-manifest-'))
    mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
    writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>')
    writeFileSync(join(folder, 'renderer/assets/index-1a.js'), 'start()')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('names every file by its exact path, its type and its hash', () => {
    finishBuild()
    expect(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'))).toEqual([
      {
        path: '/assets/index-1a.js',
        type: 'text/javascript; charset=utf-8',
        sha256: createHash('sha256').update('start()').digest('hex'),
      },
      {
        path: '/index.html',
        type: 'text/html; charset=utf-8',
        sha256: createHash('sha256').update('<!doctype html>').digest('hex'),
      },
    ])
  })

  test('stops the build at a kind of file that nobody has judged', () => {
    writeFileSync(join(folder, 'renderer/assets/movie.swf'), '')
    expect(finishBuild).toThrow('No content type is known for assets/movie.swf')
  })
})
