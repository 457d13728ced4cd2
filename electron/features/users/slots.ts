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

/** Gives a slot a new password. */
export async function changeSlot(house: House, slotId: string, password: string): Promise<string> {
  await resetPassword(house.paths, house.dataKey(), slotId, password, house.clock)
  return slotId
}

/** Takes a key slot away, where it is still there: its password opens nothing here any more. */
export async function takeSlot(house: House, slotId: string): Promise<void> {
  if (!listSlots(house.paths).some((slot) => slot.slotId === slotId)) return
  await removeSlot(house.paths, house.dataKey(), slotId)
}
