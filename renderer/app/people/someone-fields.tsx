import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import type { PersonKind } from '#domain/people/record.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { formatNhsNumber } from '#domain/shared/nhs-number.ts'
import { read, useRead } from '../../api.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { AlikePeople } from './alike-people.tsx'
import { fullName } from './full-name.ts'
import { PersonFields } from './person-fields.tsx'

interface SomeoneFieldsProps {
  /** The path of the person in the input. */
  name: string
  kind: PersonKind
  /** How the question reads: "Has she been on record here before?" */
  question: string
  /** Who else may be taken from the record: a mother on record may be somebody in another family's life. */
  or?: PersonKind
  /** The field by which the person says that this is somebody else than those on record of the same name. */
  word: string
  /** For a baby: the mother, where she is on record. */
  motherId?: string | undefined
}

/** Somebody who is on record already, or who is recorded now. */
export function SomeoneFields({ name, kind, question, or, word, motherId }: SomeoneFieldsProps) {
  const steer = `_${name.replaceAll('.', '-')}`
  return (
    <RadiosField
      name={`${steer}-known`}
      legend={question}
      required="Say whether there is a record already"
      inline
      choices={[
        { value: 'new', label: 'No, or not known' },
        { value: 'known', label: 'Yes, find the record' },
      ]}
      further={(value) =>
        value === 'known' ? (
          <FindPerson
            name={`${name}.id`}
            searchName={`${steer}-search`}
            kinds={or ? [kind, or] : [kind]}
          />
        ) : (
          <>
            <PersonFields prefix={`${name}.person`} kind={kind} />
            <AlikePeople prefix={`${name}.person`} {...{ kind, word, motherId }} />
          </>
        )
      }
    />
  )
}

interface FindPersonProps {
  name: string
  searchName: string
  /** Only such people are found; without it, anybody. */
  kinds?: readonly PersonKind[]
}

const leastLetters = 3

/** Finds somebody by name or NHS number and takes one of those who are found. */
export function FindPerson({ name, searchName, kinds }: FindPersonProps) {
  const text = (useTyped<string>(searchName) ?? '').trim()
  const found = useRead({
    ...read.people.search.queryOptions({ text }),
    enabled: text.length >= leastLetters,
  })
  const people =
    found.state === 'ready'
      ? found.value.filter((person) => !kinds || kinds.includes(person.kind)).slice(0, 10)
      : []
  const { setValue } = useFormContext()
  const chosen = useTyped<string>(name)
  // Whoever was chosen and is not in sight any more, after another search, is not sent unseen.
  const isOutOfSight = Boolean(chosen) && !people.some(({ id }) => id === chosen)
  useEffect(() => {
    if (found.state === 'ready' && isOutOfSight) setValue(name, '')
  })
  return (
    <>
      <TextField
        name={searchName}
        label="Name or NHS number"
        hint={`At least ${leastLetters} letters of a name, or all 10 digits.`}
        required="Enter the name or the NHS number"
        width={20}
      />
      {found.state === 'ready' && people.length === 0 && (
        <p role="status">Nobody of that name or number is on record.</p>
      )}
      {people.length > 0 && (
        <RadiosField
          name={name}
          legend="Which of them?"
          required="Choose the person, or say that there is no record"
          choices={people.map((person) => ({
            value: person.id,
            label: fullName(person),
            hint: [
              person.bornOn && `born ${formatDate(person.bornOn)}`,
              person.nhsNumber && `NHS ${formatNhsNumber(person.nhsNumber)}`,
            ]
              .filter(Boolean)
              .join(', '),
          }))}
        />
      )}
    </>
  )
}
