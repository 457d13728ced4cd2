import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Failure } from '#domain/shared/failure.ts'
import type { Call, SecondPerson } from '#domain/shared/wire.ts'
import { createApp } from './app.ts'
import { verifyPackFile } from './features/assurance/pack/verify-file.ts'
import { systemClock } from './platform/clock.ts'
import { type Reachable, reachRunningApp } from './platform/local-door/client.ts'
import { fileLog } from './platform/log.ts'
import { type Ask, answersFrom } from './platform/terminal.ts'

export interface CommandLine {
  folder: string
  command: string
  operands: readonly string[]
  ask: Ask
  say(text: string): void
  /** The shipped migrations; by default those of the source tree. */
  migrationsFolder?: string
}

interface Window {
  call<T>(path: string, type: Call['type'], input?: unknown, also?: Partial<Call>): Promise<T>
  line: CommandLine
}

type Command = (window: Window) => Promise<void>

const commands: Record<string, { says: string; run: Command; unsigned?: boolean }> = {
  verify: {
    says: 'checks the whole audit; verify <pack>: a sealed pack, without signing in',
    run: verify,
  },
  integrity: { says: 'checks files, settings, pages, audit, anchors and backups', run: integrity },
  backup: { says: 'makes a backup now and checks it', run: backup },
  restore: { says: 'restore <backup file>: puts a backup in place; two people', run: restore },
  export: {
    says: 'export <folder> [<entry>]: writes everything to a file that is not encrypted; two people',
    run: exportEverything,
  },
  import: {
    says: 'import <file>: makes the records of such a file, in an empty folder',
    run: importEverything,
    unsigned: true,
  },
  users: { says: 'lists the accounts', run: users },
}
export const commandNames: readonly string[] = Object.keys(commands)

/** What was typed after the program's name, on the terminal of this process. */
export function commandLineOf(words: readonly string[], folder: string): CommandLine {
  const at = words.findIndex((word) => commandNames.includes(word))
  const isOperand = (word: string, index: number) =>
    index > at && !word.startsWith('--') && words[index - 1] !== '--data'
  return {
    folder,
    command: words[at] ?? '',
    operands: at < 0 ? [] : words.filter(isOperand),
    ask: answersFrom(process.stdin, process.stdout),
    say: (text) => void process.stdout.write(`${text}\n`),
  }
}

/** What was said to be wrong; ends the command with 1. */
class Told extends Error {}

/**
 * Runs one command as the person who signs in: same door, same permissions, same audit as the screens.
 * Returns the exit code: 0 done, 1 refused or not good, 2 unknown command.
 */
export async function runCommand(line: CommandLine): Promise<number> {
  const chosen = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined
  if (!chosen) {
    line.say('Usage: npm run mbu -- [--data <folder>] <command>')
    for (const [name, { says }] of Object.entries(commands))
      line.say(`  ${name.padEnd(10)} ${says}`)
    return 2
  }
  const [file] = line.operands
  // A pack is verified without a store and without an account, wherever it came from.
  if (line.command === 'verify' && file !== undefined) return verifyPackFile(file, line.say)
  // A store is open in one process alone: where the app runs, it is asked (decision 6).
  const app = (await reachRunningApp(line.folder)) ?? ownApp(line)
  try {
    const window = windowOf(app, line)
    if (!chosen.unsigned) await signIn(window)
    await chosen.run(window)
    return 0
  } catch (error) {
    if (!(error instanceof Told)) throw error
    line.say(error.message)
    return 1
  } finally {
    await app.close()
  }
}

/** The app in this process. */
function ownApp({ folder, migrationsFolder }: CommandLine): Reachable {
  const app = createApp({
    folder,
    clock: systemClock,
    log: fileLog(join(folder, 'logs'), systemClock.now),
    emit: () => {},
    migrationsFolder: migrationsFolder ?? join(import.meta.dirname, '../drizzle/migrations'),
  })
  return { call: (call) => app.call('command line', call), close: () => app.shutdown() }
}

function windowOf(app: Reachable, line: CommandLine): Window {
  return {
    line,
    async call<T>(path: string, type: Call['type'], input?: unknown, also: Partial<Call> = {}) {
      const operation = type === 'mutation' ? { operationId: randomUUID() } : {}
      const answer = await app.call({ path, type, input, ...operation, ...also })
      if ('fault' in answer) throw new Told(`Something went wrong in the app (${answer.fault}).`)
      if (!answer.reply.ok) throw new Told(inWords(answer.reply.failure))
      return answer.reply.value as T
    },
  }
}

const inWords = ({ message, fields = [] }: Failure) =>
  [message, ...fields.map((one) => one.message).filter((text) => text !== message)].join('\n')

