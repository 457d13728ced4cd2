import { type Failure, Refusal, refuse, refuseField } from '#domain/shared/failure.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { type Account, accountFault, actorOf } from '../../platform/accounts.ts'
import type { House } from '../../platform/house.ts'
import { wipeDataKey } from '../../platform/store/data-key.ts'
import { offerRecovery, settleRecovery, unwrapRecovery } from '../../platform/store/keys.ts'
import { account } from './account-queries.ts'
import { checkNewPassword } from './accounts-service.ts'
import { giveSlot, renewSlot } from './slots.ts'
import { unitName } from './unit-name.ts'

export interface Recovery {
  recoveryCode: string
  signInName: string
  newPassword: string
  reason: string
}

const shortestReason = 20

/**
 * Break-glass: with the sealed recovery code, sets a new password for an administrator, opens that account
 * again if it was disabled, and answers a new recovery code, since the old one has been seen. Both codes open
 * the unit until `settle`. Audited as break-glass with its reason (reliability.md 4.2); a refused try is
 * audited too, and leaves the unit as closed as it was.
 */
export async function recover(house: House, input: Recovery): Promise<{ recoveryCode: string }> {
  if (house.state().state === 'none') refuse('held', 'No unit has been set up on this computer')
  if ([...input.reason].length < shortestReason)
    refuseField(
      'reason',
      `Say why in ${shortestReason} characters or more: it is kept in the audit`,
    )
  checkNewPassword(input.newPassword, input.signInName, '')
  house.assertSound()
  const opened = await unwrapRecovery(house.paths, input.recoveryCode, house.clock)
  if ('code' in opened) {
    if (house.isOpen()) noteRefused(house, input, opened)
    throw atCode(opened)
  }
  const openedNow = !house.isOpen()
  try {
    if (openedNow) house.open(opened)
    return await resetAdministrator(house, input)
  } catch (error) {
    if (!house.isOpen()) throw error
    if (error instanceof Refusal) noteRefused(house, input, error.failure)
    if (openedNow && house.sessions.count() === 0) house.close()
    throw error
  } finally {
    wipeDataKey(opened)
  }
}

/** The new recovery code has been written down: from now on it is the only one. May be asked again. */
export async function settle(house: House, recoveryCode: string): Promise<null> {
  const failure = await settleRecovery(house.paths, recoveryCode, house.clock)
  if (failure) throw atCode(failure)
  return null
}

const atCode = (failure: Failure) =>
  new Refusal({ ...failure, fields: [{ field: 'recoveryCode', message: failure.message }] })

async function resetAdministrator(house: House, input: Recovery) {
  const found = administrator(house, input.signInName)
  // The name of the unit is known only now that it is open.
  checkNewPassword(input.newPassword, input.signInName, unitName(house.read()))
  house.sessions.endOf(found.userId, 'account')
  const { version } = account(house.read(), found.userId)
  const slotId = found.disabled
    ? await giveSlot(house, found.signInName, input.newPassword)
    : await renewSlot(house, found, input.newPassword)
  house.writeAs(
    actorOf(found),
    found.unitId,
  )((tx) => {
    if (found.disabled || slotId !== found.slotId)
      tx.amend(userAccount, found.userId, version, { disabled: false, slotId }, input.reason)
    return {
      value: null,
      audit: [
        {
          action: 'recover',
          entity: 'account',
          entityId: found.userId,
          reason: input.reason,
          breakGlass: true,
        },
      ],
    }
  })
  return { recoveryCode: await offerRecovery(house.paths, house.dataKey(), input.recoveryCode) }
}

function administrator(house: House, signInName: string): Account {
  const found = house.accounts.bySignInName(house.read(), signInName)
  if (found?.role !== 'administrator')
    refuseField('signInName', 'There is no administrator with this sign-in name')
  const fault = accountFault({ ...found, disabled: false }, house.clock.now())
  if (fault !== null) refuseField('signInName', fault)
  return found
}

/** Nobody is signed in, and whoever holds the code may be anybody: the entry is in no person's name. */
function noteRefused(house: House, input: Recovery, { code }: Failure): void {
  const db = house.read()
  const unitId = db.row<{ id: string }>('select record_id as id from unit')?.id
  if (unitId === undefined) return
  const named = house.accounts.bySignInName(db, input.signInName)
  house.writeAs(
    { userId: unitId, staffId: unitId, role: 'administrator', name: 'Recovery code' },
    unitId,
    { quiet: true },
  )(() => ({
    value: null,
    audit: [
      {
        action: 'recover-refused',
        entity: named ? 'account' : 'unit',
        entityId: named?.userId ?? unitId,
        reason: input.reason,
        breakGlass: true,
        payload: { code },
      },
    ],
  }))
}
