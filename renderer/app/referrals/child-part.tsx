import { addDaysToDate, dateOf, formatDate } from '#domain/shared/calendar.ts'
import { formatNhsNumber } from '#domain/shared/nhs-number.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { AlikePeople } from '../people/alike-people.tsx'
import { fullName } from '../people/full-name.ts'
import { PersonFields } from '../people/person-fields.tsx'

/** After this an expected date is a slip of the pen: the service says so too. */
const longestToBirthDays = 300

interface ChildPartProps {
  prefix: string
  index: number
  /** The mother, where she is on record: a baby of hers who is on record too is taken, not typed anew. */
  motherId?: string | undefined
  /** Who is on the referral already. */
  without?: readonly string[]
  /** The baby is known to be born. */
  isBorn?: boolean
}

/** One child of a referral: on record, born and new, or expected. */
export function ChildPart({ prefix, index, motherId, without = [], isBorn }: ChildPartProps) {
  const today = dateOf(useServiceNow()())
  const babies = useBabies(motherId).filter(({ id }) => !without.includes(id))
  const isAnyKnown = babies.length > 0
  const anew = (
    <>
      <PersonFields prefix={`${prefix}.person`} kind="baby" />
      <AlikePeople
        prefix={`${prefix}.person`}
        kind="baby"
        word={`${prefix}.anotherChild`}
        motherId={motherId}
      />
    </>
  )
  const title = index === 0 ? 'Baby' : `Baby ${index + 1}`
  if (isBorn && !isAnyKnown) return <FormPart title={title}>{anew}</FormPart>
  return (
    <FormPart title={title}>
      <RadiosField
        name={`${prefix}.born`}
        legend={isAnyKnown ? 'Which baby is it?' : 'Is the baby born?'}
        required={isAnyKnown ? 'Say which baby it is' : 'Say whether the baby is born'}
        inline={!isAnyKnown}
        choices={[
          ...babies.map((baby) => ({
            value: baby.id,
            label: `Baby on record: ${fullName(baby)}`,
            hint: babyText(baby),
          })),
          { value: 'yes', label: isAnyKnown ? 'Another baby, born' : 'Born' },
          ...(isBorn ? [] : [{ value: 'no', label: 'Not yet born' }]),
        ]}
        further={(born) =>
          born === 'yes'
            ? anew
            : born === 'no' && (
                <DateField
                  name={`${prefix}.expectedOn`}
                  legend="Expected date of delivery (if it is known)"
                  latest={addDaysToDate(today, longestToBirthDays)}
                />
              )
        }
      />
    </FormPart>
  )
}

type Baby = Outputs['admission']['mother']['babies'][number]

function useBabies(motherId: string | undefined): readonly Baby[] {
  const found = useRead({
    ...read.admission.mother.queryOptions({ motherId: motherId ?? '' }),
    enabled: Boolean(motherId),
  })
  return motherId && found.state === 'ready' ? found.value.babies : []
}

const babyText = ({ bornOn, bornOnEstimate, nhsNumber, lastStay }: Baby): string =>
  [
    bornOn ? `born ${formatDate(bornOn)}` : 'date of birth not known',
    bornOnEstimate && `(${bornOnEstimate})`,
    nhsNumber ? `NHS number ${formatNhsNumber(nhsNumber)}` : 'no NHS number',
    lastStay ? lastStayText(lastStay) : 'no stay here',
  ]
    .filter(Boolean)
    .join(', ')

const lastStayText = ({ from, to }: NonNullable<Baby['lastStay']>) =>
  to === null
    ? `here since ${formatDate(dateOf(from))}`
    : `last stay ${formatDate(dateOf(from))} to ${formatDate(dateOf(to))}`
