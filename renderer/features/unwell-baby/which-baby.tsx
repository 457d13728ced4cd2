import { correctedAgeText, exactAgeText } from '#domain/shared/age.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'

/** Who the baby is, in what nobody mistakes for another: name, mother, bed, date of birth. */
export interface WhichBabyView {
  babyName: string
  motherName: string
  bedName: string | null
  bornOn: CivilDate | null
  gestationDays: number | null
}

/** Wrong-baby protection: above everything that is typed about a baby. */
export function WhichBaby({ baby }: { baby: WhichBabyView }) {
  return (
    <section className="episode-which" aria-label="Which baby">
      <strong className="episode-which__name">
        <Shown>{baby.babyName}</Shown>
      </strong>
      <span>
        {baby.bornOn ? `born ${formatDate(baby.bornOn)}` : 'date of birth not known'}
        <Ages baby={baby} />
      </span>
      <span>
        mother <Shown>{baby.motherName}</Shown>
        {baby.bedName && `, ${baby.bedName}`}
      </span>
    </section>
  )
}

/** The exact age, and the corrected one of a baby who was born early. */
export function Ages({ baby }: { baby: Pick<WhichBabyView, 'bornOn' | 'gestationDays'> }) {
  const today = dateOf(useServiceNow()())
  if (!baby.bornOn) return null
  const age = exactAgeText(baby.bornOn, today)
  const corrected = correctedAgeText(baby.bornOn, baby.gestationDays, today)
  return (
    <>
      {age && `, ${age}`}
      {corrected && ` (corrected ${corrected})`}
    </>
  )
}
