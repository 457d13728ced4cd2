import type { PersonKind } from '#domain/people/record.ts'
import { formatDate, isCivilDate } from '#domain/shared/calendar.ts'
import { formatNhsNumber, nhsNumberSchema } from '#domain/shared/nhs-number.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { civilDateOf } from '../../ui/form/date-text.ts'
import { useTyped } from '../../ui/form/use-typed.ts'
import { fullName } from './full-name.ts'

interface AlikePeopleProps {
  /** The path of the person who is typed. */
  prefix: string
  kind: PersonKind
  /** The field by which the person says that this is another. */
  word: string
  /** For a baby: the mother, where she is on record. */
  motherId?: string | undefined
}

interface TypedPerson {
  givenName?: string
  familyName?: string
  bornOn?: string
  nhsNumber?: string
}

/** Who on record may be the one who is being typed, so that nobody is recorded twice. */
export function AlikePeople({ prefix, kind, word, motherId }: AlikePeopleProps) {
  const typed = useTyped<TypedPerson>(prefix) ?? {}
  const bornOn = civilDateOf(typed.bornOn ?? '')
  const number = nhsNumberSchema.safeParse(typed.nhsNumber ?? '')
  const asked = {
    kind,
    givenName: (typed.givenName ?? '').trim(),
    familyName: (typed.familyName ?? '').trim(),
    bornOn: isCivilDate(bornOn) ? bornOn : null,
    nhsNumber: number.success ? number.data : null,
    motherId: motherId || null,
  }
  const enough = asked.givenName !== '' && asked.familyName !== ''
  const found = useRead({ ...read.people.alike.queryOptions(asked), enabled: enough })
  if (!enough || found.state !== 'ready' || found.value.length === 0) return null
  return (
    <>
      <Banner title={titles[kind]} tone="warning">
        <ul>
          {found.value.map((one) => (
            <li key={one.id}>{alikeText(one)}</li>
          ))}
        </ul>
        <p>If it is one of them, take that record above.</p>
      </Banner>
      {found.value.some(({ needsWord }) => needsWord) && (
        <ConfirmField
          name={word}
          label={`I have looked: this is another ${kind === 'baby' ? 'child' : 'person'}`}
        />
      )}
    </>
  )
}

const titles: Record<PersonKind, string> = {
  mother: 'She may be on record already',
  baby: 'This baby may be on record already',
  other: 'They may be on record already',
}

type Alike = Outputs['people']['alike'][number]

const alikeText = (one: Alike): string =>
  [
    fullName(one),
    one.kind === 'mother' && 'a mother on record',
    one.bornOn ? `born ${formatDate(one.bornOn)}` : 'date of birth not known',
    one.nhsNumber && `NHS ${formatNhsNumber(one.nhsNumber)}`,
    one.mothers.length > 0 && `baby of ${one.mothers.map(fullName).join(' and ')}`,
  ]
    .filter(Boolean)
    .join(', ')
