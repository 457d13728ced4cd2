import { useParams } from '@tanstack/react-router'
import { agencyLabels, safeToContactLabels } from '#domain/people/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { fullName } from '../people/full-name.ts'
import { StayFormPage } from './stay-form-page.tsx'
import type { StayView } from './stay-view.ts'
import { useBackToStay } from './use-back-to-stay.ts'

/** A professional or a duty team for a baby or for the mother. */
export function AddContact() {
  const { stayId } = useParams({ from: '/stays/$stayId/contact' })
  return (
    <StayFormPage stayId={stayId} title={() => 'Add a contact'}>
      {(stay) => <ContactForm stay={stay} />}
    </StayFormPage>
  )
}

function ContactForm({ stay }: { stay: StayView }) {
  const add = useCommand(act.people.addContact.mutate)
  const back = useBackToStay(stay.stay.id)
  const today = dateOf(useServiceNow()())
  const people = [...stay.pairs.map(({ baby }) => baby), stay.mother]
  return (
    <Form<InputOf<typeof act.people.addContact.mutate>>
      act="Add the contact"
      draft={`contact:${stay.stay.id}`}
      save={(input) => add(input)}
      onSaved={back}
      cancel={{ label: 'Go back', onClick: back }}
    >
      <FormPart title="Contact">
        <RadiosField
          name="personId"
          legend="For whom?"
          required="Choose for whom"
          choices={people.map((person) => ({ value: person.id, label: fullName(person) }))}
        />
        <SelectField
          name="agency"
          label="Agency"
          required="Choose the agency"
          choices={choicesOf(agencyLabels)}
        />
        <TextField name="name" label="Name, or name of the team" required="Enter the name" />
        <TextField name="role" label="Role" required="Enter the role" />
        <TextField
          name="telephone"
          label="Telephone"
          hint="A telephone number or an email address is needed."
          inputMode="tel"
          width={20}
        />
        <TextField name="email" label="Email (optional)" inputMode="email" />
        <RadiosField
          name="safeToContact"
          legend="Is it safe to contact them?"
          required="Say whether contact is safe"
          choices={choicesOf(safeToContactLabels)}
        />
        <BasisField name="basis" of="this contact" today={today} />
      </FormPart>
    </Form>
  )
}
