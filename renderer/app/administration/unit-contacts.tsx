import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Agency, agencyLabels, type SafeToContact } from '#domain/people/record.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { basisTyped } from '../family/basis-typed.ts'
import { ContactFields } from '../family/contact-fields.tsx'
import { ContactTag } from '../family/contact-tag.tsx'
import { Ready } from '../reading.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

type Contact = Outputs['people']['contacts'][number]
type ContactInput = InputOf<typeof act.people.addContact.mutate>

/** What a link may ask for: the agency whose number is missing. */
export interface WantedContact {
  agency?: Agency
}
export const wantedIn = ({ agency }: Record<string, unknown>): WantedContact =>
  typeof agency === 'string' && agency in agencyLabels ? { agency: agency as Agency } : {}

/** Whom the unit itself rings, for any family: on-call paediatrics, duty teams, the named nurse. */
export function UnitContacts() {
  const { agency } = useSearch({ from: '/administration/contacts' })
  const contacts = useRead(read.people.contacts.queryOptions({ personId: null }))
  const [doing, start] = useState<'add' | Contact | undefined>(agency ? 'add' : undefined)
  const done = () => start(undefined)
  return (
    <Section
      title="Contacts of the unit"
      actions={
        doing === undefined && (
          <Button kind="quiet" small onClick={() => start('add')}>
            Add a contact
          </Button>
        )
      }
    >
      <p>
        Whom the unit rings for any family. An episode of an unwell baby names on-call paediatrics
        with the number that is kept here. A family’s own GP, health visitor and social worker are
        kept with the family.
      </p>
      {doing === 'add' && <AddContact wanted={agency} onDone={done} />}
      {doing !== undefined && doing !== 'add' && <ChangeContact contact={doing} onDone={done} />}
      <Ready reading={contacts}>
        {(rows) => (
          <Table
            caption="Contacts of the unit"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Empty>No contacts yet. Add on-call paediatrics first.</Empty>}
            columns={[
              { name: 'Agency', cell: (contact) => agencyLabels[contact.agency as Agency] },
              {
                name: 'Who',
                cell: ({ name, role }) => (
                  <>
                    <Shown>{name}</Shown>, <Shown>{role}</Shown>
                  </>
                ),
              },
              {
                name: 'How',
                cell: ({ telephone, email }) => [telephone, email].filter(Boolean).join(', '),
              },
              {
                name: 'Contact',
                cell: ({ safeToContact, contactThrough }) => (
                  <ContactTag safe={safeToContact as SafeToContact} through={contactThrough} />
                ),
              },
              {
                name: 'Change',
                cell: (contact) => (
                  <Button
                    kind="quiet"
                    small
                    label={`Change ${contact.name}`}
                    onClick={() => start(contact)}
                  >
                    Change
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

function AddContact({ wanted, onDone }: { wanted: Agency | undefined; onDone: () => void }) {
  const add = useCommand(act.people.addContact.mutate)
  return (
    <Form<ContactInput>
      act="Add the contact"
      draft="unit-contact"
      initial={wanted === 'paediatrics' ? { agency: wanted, role: 'On call' } : { agency: wanted }}
      save={(input) => add({ ...input, personId: null })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <ContactFields prefix="" />
    </Form>
  )
}

function ChangeContact({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const change = useCommand(act.people.changeContact.mutate)
  const withdraw = useCommand(act.people.withdrawContact.mutate)
  const { id, version, agency, name, role, telephone, email, safeToContact, contactThrough } =
    contact
  return (
    <>
      <Form<{ fact: ContactInput; reason: string }>
        key={`${id} ${version}`}
        act="Save the contact"
        save={({ fact, reason }) =>
          change({ id, version, reason, fact: { ...fact, personId: null } })
        }
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
        initial={{
          fact: {
            agency,
            name,
            role,
            telephone: telephone ?? '',
            email: email ?? '',
            safeToContact,
            contactThrough: contactThrough ?? '',
            basis: basisTyped(contact.basis),
          },
        }}
      >
        <ContactFields prefix="fact." />
        <TextField
          name="reason"
          label="Why it is changed"
          hint="The old entry stays readable."
          required="Enter why it is changed"
        />
      </Form>
      <WithdrawForm
        what="this contact"
        draft={`withdraw:${id}:${version}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={onDone}
      />
    </>
  )
}
