import { hashRaw } from '@node-rs/argon2'
import { testBuild } from '../build-flags.ts'
import type { Cost } from './key-file.ts'

/** Below this a key file has been tampered with: nobody here ever wrote less (reliability.md, row 14). */
const floor: Cost = { memory: 64 * 1024, passes: 3, lanes: 4 }
const usual: Cost = { memory: 128 * 1024, passes: 4, lanes: 4 }
/** More than this would let a changed file hang the app. */
const ceiling: Cost = { memory: 1024 * 1024, passes: 16, lanes: 16 }
const forTests: Cost = { memory: 64, passes: 1, lanes: 1 }

/** Milliseconds that one guess should cost on this computer. */
const wanted = { least: 250, most: 1000 }

/** True if a slot's cost is one that this build may have written. */
export function isPermitted(cost: Cost): boolean {
  if (testBuild && isSame(cost, forTests)) return true
  return parts.every((part) => cost[part] >= floor[part] && cost[part] <= ceiling[part])
}

const parts = ['memory', 'passes', 'lanes'] as const
const isSame = (a: Cost, b: Cost) => parts.every((part) => a[part] === b[part])

/** 32 bytes from a password or a recovery code, by Argon2id, which is the library's default. The text is taken in NFC. */
export function deriveKey(secret: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return hashRaw(secret.normalize('NFC'), {
    salt,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  })
}

let calibrated: Promise<Cost> | undefined

/** The cost for a new slot: between a quarter of a second and a second on this computer, never below the floor. */
export function newCost(): Promise<Cost> {
  calibrated ??= testBuild ? Promise.resolve(forTests) : calibrate()
  return calibrated
}

async function calibrate(): Promise<Cost> {
  const start = performance.now()
  await deriveKey('calibration', Buffer.alloc(16, 1), usual)
  const took = performance.now() - start
  if (took > wanted.most) return floor
  const passes = Math.ceil((usual.passes * wanted.least) / Math.max(took, 1))
  return { ...usual, passes: Math.min(Math.max(passes, usual.passes), 12) }
}
