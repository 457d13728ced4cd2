import { randomUUID } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import { addSlot, listSlots, removeSlot, resetPassword } from '../../platform/store/keys.ts'

/**
 * Makes a key slot for a sign-in name and gives its id. A slot of that name left by an act that was broken
 * off is removed first; the caller has made sure that no account in use has the name.
 */
export async function giveSlot(
  house: House,
  signInName: string,
  password: string,
): Promise<string> {
  const left = listSlots(house.paths).find((slot) => slot.signInName === signInName)
  if (left) await removeSlot(house.paths, house.dataKey(), left.slotId)
  const slotId = randomUUID()
  await addSlot(house.paths, house.dataKey(), { slotId, signInName, password })
  return slotId
}

/**
 * Gives somebody's slot a new password and answers its id. The slot may be gone, as after a restore of older
 * records beside a newer key file: then they get a new one, whose id the caller writes to the account.
 */
export async function renewSlot(
  house: House,
  { slotId, signInName }: { slotId: string; signInName: string },
  password: string,
): Promise<string> {
  if (!hasSlot(house, slotId)) return giveSlot(house, signInName, password)
  await resetPassword(house.paths, house.dataKey(), slotId, password, house.clock)
  return slotId
}

/** True if some password opens this slot. */
export const hasSlot = (house: House, slotId: string): boolean =>
  listSlots(house.paths).some((slot) => slot.slotId === slotId)

/** Takes a key slot away, where it is still there: its password opens nothing here any more. */
export async function takeSlot(house: House, slotId: string): Promise<void> {
  if (!hasSlot(house, slotId)) return
  await removeSlot(house.paths, house.dataKey(), slotId)
}
