// Opens the store in the folder with the given migrations; says when it begins, and is killed on the way.
import { readFileSync } from 'node:fs'
import { systemClock } from '../../../../../electron/platform/clock.ts'
import { openStore } from '../../../../../electron/platform/store/open.ts'
import { storePaths } from '../../../../../electron/platform/store/paths.ts'

const [, , folder = '', migrations = ''] = process.argv
const input = readFileSync(0)
const key = { key: input.subarray(0, 32), salt: input.subarray(32) }
process.stdout.write('begun')
openStore(storePaths(folder), key, systemClock, { migrations }).close()
