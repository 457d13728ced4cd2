import { z } from 'zod'

const id = z.uuid('Choose from the list')
const orNull = id.nullish().transform((value) => value ?? null)

/** Whose page of history it is: of a stay, or of a referral from which nobody has arrived. */
export const historyOwner = { stayId: orNull, referralId: orNull }

export interface HistoryOwner {
  stayId: string | null
  referralId: string | null
}

/** One of the two, and not both. */
export const isOneOwner = ({ stayId, referralId }: HistoryOwner): boolean =>
  (stayId === null) !== (referralId === null)

export const oneOwnerNeeded = { path: ['stayId'], message: 'Choose the referral or the stay' }
