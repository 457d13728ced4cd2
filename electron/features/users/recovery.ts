import { Refusal, refuse, refuseField } from '#domain/shared/failure.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { actorOf } from '../../platform/accounts.ts'
import type { House } from '../../platform/house.ts'
import { wipeDataKey } from '../../platform/store/data-key.ts'
import { renewRecovery, unwrapRecovery } from '../../platform/store/keys.ts'
import { account } from './account-queries.ts'
import { checkNewPassword } from './accounts-service.ts'
import { changeSlot, giveSlot } from './slots.ts'

export interface Recovery {
  recoveryCode: string
  signInName: string
  newPassword: string
  reason: string
}

const shortestReason = 20

/**
 * Break-glass: with the sealed recovery code, sets a new password for an administrator, opens that account
 * again if it was disabled, and answers a new recovery code, since the old one has been seen. Audited as
 * break-glass with its reason (reliability.md 4.2).
 */
export async function recover(house: House, input: Recovery) {
  if (house.state().state === 'none') refuse('held', 'No unit has been set up on this computer')
  if ([...input.reason].length < shortestReason)
    refuseField(
      'reason',
      `Say why in ${shortestReason} characters or more: it is kept in the audit`,
    )
  checkNewPassword(input.newPassword, input.signInName)
  const opened = await unwrapRecovery(house.paths, input.recoveryCode, house.clock)
  if ('code' in opened)
    throw new Refusal({
      ...opened,
      fields: [{ field: 'recoveryCode', message: opened.message }],
    })
  try {
    if (!house.isOpen()) house.open(opened)
    return await resetAdministrator(house, input)
  } finally {
    wipeDataKey(opened)
  }
}

async function resetAdministrator(house: House, input: Recovery) {
  const found = house.accounts.bySignInName(house.read(), input.signInName)
  if (found?.role !== 'administrator')
    refuseField('signInName', 'There is no administrator with this sign-in name')
  house.sessions.endOf(found.userId, 'account')
  const { version } = account(house.read(), found.userId)
  const slotId = found.disabled
    ? await giveSlot(house, found.signInName, input.newPassword)
    : await changeSlot(house, found.slotId, input.newPassword)
  const recoveryCode = await renewRecovery(house.paths, house.dataKey())
  house.writeAs(
    actorOf(found),
    found.unitId,
  )((tx) => {
    if (found.disabled)
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
  return { recoveryCode }
}
