import { dateOf } from '#domain/shared/calendar.ts'
import type { House } from '../../platform/house.ts'
import { listSlots } from '../../platform/store/keys.ts'
import { takeSlot } from './slots.ts'

/**
 * Takes away the key slots of accounts that are over or disabled and of leavers. Their passwords then open
 * nothing here; an old backup they still open (docs/decisions/0001-keys.md).
 */
export async function retireUnused(house: House): Promise<void> {
  const now = house.clock.now()
  for (const { slotId } of listSlots(house.paths)) {
    const account = house.accounts.bySlot(house.read(), slotId)
    // A slot without an account is of an act that was broken off, or of a newer key file after a restore.
    if (!account) continue
    const { disabled, expiresAt, leftOn } = account
    const isOver = expiresAt !== null && expiresAt <= now
    const hasLeft = leftOn !== null && leftOn < dateOf(now)
    if (disabled || isOver || hasLeft) await takeSlot(house, slotId)
  }
}
