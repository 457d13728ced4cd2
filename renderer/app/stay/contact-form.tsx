import { useParams } from '@tanstack/react-router'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { fullName } from '../people/full-name.ts'
import { ContactFields } from './contact-fields.tsx'
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
        <ContactFields prefix="" />
      </FormPart>
    </Form>
  )
}
