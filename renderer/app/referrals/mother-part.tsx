import { type Stage, stageLabels } from '#domain/admission/stages.ts'
import { formatDate, isCivilDate } from '#domain/shared/calendar.ts'
import { formatNhsNumber, nhsNumberSchema } from '#domain/shared/nhs-number.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { civilDateOf } from '../../ui/form/date-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { fullName } from '../people/full-name.ts'
import { PersonFields } from '../people/person-fields.tsx'
import { FindPerson } from '../people/someone-fields.tsx'

/** The mother: found on record, or recorded now while those who may be her are shown. */
export function MotherPart() {
  return (
    <FormPart title="Mother">
      <RadiosField
        name="_mother-known"
        legend="Has she been on record here before?"
        required="Say whether there is a record already"
        inline
        choices={[
          { value: 'new', label: 'No, or not known' },
          { value: 'known', label: 'Yes, find the record' },
        ]}
        further={(value) =>
          value === 'known' ? (
            <FindPerson name="mother.id" searchName="_mother-search" kind="mother" />
          ) : (
            <>
              <PersonFields prefix="mother.person" kind="mother" />
              <Likely />
            </>
          )
        }
      />
    </FormPart>
  )
}

interface TypedPerson {
  givenName?: string
  familyName?: string
  bornOn?: string
  nhsNumber?: string
}

const leastLetters = 2

/** Looks for her while she is typed, so that nobody is recorded twice. */
function Likely() {
  const typed = useTyped<TypedPerson>('mother.person') ?? {}
  const long = (text = '') => (text.trim().length >= leastLetters ? text.trim() : null)
  const bornOn = civilDateOf(typed.bornOn ?? '')
  const number = nhsNumberSchema.safeParse(typed.nhsNumber ?? '')
  const asked = {
    givenName: long(typed.givenName),
    familyName: long(typed.familyName),
    bornOn: isCivilDate(bornOn) ? bornOn : null,
    nhsNumber: number.success ? number.data : null,
  }
  const enough = asked.nhsNumber !== null || (asked.familyName !== null && asked.givenName !== null)
  const found = useRead({ ...read.admission.likely.queryOptions(asked), enabled: enough })
  if (!enough || found.state !== 'ready' || found.value.length === 0) return null
  return (
    <>
      <Banner title="She may be on record already" tone="warning">
        <ul>
          {found.value.map((one) => (
            <li key={one.id}>{likelyText(one)}</li>
          ))}
        </ul>
        <p>If she is one of them, choose “Yes, find the record” above.</p>
      </Banner>
      {found.value.some(({ likeness }) => likeness === 'name-and-birth') && (
        <ConfirmField name="anotherPerson" label="I have looked: this is another person" />
      )}
    </>
  )
}

type LikelyMother = Outputs['admission']['likely'][number]

const likenessWords: Record<LikelyMother['likeness'], string> = {
  number: 'the same NHS number',
  'name-and-birth': 'the same name and date of birth',
  'birth-and-part': 'the same date of birth and part of the name',
  name: 'the same name',
}

function likelyText(one: LikelyMother): string {
  const referral = one.referrals[0]
  const stay = one.stays[0]
  return [
    `${fullName(one)}: ${likenessWords[one.likeness]}`,
    one.bornOn && `born ${formatDate(one.bornOn)}`,
    one.nhsNumber && `NHS ${formatNhsNumber(one.nhsNumber)}`,
    referral &&
      `referred ${formatDate(referral.receivedAt.slice(0, 10))} (${stageLabels[referral.stage as Stage].toLowerCase()})`,
    stay && `stayed from ${formatDate(stay.arrivedAt.slice(0, 10))}`,
  ]
    .filter(Boolean)
    .join(', ')
}
