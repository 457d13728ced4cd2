import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/users/roles.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'

/** Checking a password takes time: what if the account is closed before it is done? */
let unit: TestUnit
afterEach(() => unit.close())

/** Closes an account at this very moment, as the administrator in another window would. */
function close(role: Role): void {
  const { house } = unit.app
  const { userId, staffId } = unit.as('administrator')
  const actor = { userId, staffId, role: 'administrator' as const, name: 'A. Administrator' }
  const unitId = unit.db.row<{ id: string }>('select unit_id as id from unit')?.id ?? ''
  house.writeAs(
    actor,
    unitId,
  )((tx) => {
    tx.amend(userAccount, unit.as(role).userId, 1, { disabled: true }, 'Left at once')
    return {
      value: null,
      audit: [
        {
          action: 'disable',
          entity: 'user_account',
          entityId: unit.as(role).userId,
          reason: 'Left',
        },
      ],
    }
  })
}

const seqOf = (action: string): number | undefined =>
  unit.db.row<{ seq: number }>('select max(seq) as seq from audit where action = ?', [action])
    ?.seq ?? undefined

const moments = [0, 1, 2, 4, 8, 16, 32, 64]

describe('an account that is closed while its owner signs', () => {
  test.each(moments)('after %d ms: nothing is written by it afterwards', async (ms) => {
    unit = await startTestUnit()
    const { babyId } = await unit.arrive()
    const signing = unit.as('nurse').call('restricted.open', {
      personId: babyId,
      because: 'The father stands at the door now',
    })
    await pause(ms)
    close('nurse')
    const reply = await signing
    if (reply.ok)
      expect(seqOf('restricted.opened-in-emergency')).toBeLessThan(seqOf('disable') ?? 0)
    else {
      expect(reply.failure.code).toMatch(/^(not-signed-in|not-permitted|wrong-password)$/)
      expect(seqOf('restricted.opened-in-emergency')).toBeUndefined()
    }
    expect((await unit.as('nurse').fails('stays.current')).code).toBe('not-signed-in')
  })

  test.each(moments)('after %d ms, as the second of two: it does not count either', async (ms) => {
    unit = await startTestUnit()
    const { file } = await unit.as('administrator').ok<{ file: string }>('store.backUpNow')
    const signing = unit
      .as('administrator')
      .call(
        'store.restore',
        { file, reason: 'A drill that nobody announced' },
        { second: unit.second('ward-manager') },
      )
    await pause(ms)
    close('ward-manager')
    const reply = await signing
    // Where both had signed before, the account was closed in what was restored.
    if (reply.ok) expect(seqOf('restore')).toBeLessThan(seqOf('disable') ?? 0)
    else {
      expect(reply.failure.code).toMatch(/^(not-signed-in|not-permitted)$/)
      expect(seqOf('restore')).toBeUndefined()
    }
  })
})
