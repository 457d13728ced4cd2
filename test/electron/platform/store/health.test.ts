import { rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../electron/platform/store/backup.ts'
import { atOnce } from '../../../../electron/platform/store/backup-check.ts'
import { type HealthCheck, healthSteps } from '../../../../electron/platform/store/health.ts'
import { addBed, copyOf, type Ground, makeGround, open, writeOf } from './ground.ts'

let ground: Ground
beforeAll(async () => {
  ground = await makeGround(2)
})

const states = (checks: HealthCheck[]) =>
  Object.fromEntries(checks.map(({ id, state }) => [id, state]))

describe('the safety panel', () => {
  it('finds nothing wrong where nothing is', async () => {
    const store = open(copyOf(ground))
    await makeBackup(store, 'asked')
    const checks = atOnce(healthSteps(store))
    expect(states(checks)).toEqual({
      file: 'good',
      settings: 'good',
      triggers: 'good',
      room: 'good',
      keys: 'good',
      backup: 'good',
      calendar: 'good',
      pages: 'good',
      chain: 'good',
      anchors: 'good',
    })
    store.close()
  })

  it('shows a setting that changed, a lost file, damaged keys and a missing backup', () => {
    const mine = copyOf(ground)
    const store = open(mine)
    store.raw.pragma('synchronous=NORMAL')
    writeFileSync(mine.paths.keys, '{')
    const before = states(atOnce(healthSteps(store)))
    expect(before).toMatchObject({ settings: 'bad', keys: 'bad', backup: 'bad', file: 'good' })
    rmSync(mine.paths.database)
    expect(states(atOnce(healthSteps(store)))).toMatchObject({ file: 'bad' })
    store.close()
  })

  it('turns red when the newest backup is older than 26 hours and lacks something', async () => {
    const mine = copyOf(ground)
    const store = open(mine)
    const backup = () => states(atOnce(healthSteps(store))).backup
    await makeBackup(store, 'asked')
    mine.clock.move(27 * 3_600_000)
    expect(backup()).toBe('good')
    addBed(writeOf(store), 'Bed 3')
    expect(backup()).toBe('bad')
    await makeBackup(store, 'asked')
    expect(backup()).toBe('good')
    store.close()
  })

  it('lets a write go in between its steps', () => {
    const store = open(copyOf(ground))
    const write = writeOf(store)
    const steps = healthSteps(store)
    let done = steps.next()
    while (!done.done) {
      addBed(write, 'Bed between')
      done = steps.next()
    }
    expect(done.value.filter(({ state }) => state === 'bad').map(({ id }) => id)).toEqual([
      'backup',
    ])
    store.close()
  })
})
