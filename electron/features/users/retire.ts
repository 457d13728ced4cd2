import { userAccount } from '#drizzle/schema/users.ts'
import type { House } from '../../platform/house.ts'
import { newest, standing } from '../../platform/standing.ts'
import { takeSlot } from './slots.ts'

const expired = standing(userAccount, ['slotId'], 't.expires_at <= @now')

/** Takes away the key slots of accounts that are over: their passwords then open nothing. */
export async function retireExpired(house: House): Promise<void> {
  const now = house.clock.now()
  for (const { slotId } of expired.at(house.read(), newest, { now })) await takeSlot(house, slotId)
}
