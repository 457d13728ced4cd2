import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../../../electron/platform/store/audit.ts'
import { storePaths } from '../../../../electron/platform/store/paths.ts'
import { bundled, migrationsFolder } from './children.ts'
import { copyOf, emptyFolder, type Ground, makeGround, open } from './ground.ts'
import { cuts, readWriteLog } from './power-cut.ts'

const extended = process.env.MBU_EXTENDED === '1'
const cutCount = 1000
const acts = 120

/** Compiles the library that logs writes, or says why it cannot be. */
function compiled(folder: string): string | undefined {
  const library = join(folder, 'write-log.so')
  const source = join(import.meta.dirname, 'children', 'write-log.c')
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'])
  return status === 0 ? library : undefined
}

const contents = (folder: string) =>
  new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(folder, entry.name), readFileSync(join(folder, entry.name))]),
  )

/** Opens what a cut left; what it holds of each act. */
function afterCut(ground: Ground, files: ReadonlyMap<string, Buffer>) {
  const folder = join(emptyFolder(), 'unit')
  mkdirSync(folder)
  for (const [path, content] of files) writeFileSync(join(folder, basename(path)), content)
  const store = open({ ...ground, paths: storePaths(folder) })
  const { fault } = verifyChain(store.raw, store.auditKey)
  const rows = store.raw
    .prepare("select name, count(*) from bed where name like 'act %' group by name")
    .raw()
    .all() as [string, number][]
  store.close()
  return { fault, rows: new Map(rows) }
}

describe('a power cut', () => {
  it(`at any of ${cutCount} moments loses nothing acknowledged and leaves nothing half`, async ({
    skip,
  }) => {
    if (!extended) skip('runs in npm run test:extended')
    const library = compiled(emptyFolder())
    if (!library) return skip('there is no C compiler, or no LD_PRELOAD, on this machine')
    const child = await bundled('writer')
    const mine = copyOf(await makeGround(1))
    const before = contents(mine.paths.folder)
    const log = join(emptyFolder(), 'writes')
    const first = Buffer.alloc(4)
    first.writeUInt32LE(1)
    const ran = spawnSync(
      process.execPath,
      [child('writer'), mine.paths.folder, migrationsFolder, String(acts)],
      {
        input: Buffer.concat([mine.key.key, mine.key.salt, first]),
        env: {
          ...process.env,
          LD_PRELOAD: library,
          MBU_WRITE_LOG: log,
          MBU_LOGGED_FOLDER: mine.paths.folder,
        },
      },
    )
    expect(ran.stdout.toString()).toContain(`\n${acts}\n`)
    const steps = readWriteLog(log)
    expect(steps.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(3 * acts)
    const random = seeded(11)
    const moments = new Set<number>()
    while (moments.size < Math.min(cutCount, steps.length))
      moments.add(Math.floor(random() * steps.length))
    const faults: string[] = []
    for (const { files, said } of cuts(before, steps, moments, random)) {
      const acknowledged = said.split('\n').filter((line) => /^\d+$/.test(line))
      const { fault, rows } = afterCut(mine, files)
      if (fault) faults.push(`the audit does not hold at ${fault.seq}`)
      for (const act of acknowledged)
        if (!rows.has(`act ${act}`)) faults.push(`act ${act} was acknowledged and lost`)
      for (const [name, count] of rows) if (count !== 3) faults.push(`${name} is half there`)
    }
    expect(faults).toEqual([])
  }, 1_200_000)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
