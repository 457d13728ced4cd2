import { ageText, correctedAgeText, exactAgeText } from './age.ts'
import { formatDate } from './calendar.ts'
import type { CivilDate } from './time.ts'

/**
 * A birth in words, for every place that shows an age. A date that was estimated at the door never reads like one that
 * is known, and one that nobody knows says so (Child Z, Finding Seven: what is not known is not made up).
 */
export interface BirthInWords {
  bornOn: CivilDate | null
  /** How the date was estimated, or what is known of the age; null where the date itself is known. */
  bornOnEstimate?: string | null
  gestationDays?: number | null
}

const notKnown = 'date of birth not known'

const about = ({ bornOnEstimate }: BirthInWords, text: string | undefined) =>
  text && bornOnEstimate ? `about ${text}, estimated` : text

/** The age for a card: "9 wk", "about 9 wk, estimated" or "date of birth not known". */
export const ageInWords = (birth: BirthInWords, on: CivilDate): string =>
  (birth.bornOn && about(birth, ageText(birth.bornOn, on))) || notKnown

/** The age in full; undefined where the date is not known, or lies ahead. */
export const exactAgeInWords = (birth: BirthInWords, on: CivilDate): string | undefined =>
  birth.bornOn === null ? undefined : about(birth, exactAgeText(birth.bornOn, on))

/** The corrected age of a baby born early; none is reckoned from a date that is estimated. */
export const correctedInWords = (birth: BirthInWords, on: CivilDate): string | undefined =>
  birth.bornOn === null || birth.bornOnEstimate
    ? undefined
    : correctedAgeText(birth.bornOn, birth.gestationDays, on)

/** "born 12 Mar 2026", "born about 12 Mar 2026 (estimated)" or "date of birth not known". */
export function bornInWords({ bornOn, bornOnEstimate }: BirthInWords): string {
  if (bornOn === null) return notKnown
  return bornOnEstimate
    ? `born about ${formatDate(bornOn)} (estimated)`
    : `born ${formatDate(bornOn)}`
}

/** Why no table is read by this age, in words; undefined where the date is known. */
export const everyRowText = ({ bornOn, bornOnEstimate }: BirthInWords): string | undefined =>
  bornOn !== null && !bornOnEstimate
    ? undefined
    : `${bornOn === null ? 'The date of birth is not known' : 'The date of birth is estimated'}: where a table goes by age, every age row is read, and the strictest leads`
