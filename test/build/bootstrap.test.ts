import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled } from '../../build/bootstrap/ensure.mjs'
import { type LockFile, missingPackages } from '../../build/lock/missing-packages.ts'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'build/bootstrap/ensure.mjs')

const here = { version: '1.0.0', integrity: 'sha512-here' }

describe('What is installed', () => {
  let folder: string
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content))
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-install-'))
    write('package-lock.json', {
      packages: {
        '': {},
        'node_modules/here': here,
        'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'] },
      },
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is nothing where there is no node_modules', () => {
    expect(isInstalled(folder)).toBe(false)
  })

  test('is enough when it is what the lock names, though packages for other machines are missing', () => {
    mkdirSync(join(folder, 'node_modules'))
    write('node_modules/.package-lock.json', { packages: { 'node_modules/here': here } })
    expect(isInstalled(folder)).toBe(true)
    expect(readFileSync(join(folder, 'node_modules/.installed-lock'), 'utf8')).toMatch(/^\w{64}$/)
  })

  test.each([
    ['is missing a package', {}],
    ['has another version', { 'node_modules/here': { ...here, version: '1.0.1' } }],
    ['has other content', { 'node_modules/here': { ...here, integrity: 'sha512-other' } }],
  ])('is not enough when it %s', (_how, packages) => {
    mkdirSync(join(folder, 'node_modules'))
    write('node_modules/.package-lock.json', { packages })
    expect(isInstalled(folder)).toBe(false)
  })

  test('is not enough when an install was broken off', () => {
    mkdirSync(join(folder, 'node_modules/here'), { recursive: true })
    expect(isInstalled(folder)).toBe(false)
  })

  test('is judged again when the lock has changed', () => {
    mkdirSync(join(folder, 'node_modules'))
    write('node_modules/.package-lock.json', { packages: { 'node_modules/here': here } })
    expect(isInstalled(folder)).toBe(true)
    write('package-lock.json', { packages: { '': {}, 'node_modules/new': here } })
    expect(isInstalled(folder)).toBe(false)
  })
})

test('An older Node is refused in one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-old-node-'))
  cpSync(script, join(folder, 'ensure.mjs'))
  writeFileSync(
    join(folder, 'old.mjs'),
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } })
     Object.defineProperty(process, 'version', { value: 'v18.20.0' })
     const { ensure } = await import('./ensure.mjs')
     ensure()`,
  )
  const run = spawnSync(process.execPath, [join(folder, 'old.mjs')], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(run.status).toBe(1)
  expect(run.stderr).toBe('MBU Assurance needs Node 20 or later; this is v18.20.0.\n')
})

test('The bootstrap needs nothing that is not in Node itself', () => {
  for (const file of ['build/bootstrap/ensure.mjs', 'build/start.mjs', 'build/test.mjs']) {
    const imports = [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)]
    for (const [, name] of imports) {
      expect(name, file).toMatch(/^node:|^\.\/bootstrap\/ensure\.mjs$/)
    }
  }
})

test('The lock names a package for every kind of machine, or npm ci would refuse it', () => {
  const lock: LockFile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(missingPackages(lock)).toEqual([])
})
