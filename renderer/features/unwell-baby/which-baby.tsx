import {
  type BirthInWords,
  bornInWords,
  correctedInWords,
  everyRowText,
  exactAgeInWords,
} from '#domain/shared/birth-words.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'

/** Who the baby is, in what nobody mistakes for another: name, mother, bed, date of birth. */
export interface WhichBabyView {
  babyName: string
  motherName: string
  bedName: string | null
  bornOn: CivilDate | null
  bornOnEstimate?: string | null
  gestationDays: number | null
}

/** Wrong-baby protection: above everything that is typed about a baby. */
export function WhichBaby({ baby }: { baby: WhichBabyView }) {
  const everyRow = everyRowText(baby)
  return (
    <section className="episode-which" aria-label="Which baby">
      <strong className="episode-which__name">
        <Shown>{baby.babyName}</Shown>
      </strong>
      <span>
        {bornInWords(baby)}
        <Ages baby={baby} />
      </span>
      {everyRow && <span>{everyRow}.</span>}
      <span>
        mother <Shown>{baby.motherName}</Shown>
        {baby.bedName && `, ${baby.bedName}`}
      </span>
    </section>
  )
}

/** The exact age, and the corrected one of a baby who was born early. */
export function Ages({ baby }: { baby: BirthInWords }) {
  const today = dateOf(useServiceNow()())
  const age = exactAgeInWords(baby, today)
  const corrected = correctedInWords(baby, today)
  return (
    <>
      {age && `, ${age}`}
      {corrected && ` (corrected ${corrected})`}
    </>
  )
}
