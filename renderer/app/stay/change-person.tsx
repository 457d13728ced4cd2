import { useParams } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { basisTyped } from '../family/basis-typed.ts'
import { fullName } from '../people/full-name.ts'
import { gestationText } from '../people/gestation.ts'
import { PersonFields } from '../people/person-fields.tsx'
import { Ready } from '../reading.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

type Person = Outputs['people']['get']
type PersonInput = InputOf<typeof act.people.change.mutate>['person']

/** A correction of who somebody is: a name, a number, a date. */
export function ChangePerson() {
  const { stayId, personId } = useParams({ from: '/stays/$stayId/person/$personId' })
  const person = useRead(read.people.get.queryOptions({ personId }))
  return (
    <StayFormPage stayId={stayId} title={() => 'Correct a person'}>
      {() => (
        <Ready reading={person}>
          {(value) => <ChangeForm key={value.id} person={value} stayId={stayId} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

function ChangeForm({ person, stayId }: { person: Person; stayId: string }) {
  const change = useCommand(act.people.change.mutate)
  const back = useBackToStay(stayId)
  const now = useServiceNow()
  const { id, version, kind, expectedOn } = person
  return (
    <Form<{ person: Omit<PersonInput, 'kind'>; reason: string }>
      act="Save the correction"
      draft={`person:${id}:${version}`}
      save={({ person: typed, reason }) =>
        change({ id, version, reason, person: { ...typed, kind, expectedOn } as PersonInput })
      }
      onSaved={back}
      cancel={{ label: 'Go back', onClick: back }}
      initial={{
        person: {
          givenName: person.givenName,
          familyName: person.familyName,
          nhsNumber: person.nhsNumber ?? '',
          nhsNumberAbsent: person.nhsNumberAbsent ?? '',
          bornOn: person.bornOn ?? '',
          bornOnEstimate: person.bornOnEstimate ?? '',
          bornAt: person.bornAt === null ? '' : textOfInstant(person.bornAt),
          gestationDays: person.gestationDays === null ? '' : gestationText(person.gestationDays),
          ...(person.basis ? { basis: basisTyped(person.basis) } : {}),
        },
      }}
    >
      <FormPart title={fullName(person)}>
        <PersonFields prefix="person" kind={kind} />
        <BasisField name="person.basis" of="this" today={dateOf(now())} />
        <TextField
          name="reason"
          label="Why it is corrected"
          hint="The old entry stays readable."
          required="Enter why it is corrected"
        />
      </FormPart>
    </Form>
  )
}