async function signIn({ call, line }: Window): Promise<void> {
  const { state } = await call<{ state: string }>('setup.state', 'query')
  if (state === 'none') throw new Told(`There is no unit in ${line.folder}.`)
  const signInName = await line.ask('Sign-in name: ')
  const password = await line.ask('Password: ', { secret: true })
  await call('session.signIn', 'mutation', { signInName }, { password })
}

async function verify({ call, line }: Window): Promise<void> {
  type Report = { whole: boolean; checked: number; fault: { seq: number } | null }
  const report = await call<Report>('audit.verify', 'query')
  if (!report.whole)
    throw new Told(
      `Entry ${report.fault?.seq} of the audit does not hold. Tell the safeguarding lead.`,
    )
  line.say(`All ${report.checked} entries of the audit hold.`)
}

async function integrity({ call, line }: Window): Promise<void> {
  const checks = await call<{ state: string; message: string }[]>('store.health', 'query')
  for (const { state, message } of checks) line.say(`${state.padEnd(8)} ${message}`)
  if (checks.some(({ state }) => state === 'bad'))
    throw new Told('Something is not as it should be.')
}

async function backup({ call, line }: Window): Promise<void> {
  const made = await call<{ file: string; bytes: number }>('store.backUpNow', 'mutation')
  line.say(`Made and checked: ${made.file} (${made.bytes} bytes)`)
}

async function restore({ call, line }: Window): Promise<void> {
  const [file] = line.operands
  if (file === undefined) {
    const backups = await call<{ file: string; at: string }[]>('store.backups', 'query')
    for (const one of backups) line.say(`${one.at}  ${one.file}`)
    throw new Told('Say which: restore <backup file>')
  }
  const loss = await call<{ entries: number }>('store.loss', 'query', { file })
  line.say(`${loss.entries} entries of the audit were made after this backup and would be lost.`)
  const reason = await line.ask('Why: ')
  const password = await line.ask('Your password again: ', { secret: true })
  const second = await secondOf(line)
  await call('store.restore', 'mutation', { file, reason }, { password, second })
  line.say('Restored. What was there before is kept beside it.')
}

async function exportEverything({ call, line }: Window): Promise<void> {
  const [folder, entry] = line.operands
  if (folder === undefined) throw new Told('Say where to: export <folder>')
  line.say(
    'The file has the whole record in the clear. Keep it as you keep the records themselves.',
  )
  const reason = await line.ask('Why: ')
  const password = await line.ask('Your password again: ', { secret: true })
  const second = await secondOf(line)
  type Made = { path: string; entry: number; lines: number; sha256: string }
  const made = await call<Made>(
    'store.exportEverything',
    'mutation',
    { folder: resolve(folder), reason, ...(entry === undefined ? {} : { entry: Number(entry) }) },
    { password, second },
  )
  line.say(`Written: ${made.path}, up to entry ${made.entry} of the audit, ${made.lines} lines`)
  line.say(`Its hash (SHA-256): ${made.sha256}`)
}

/** Makes the store of a unit's export in an empty folder: nobody is signed in yet. */
async function importEverything({ call, line }: Window): Promise<void> {
  const [file] = line.operands
  if (file === undefined) throw new Told('Say which: import <file>')
  const path = resolve(file)
  type Looked = { unit: string; entries: number; rows: number; sha256: string }
  const found = await call<Looked>('setup.readEverything', 'mutation', { path })
  line.say(`${found.unit}: ${found.rows} records, ${found.entries} entries of the audit; whole.`)
  line.say(`Its hash (SHA-256): ${found.sha256}`)
  line.say('Compare it with what the unit’s computer said when the file was written.')
  const person = async (who: string) => ({
    signInName: await line.ask(`${who}, sign-in name: `),
    password: await line.ask(`${who}, a new password: `, { secret: true }),
  })
  const made = await call<{ recoveryCode: string }>('setup.takeEverything', 'mutation', {
    path,
    sha256: found.sha256,
    administrator: await person('Administrator'),
    wardManager: await person('Ward manager'),
  })
  line.say('Taken in. Everybody else needs a new password from one of the two.')
  line.say(`The new recovery code, shown this once: ${made.recoveryCode}`)
}

const secondOf = async (line: CommandLine): Promise<SecondPerson> => ({
  signInName: await line.ask('Second person, sign-in name: '),
  password: await line.ask('Second person, password: ', { secret: true }),
})

async function users({ call, line }: Window): Promise<void> {
  type Account = {
    signInName: string
    name: string
    role: string
    disabled: boolean
    expiresAt: string | null
  }
  for (const one of await call<Account[]>('users.list', 'query')) {
    const state = one.disabled ? 'disabled' : (one.expiresAt ?? 'open')
    line.say(`${one.signInName.padEnd(24)} ${one.role.padEnd(18)} ${state.padEnd(26)} ${one.name}`)
  }
}
