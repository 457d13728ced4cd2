import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfStale } from '../../build/app-build.ts'
import { packageApp } from '../../build/package/package-app.ts'
import { stageApp } from '../../build/package/stage.ts'
import { changedNatives, type NativeFile } from '../../electron/platform/natives.ts'
import { makeFakeElectron } from './fake-electron.ts'

const root = join(import.meta.dirname, '../..')
const onLinux = process.platform === 'linux'
const title = onLinux
  ? 'A packaged app'
  : 'A packaged app (skipped: a stand-in for Electron exists for Linux alone)'

describe.skipIf(!onLinux)(title, () => {
  let folder: string
  let app: string
  let archive: string
  let files: string[]
  const read = (path: string) => extractFile(archive, path).toString('utf8')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-package-'))
    await makeFakeElectron(join(folder, 'electron'))
    await packageApp({
      build: await buildIfStale('production'),
      output: join(folder, 'dist'),
      folderOnly: true,
      electron: join(folder, 'electron'),
    })
    app = join(folder, 'dist/linux-unpacked')
    archive = join(app, 'resources/app.asar')
    files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('has its main process, store worker, the workers of PDFs and pictures, preload and pages', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/out/app/main/main.js',
        '/out/app/main/worker.js',
        '/out/app/main/pdf-worker.js',
        '/out/app/main/open-pdf-worker.js',
        '/out/app/main/open-picture-worker.js',
        '/out/app/preload/preload.cjs',
        '/out/app/renderer/index.html',
        '/out/app/pages.json',
      ]),
    )
    expect(JSON.parse(read('package.json')).main).toBe('out/app/main/main.js')
  })

  test('is not a test build: no clock can be set in it', () => {
    expect(JSON.parse(read('out/app/build.json')).mode).toBe('production')
    const code = files.filter((file) => /^\/out\/app\/main\/.*\.js$/.test(file))
    for (const file of code) expect(read(file.slice(1)), file).not.toContain('mbu:test')
  })

  test('has every migration', () => {
    const migrations = readdirSync(join(root, 'drizzle/migrations')).filter((one) =>
      one.endsWith('.sql'),
    )
    expect(migrations.length).toBeGreaterThan(0)
    for (const name of migrations) expect(files).toContain(`/out/app/main/migrations/${name}`)
    expect(files).toContain('/out/app/main/migrations/meta/_journal.json')
  })

  test('has the fonts of the report', () => {
    expect(files.filter((file) => file.endsWith('.ttf')).length).toBeGreaterThanOrEqual(6)
  })

  test('has its native libraries beside the archive, for this machine alone', () => {
    const natives: NativeFile[] = JSON.parse(read('out/app/natives.json'))
    expect(natives.length).toBeGreaterThanOrEqual(3)
    for (const { path, sha256 } of natives) {
      const beside = join(`${archive}.unpacked`, path)
      expect(createHash('sha256').update(readFileSync(beside)).digest('hex')).toBe(sha256)
      expect(path).not.toMatch(/win32|darwin/)
    }
  })

  test('notices a native library that was changed or removed', () => {
    const natives: NativeFile[] = JSON.parse(read('out/app/natives.json'))
    const unpacked = `${archive}.unpacked`
    expect(changedNatives(unpacked, natives)).toEqual([])
    const [first, second] = natives
    writeFileSync(join(unpacked, first?.path ?? ''), 'another library')
    rmSync(join(unpacked, second?.path ?? ''))
    expect(changedNatives(unpacked, natives)).toEqual([first?.path, second?.path])
  })

  test('has no source, test, tool, library source or scripts of the project', () => {
    const strangers = files.filter((file) =>
      /\.(tsx?|map|c|cpp|h|gyp|md)$|\/(test|build|docs|drizzle|electron|domain)\//.test(file),
    )
    expect(strangers.filter((file) => !file.startsWith('/out/app/'))).toEqual([])
    expect(JSON.parse(read('package.json')).scripts).toBeUndefined()
    expect(existsSync(join(app, 'resources/default_app.asar'))).toBe(false)
  })

  test('has all nine fuses of the engine set', async () => {
    const wire = await getCurrentFuseWire(join(app, 'mbu-assurance'))
    const [off, on] = [48, 49]
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      [FuseV1Options.WasmTrapHandlers]: on,
    })
  })
})

test('A test build is never packaged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-stage-'))
  writeFileSync(join(folder, 'build.json'), JSON.stringify({ mode: 'test', sources: '' }))
  const target = { platform: 'linux', arch: 'x64' } as const
  expect(() => stageApp(folder, join(folder, 'stage'), target)).toThrow('Only a production build')
  rmSync(folder, { recursive: true })
})
