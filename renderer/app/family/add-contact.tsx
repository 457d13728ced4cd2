import { useParams } from '@tanstack/react-router'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { fullName } from '../people/full-name.ts'
import { ContactFields } from './contact-fields.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { FamilyView } from './family-view.ts'
import { useGoBack } from './use-go-back.ts'

/** A professional or a duty team for a baby or for the mother. */
export function AddContact() {
  const { motherId } = useParams({ from: '/families/$motherId/contact' })
  return (
    <FamilyFormPage motherId={motherId} title="Add a contact">
      {(family) => <ContactForm family={family} />}
    </FamilyFormPage>
  )
}

function ContactForm({ family }: { family: FamilyView }) {
  const add = useCommand(act.people.addContact.mutate)
  const back = useGoBack(family.mother.id)
  const people = [...family.babies, family.mother]
  return (
    <Form<InputOf<typeof act.people.addContact.mutate>>
      act="Add the contact"
      draft={`contact:${family.mother.id}`}
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
