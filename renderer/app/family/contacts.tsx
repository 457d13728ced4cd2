import { type Agency, agencyLabels, type SafeToContact } from '#domain/people/record.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { basisTyped } from './basis-typed.ts'
import { ContactFields } from './contact-fields.tsx'
import { ContactTag } from './contact-tag.tsx'
import type { StatementKind } from './statement-kind.ts'

type Contact = Outputs['people']['contacts'][number]
type ContactInput = InputOf<typeof act.people.addContact.mutate>

/** The professionals of each agency, for each baby and for the mother. */
export const contactKind: StatementKind<Contact> = {
  title: 'Agencies and contacts',
  add: { to: '/families/$motherId/contact', label: 'Add a contact' },
  change: { to: '/families/$motherId/contact/$personId/$recordId', title: 'Change a contact' },
  what: 'this contact',
  draft: 'change-contact',
  movable: 'contact',
  caption: (name) => `Contacts for ${name}`,
  empty: ['No contacts for', 'yet.'],
  useRows: (personId) => useRead(read.people.contacts.queryOptions({ personId })),
  columns: [
    { name: 'Agency', cell: ({ agency }) => agencyLabels[agency as Agency] },
    {
      name: 'Who',
      cell: (contact) => (
        <>
          <Shown>{contact.name}</Shown>, <Shown>{contact.role}</Shown>
          <p className="app-quiet">
            <Shown>{basisLine(contact.basis)}</Shown>
          </p>
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
  ],
  nameOf: ({ name }) => `the contact ${name}`,
  heading: ({ name }) => name,
  typed: (contact) => ({
    agency: contact.agency,
    name: contact.name,
    role: contact.role,
    telephone: contact.telephone ?? '',
    email: contact.email ?? '',
    safeToContact: contact.safeToContact,
    contactThrough: contact.contactThrough ?? '',
    basis: basisTyped(contact.basis),
  }),
  fields: <ContactFields prefix="fact." />,
  useActs({ id, version, personId }) {
    const change = useCommand(act.people.changeContact.mutate)
    const withdraw = useCommand(act.people.withdrawContact.mutate)
    return {
      change: (fact, reason) =>
        change({ id, version, reason, fact: { ...(fact as ContactInput), personId } }),
      withdraw: (reason) => withdraw({ id, version, reason }),
    }
  },
}
