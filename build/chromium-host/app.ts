import { EventEmitter } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { CommandLine, App as ElectronApp } from 'electron'
import { closeBrowser, followWindows } from './browser-window.ts'
import { settings } from './settings.ts'
import { takeInstanceLock } from './single-instance.ts'
import { notAvailable, standIn } from './stand-in.ts'

const NAME = 'MBU Assurance'
const emitter = new EventEmitter()
const paths = new Map<string, string>([['userData', join(applicationData(), NAME)]])

function applicationData(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? homedir()
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

async function exit(code = 0): Promise<never> {
  await closeBrowser()
  process.exit(code)
}

function quit(): void {
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
  }
  emitter.emit('before-quit', event)
  if (!prevented) void exit()
}

export const app = standIn<ElectronApp>(
  'app',
  {
    name: NAME,
    isPackaged: false,
    commandLine: standIn<CommandLine>('commandLine', {
      // The switches of a run of this host are the host's own (run.ts).
      hasSwitch: () => false,
      removeSwitch: () => {},
    }),
    enableSandbox: () => {},
    getPath: (name) => paths.get(name) ?? notAvailable(`app.getPath('${name}')`),
    setPath: (name, path) => {
      paths.set(name, path)
    },
    requestSingleInstanceLock: () => {
      const free = takeInstanceLock(paths.get('userData') ?? '', () =>
        emitter.emit('second-instance'),
      )
      if (!free) settings.say('MBU Assurance is already open with this folder; see its window.')
      return free
    },
    whenReady: () => Promise.resolve(),
    quit,
    exit: (code) => {
      void exit(code)
    },
  },
  emitter,
)

followWindows({
  onAllClosed: () => emitter.emit('window-all-closed'),
  onContents: (contents) => emitter.emit('web-contents-created', {}, contents),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)
