import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What a source file of the app may not say, why, and where it may all the same. */
const FORBIDDEN: { what: string; pattern: RegExp; why: string; allowed?: string[] }[] = [
  {
    what: 'ipcMain.on',
    pattern: /\bipc(Main)?\.(on|once|addListener)\(/,
    why: 'a page asks and is answered; a channel that only listens has no sender check to fail',
  },
  { what: 'ipcRenderer.send', pattern: /ipcRenderer\.send(Sync|ToHost)?\(/, why: 'invoke alone' },
  { what: 'remote', pattern: /@electron\/remote|electron\.remote\b/, why: 'Electron in the page' },
  { what: 'eval', pattern: /\beval\s*\(|new Function\s*\(/, why: 'text that becomes code' },
  { what: 'innerHTML', pattern: /\.(inner|outer)HTML\b|insertAdjacentHTML/, why: 'text as markup' },
  { what: 'document.write', pattern: /document\.write(ln)?\(/, why: 'text as markup' },
  { what: 'dangerouslySetInnerHTML', pattern: /dangerouslySetInnerHTML/, why: 'text as markup' },
  { what: 'openExternal', pattern: /openExternal/, why: 'the app opens nothing outside itself' },
  { what: 'serialize(', pattern: /\.serialize\(/, why: 'it hands out the store in plain text' },
  { what: 'rekey', pattern: /\brekey\b/i, why: 'in place it can destroy the store' },
  { what: 'verbose:', pattern: /\bverbose:/, why: 'it would log statements with record content' },
  { what: 'persist:', pattern: /['"`]persist:/, why: 'the engine would keep pages on the disk' },
  { what: 'file://', pattern: /file:\/\//, why: 'pages come from app://mbu alone' },
  {
    what: 'console',
    pattern: /\bconsole\.(log|info|warn|error|debug)\(/,
    why: 'the log takes codes and never content',
  },
  {
    what: 'network',
    pattern: /\bfetch\(|XMLHttpRequest|new WebSocket|node:(http|https|net|tls|dgram|dns)\b/,
    why: 'the app asks nothing of any network',
    // Sockets of this computer alone: it refuses a host and a port (test/electron/platform/local-door).
    allowed: ['electron/platform/local-door/local-socket.ts'],
  },
  {
    what: 'child processes',
    pattern: /node:child_process/,
    why: 'a packaged app starts no program; Node switches are fused off',
  },
]

const sources = globSync('{domain,drizzle,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map(
  (file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(join(root, file), 'utf8'),
  }),
)

/** A comment may name what the code may not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

describe('No source of the app says', () => {
  test.each(FORBIDDEN)('$what ($why)', ({ pattern, allowed = [] }) => {
    const found = sources
      .filter(({ file, text }) => !allowed.includes(file) && pattern.test(withoutComments(text)))
      .map(({ file }) => file)
    expect(found).toEqual([])
  })
})

test('Every forbidden pattern finds what it forbids', () => {
  const planted = [
    "ipcMain.on('x', run)",
    "ipcRenderer.send('x')",
    "import '@electron/remote'",
    "eval('1')",
    'node.innerHTML = name',
    "document.write('x')",
    '<p dangerouslySetInnerHTML={x} />',
    "shell.openExternal('x')",
    'db.serialize()',
    "db.pragma('rekey')",
    'new Database(file, { verbose: log })',
    "fromPartition('persist:mbu')",
    "loadURL('file:///x')",
    "console.log('x')",
    "fetch('https://example.org')",
    "import { fork } from 'node:child_process'",
  ]
  expect(planted.map((text) => FORBIDDEN.findIndex(({ pattern }) => pattern.test(text)))).toEqual(
    planted.map((_text, index) => index),
  )
})

test('Only renderer/api.ts reaches the bridge', () => {
  const found = sources
    .filter(({ file }) => file.startsWith('renderer/'))
    .filter(({ text }) => /\b(window|globalThis)\.bridge\b/.test(withoutComments(text)))
    .map(({ file }) => file)
  expect(found.filter((file) => file !== 'renderer/api.ts')).toEqual([])
})

test('Only the main process and its platform know Electron', () => {
  const found = sources
    .filter(({ text }) => /from 'electron'/.test(text))
    .filter(({ text }) => !/^import type [^;]*? from 'electron'$/m.test(text))
    .map(({ file }) => file)
    .sort()
  expect(found).toEqual([
    'electron/main.ts',
    'electron/platform/bridge.ts',
    'electron/platform/files.ts',
    'electron/platform/security.ts',
    'electron/platform/window.ts',
    'electron/preload.ts',
  ])
})
