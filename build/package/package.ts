/**
 * `npm run package`: an installer for this kind of machine, in dist/.
 *   --dir               the unpacked app alone
 *   --electron=<folder> an Electron distribution that is here already, where none can be downloaded
 */
import { join } from 'node:path'
import { buildIfStale } from '../app-build.ts'
import { packageApp } from './package-app.ts'

const given = process.argv.slice(2)
const electron = given.find((one) => one.startsWith('--electron='))?.slice('--electron='.length)
const made = await packageApp({
  build: await buildIfStale('production'),
  output: join(import.meta.dirname, '../../dist'),
  folderOnly: given.includes('--dir'),
  ...(electron === undefined ? {} : { electron }),
})
process.stdout.write(`${made.join('\n')}\n`)
