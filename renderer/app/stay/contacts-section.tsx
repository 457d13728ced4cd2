import { Link } from '@tanstack/react-router'
import {
  type Agency,
  agencyLabels,
  type SafeToContact,
  safeToContactLabels,
} from '#domain/people/record.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import type { StayView } from './stay-view.ts'

type Contact = Outputs['people']['contacts'][number]

/** The professionals of each agency, for each baby and for the mother. */
export function ContactsSection({ view }: { view: StayView }) {
  const mayEdit = useMay('people:edit')
  const people = [...view.pairs.map(({ baby }) => baby), view.mother]
  return (
    <Section
      title="Agencies and contacts"
      actions={
        mayEdit && (
          <Link
            to="/stays/$stayId/contact"
            params={{ stayId: view.stay.id }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Add a contact
          </Link>
        )
      }
    >
      {people.map((person) => (
        <ContactsOf
          key={person.id}
          stayId={view.stay.id}
          personId={person.id}
          name={fullName(person)}
          mayEdit={mayEdit}
        />
      ))}
    </Section>
  )
}

interface ContactsOfProps {
  stayId: string
  personId: string
  name: string
  mayEdit: boolean
}

function ContactsOf({ stayId, personId, name, mayEdit }: ContactsOfProps) {
  const contacts = useRead(read.people.contacts.queryOptions({ personId }))
  return (
    <Ready reading={contacts} what="contacts">
      {(rows) => (
        <Table
          caption={`Contacts for ${name}`}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <p className="app-quiet">
              No contacts for <Shown>{name}</Shown> yet.
            </p>
          }
          columns={[
            { name: 'Agency', cell: ({ agency }) => agencyLabels[agency as Agency] },
            {
              name: 'Who',
              cell: (contact) => (
                <>
                  <Shown>{contact.name}</Shown>, <Shown>{contact.role}</Shown>
                </>
              ),
            },
            {
              name: 'How',
              cell: ({ telephone, email }) => [telephone, email].filter(Boolean).join(', '),
            },
            {
              name: 'Contact',
              cell: ({ safeToContact }) => safeToContactLabels[safeToContact as SafeToContact],
            },
            { name: 'How it is known', cell: ({ basis }) => <Shown>{basisLine(basis)}</Shown> },
            ...(mayEdit
              ? [
                  {
                    name: 'Change',
                    cell: (contact: Contact) => (
                      <Link
                        to="/stays/$stayId/contact/$personId/$contactId"
                        params={{ stayId, personId, contactId: contact.id }}
                      >
                        Change <span className="app-hidden">the contact {contact.name}</span>
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Ready>
  )
}
