import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the command line says: nothing else steers the app. */
export interface StartOptions {
  /** The unit's own folder, or the example's. */
  folder: string
  example: boolean
  /** Where the browser engine keeps its own files; never record content. */
  profile: string
  /** The app is asked to run a command and to open no window (decision 6). */
  commandLine: boolean
  /** Test builds only. */
  clock?: string
}

interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** Electron's own choice for this app, used where nothing better is known. */
  userData: string
}

/**
 * Reads `--data <folder>` and `--example` and says where things are kept. Without `--data` this is the
 * person's local application folder: on Windows not the roaming one, which would carry the store over
 * the network at each sign-in. Unknown switches are the browser engine's and are left alone.
 */
export function startOptions(argv: readonly string[], machine: Machine): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      example: { type: 'boolean', default: false },
      cli: { type: 'boolean', default: false },
      clock: { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  })
  const base = localFolder(machine)
  const example = values.example === true
  const named = typeof values.data === 'string' ? resolve(values.data) : undefined
  return {
    folder: named ?? join(base, example ? 'example' : 'unit'),
    example,
    commandLine: values.cli === true,
    profile: named ? join(named, 'browser') : join(base, 'browser'),
    ...(typeof values.clock === 'string' ? { clock: values.clock } : {}),
  }
}

function localFolder(machine: Machine): string {
  const local = machine.env.LOCALAPPDATA
  return machine.platform === 'win32' && local ? join(local, 'MBU Assurance') : machine.userData
}
