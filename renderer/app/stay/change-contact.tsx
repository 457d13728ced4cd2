import { useParams } from '@tanstack/react-router'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Ready } from '../reading.tsx'
import { basisTyped } from './basis-typed.ts'
import { ContactFields } from './contact-fields.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'
import { WithdrawForm } from './withdraw-form.tsx'

type Contact = Outputs['people']['contacts'][number]
type ContactInput = InputOf<typeof act.people.addContact.mutate>

/** A change of a contact, or its withdrawal. */
export function ChangeContact() {
  const { stayId, personId, contactId } = useParams({
    from: '/stays/$stayId/contact/$personId/$contactId',
  })
  const contacts = useRead(read.people.contacts.queryOptions({ personId }))
  return (
    <StayFormPage stayId={stayId} title={() => 'Change a contact'}>
      {() => (
        <Ready reading={contacts}>
          {(all) => {
            const contact = all.find(({ id }) => id === contactId)
            return contact ? (
              <ChangeForm key={contact.version} contact={contact} stayId={stayId} />
            ) : (
              <Banner title="This contact is not on record any more" tone="warning" />
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

function ChangeForm({ contact, stayId }: { contact: Contact; stayId: string }) {
  const change = useCommand(act.people.changeContact.mutate)
  const withdraw = useCommand(act.people.withdrawContact.mutate)
  const back = useBackToStay(stayId)
  const { id, version, personId } = contact
  return (
    <>
      <Form<{ fact: Omit<ContactInput, 'personId'>; reason: string }>
        act="Save the change"
        draft={`change-contact:${id}:${version}`}
        save={({ fact, reason }) => change({ id, version, reason, fact: { ...fact, personId } })}
        onSaved={back}
        cancel={{ label: 'Go back', onClick: back }}
        initial={{
          fact: {
            agency: contact.agency,
            name: contact.name,
            role: contact.role,
            telephone: contact.telephone ?? '',
            email: contact.email ?? '',
            safeToContact: contact.safeToContact,
            basis: basisTyped(contact.basis),
          },
        }}
      >
        <FormPart title={contact.name}>
          <ContactFields prefix="fact." />
          <TextField
            name="reason"
            label="Why it is changed"
            hint="The old entry stays readable."
            required="Enter why it is changed"
          />
        </FormPart>
      </Form>
      <WithdrawForm
        what="this contact"
        draft={`withdraw:${id}:${version}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={back}
      />
    </>
  )
}
