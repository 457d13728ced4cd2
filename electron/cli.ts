import { homedir } from 'node:os'
import { join } from 'node:path'
import { commandLineOf, runCommand } from './command-line.ts'
import { startOptions } from './platform/start-options.ts'

const words = process.argv.slice(2)
const { folder } = startOptions(words, {
  platform: process.platform,
  env: process.env,
  userData: appFolder(),
})
process.exitCode = await runCommand(commandLineOf(words, folder))
process.stdin.destroy()

/** Where the app keeps its data for this person, as Electron chooses it. */
function appFolder(): string {
  const name = 'MBU Assurance'
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support', name)
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name)
}
