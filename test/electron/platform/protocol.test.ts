import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, servePages } from '../../../electron/platform/protocol.ts'

const PAGE = '<!doctype html><title>MBU Assurance</title>'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('The pages of the app', () => {
  let folder: string
  let serve: ReturnType<typeof servePages>
  const get = (url: string, method = 'GET') => serve({ url, method })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-pages-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), PAGE)
    writeFileSync(join(folder, 'changed.js'), 'changed after the build')
    writeFileSync(join(folder, 'unlisted.txt'), 'not on the list')
    serve = servePages(folder, [
      { path: '/index.html', type: 'text/html; charset=utf-8', sha256: sha256(PAGE) },
      { path: '/changed.js', type: 'text/javascript', sha256: sha256('as it was built') },
    ])
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are served as they were built, with the content security policy', async () => {
    const response = await get('app://mbu/index.html')
    expect(response.status).toBe(200)
    await expect(response.text()).resolves.toBe(PAGE)
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  test('are refused when a file is no longer what the build made', async () => {
    expect((await get('app://mbu/changed.js')).status).toBe(500)
  })

  test.each([
    'app://mbu/unlisted.txt',
    'app://mbu/',
    'app://mbu/INDEX.HTML',
    'app://mbu/index.html/',
    'app://mbu/../index.htm',
    'app://mbu/..%2f..%2fetc%2fpasswd',
    'app://mbu/assets/..%5c..%5cindex.html',
    'app://mbu/__proto__',
    'app://mbu/index.html%00',
  ])('are only those on the list: %s is not found', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test.each([
    'app://other/index.html',
    'app://mbu.evil/index.html',
    'app://user@mbu/index.html',
    'file:///index.html',
    'nonsense',
  ])('come from our own address alone: %s is refused', async (url) => {
    expect((await get(url)).status).toBe(403)
  })

  test('are read and never written', async () => {
    expect((await get('app://mbu/index.html', 'POST')).status).toBe(403)
  })

  test('allow no inline script, no network, no frame and no form post', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
        "connect-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; " +
        "worker-src 'self'; require-trusted-types-for 'script'",
    )
  })
})
