// Writes two beds an act until it is killed; says the number of each act after it has answered. Reads the key
// and the number of the first act from standard input.
import { readFileSync, writeSync } from 'node:fs'
import { bed } from '../../../../../drizzle/schema/stays.ts'
import { systemClock } from '../../../../../electron/platform/clock.ts'
import { openStore } from '../../../../../electron/platform/store/open.ts'
import { storePaths } from '../../../../../electron/platform/store/paths.ts'
import { makeWrite } from '../../../../../electron/platform/unit-of-work.ts'

const input = readFileSync(0)
const key = { key: input.subarray(0, 32), salt: input.subarray(32, 48) }
const first = input.readUInt32LE(48)
const [, , folder = '', migrations = '', most = 'Infinity'] = process.argv
const acts = Number(most)
const store = openStore(storePaths(folder), key, systemClock, { migrations })
const actor = { userId: 'user-1', staffId: 'staff-1', role: 'nurse', name: 'Ada' } as const
writeSync(1, 'open\n')
for (let act = first; act < first + acts; act += 1) {
  const operation = { operationId: `act-${act}`, procedure: 'beds', inputHash: String(act) }
  makeWrite(store, { actor, unitId: 'unit-1', clock: systemClock, operation })((tx) => {
    const one = tx.insert(bed, { name: `act ${act}`, position: 1 })
    const two = tx.insert(bed, { name: `act ${act}`, position: 2 })
    tx.amend(bed, one.recordId, 1, { closed: true }, 'x'.repeat(1 + (act % 900)))
    return {
      value: two,
      audit: [
        { action: 'make', entity: 'bed', entityId: one.recordId },
        { action: 'make', entity: 'bed', entityId: two.recordId, patients: ['p1'] },
      ],
    }
  })
  writeSync(1, `${act}\n`)
}
store.close()
