import { spawn } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { bed } from '#drizzle/schema/stays.ts'
import { verifyChain } from '../../../../electron/platform/store/audit.ts'
import { atOnce, quickCheckSteps } from '../../../../electron/platform/store/backup-check.ts'
import { makeWrite } from '../../../../electron/platform/unit-of-work.ts'
import { bundled, migrationsFolder } from './children.ts'
import { actor, copyOf, type Ground, makeGround, open, unitId } from './ground.ts'

const extended = process.env.MBU_EXTENDED === '1'
const kills = extended ? 500 : 30

let ground: Ground
let child: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  child = await bundled('writer')
  ground = await makeGround(1)
}, 60_000)

/** Starts a writer at an act and kills it some time after it begins to write; the acts it acknowledged. */
function killedWriter({ paths, key }: Ground, first: number, afterMs: number): Promise<number[]> {
  const number = Buffer.alloc(4)
  number.writeUInt32LE(first)
  return new Promise((resolve) => {
    const writer = spawn(process.execPath, [child('writer'), paths.folder, migrationsFolder])
    let said = ''
    writer.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => writer.kill('SIGKILL'), afterMs)
      said += data.toString()
    })
    writer.stdin.end(Buffer.concat([key.key, key.salt, number]))
    writer.once('close', () => {
      const whole = said.slice(0, said.lastIndexOf('\n') + 1)
      resolve(
        whole
          .split('\n')
          .filter((line) => /^\d+$/.test(line))
          .map(Number),
      )
    })
  })
}

/** What is in the store after a kill, by act: beds in any version. */
function actsIn(mine: Ground): { acts: Map<string, number>; operations: string[] } {
  const store = open(mine)
  expect(verifyChain(store.raw, store.auditKey).fault).toBeUndefined()
  atOnce(quickCheckSteps(store.raw, () => new Error('A page is damaged')))
  const rows = store.raw
    .prepare("select name, count(*) from bed where name like 'act %' group by name")
    .raw()
    .all() as [string, number][]
  const operations = store.raw.prepare('select operation_id from operation').pluck().all()
  store.close()
  return { acts: new Map(rows), operations: operations as string[] }
}

/** Does an act again in this process, as a client does that got no answer. */
function retry(mine: Ground, act: number): void {
  const store = open(mine)
  const operation = { operationId: `act-${act}`, procedure: 'beds', inputHash: String(act) }
  const write = makeWrite(store, {
    actor,
    unitId,
    clock: store.clock,
    operation,
  })
  write((tx) => {
    const one = tx.insert(bed, { name: `act ${act}`, position: 1 })
    tx.insert(bed, { name: `act ${act}`, position: 2 })
    tx.amend(bed, one.recordId, 1, { closed: true }, 'again')
    return { value: one, audit: [{ action: 'make', entity: 'bed', entityId: one.recordId }] }
  })
  store.close()
}

describe('a writer that is killed', () => {
  it(`${kills} times loses nothing it acknowledged, leaves nothing half, and repeats nothing`, async () => {
    const mine = copyOf(ground)
    const acknowledged: number[] = []
    let next = 1
    let committedUntold = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const acked = await killedWriter(mine, next, 1 + ((kill * 7) % 60))
      acknowledged.push(...acked)
      next = (acked.at(-1) ?? next - 1) + 1
      if (actsIn(mine).operations.includes(`act-${next}`)) committedUntold += 1
      // The client of the act in hand got no answer, so it tries again.
      retry(mine, next)
      acknowledged.push(next)
      next += 1
    }
    const { acts, operations } = actsIn(mine)
    const lost = acknowledged.filter((act) => !acts.has(`act ${act}`))
    const notWhole = [...acts].filter(([, rows]) => rows !== 3)
    expect({ lost, notWhole }).toEqual({ lost: [], notWhole: [] })
    expect(operations).toHaveLength(acts.size)
    expect(acts.size).toBe(new Set(acknowledged).size)
    expect(committedUntold).toBeGreaterThanOrEqual(0)
  }, 1_200_000)
})
