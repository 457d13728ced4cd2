import { dateOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/** A baby who is, or is to be, with her on the unit, as far as a check may have covered the baby. */
export interface ComingBaby {
  bornOn: CivilDate | null
  /** The child of her referral that this baby is; null where it is none of them. */
  childKey: string | null
  /** Was with her in this stay before: then it is no admission. */
  wasHere: boolean
}

/**
 * Whether a check covered this baby: named in an offer of the referral that she came on, or born here, since an
 * offer to a pregnant mother is one for the child that she carries (decision 3; Finding Five a).
 */
export const isCovered = (
  { bornOn, childKey, wasHere }: ComingBaby,
  arrivedAt: Instant,
  offers: readonly { childKeys: readonly string[] }[],
): boolean =>
  wasHere ||
  (bornOn !== null && bornOn >= dateOf(arrivedAt)) ||
  (childKey !== null && offers.some((offer) => offer.childKeys.includes(childKey)))
