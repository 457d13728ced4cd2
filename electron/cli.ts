import { homedir } from 'node:os'
import { join } from 'node:path'
import { type CommandLine, commandNames, runCommand } from './command-line.ts'
import { startOptions } from './platform/start-options.ts'
import { answersFrom } from './platform/terminal.ts'

const words = process.argv.slice(2)
const { folder } = startOptions(words, {
  platform: process.platform,
  env: process.env,
  userData: appFolder(),
})
const named = words.find((word) => commandNames.includes(word))

const line: CommandLine = {
  folder,
  command: named ?? '',
  operands: named ? words.slice(words.indexOf(named) + 1).filter((word) => !isSwitch(word)) : [],
  ask: answersFrom(process.stdin, process.stdout),
  say: (text) => void process.stdout.write(`${text}\n`),
}
process.exitCode = await runCommand(line)
process.stdin.destroy()

/** Where the app keeps its data for this person, as Electron chooses it. */
function appFolder(): string {
  const name = 'MBU Assurance'
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support', name)
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name)
}

function isSwitch(word: string): boolean {
  return word.startsWith('--') || words[words.indexOf(word) - 1] === '--data'
}
