import { Link } from '@tanstack/react-router'
import { useFormContext } from 'react-hook-form'
import { type Stage, stageLabels } from '#domain/admission/stages.ts'
import { formatDate, isCivilDate } from '#domain/shared/calendar.ts'
import { formatNhsNumber, nhsNumberSchema } from '#domain/shared/nhs-number.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { civilDateOf } from '../../ui/form/date-text.ts'
import { fieldId, useFormKit } from '../../ui/form/form-kit.ts'
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
            <>
              <FindPerson name="mother.id" searchName="_mother-search" kinds={['mother']} />
              <InTheWay />
            </>
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

/** Why another referral of her is not taken: she is here, or one is open. Said before anything more is typed. */
function InTheWay() {
  const motherId = useTyped<string>('mother.id') ?? ''
  const found = useRead({
    ...read.admission.mother.queryOptions({ motherId }),
    enabled: motherId !== '',
  })
  if (motherId === '' || found.state !== 'ready') return null
  const { stayId, referralId } = found.value
  if (stayId)
    return (
      <Banner title="She is on the unit now" tone="warning">
        <Link to="/stays/$stayId" params={{ stayId }}>
          Open her stay instead
        </Link>
      </Banner>
    )
  return referralId ? (
    <Banner title="She has a referral that is still open" tone="warning">
      <Link to="/referrals/$referralId" params={{ referralId }}>
        Go on with that one
      </Link>
    </Banner>
  ) : null
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
  const { setValue } = useFormContext()
  const { prefix } = useFormKit()
  const take = (one: LikelyMother) => {
    setValue('_mother-known', 'known')
    setValue('_mother-search', one.nhsNumber ?? fullName(one))
    setValue('mother.id', one.id)
    // The button goes with the list: the keyboard goes on from the answer that it gave.
    document.getElementById(`${fieldId(prefix, '_mother-known')}-2`)?.focus()
  }
  if (!enough || found.state !== 'ready' || found.value.length === 0) return null
  return (
    <>
      <Banner title="She may be on record already" tone="warning">
        <ul>
          {found.value.map((one) => (
            <li key={one.id}>
              {likelyText(one)}{' '}
              <Button kind="quiet" small onClick={() => take(one)}>
                Take this record: {fullName(one)}
              </Button>
            </li>
          ))}
        </ul>
      </Banner>
      {found.value.some(({ needsWord }) => needsWord) && (
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
