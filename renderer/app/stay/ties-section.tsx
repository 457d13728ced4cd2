import { Link } from '@tanstack/react-router'
import {
  type Relation,
  type Responsibility,
  relationLabels,
  responsibilityLabels,
  type SafeToContact,
  safeToContactLabels,
} from '#domain/people/record.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import type { StayView } from './stay-view.ts'

type Tie = Outputs['people']['ties'][number]

/** Who is what to the baby and the mother, on what basis, and whether contact is safe. */
export function TiesSection({ view }: { view: StayView }) {
  const mayEdit = useMay('people:edit')
  const people = [...view.pairs.map(({ baby }) => baby), view.mother]
  return (
    <Section
      title="People and ties"
      actions={
        mayEdit && (
          <Link
            to="/stays/$stayId/tie"
            params={{ stayId: view.stay.id }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Add a person
          </Link>
        )
      }
    >
      {people.map((person) => (
        <TiesOf
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

const contactTone: Record<SafeToContact, Tone> = {
  yes: 'good',
  'only-through': 'warning',
  'do-not-contact': 'danger',
  'not-known': 'warning',
}

interface TiesOfProps {
  stayId: string
  personId: string
  name: string
  mayEdit: boolean
}

function TiesOf({ stayId, personId, name, mayEdit }: TiesOfProps) {
  const ties = useRead(read.people.ties.queryOptions({ personId }))
  return (
    <Ready reading={ties} what="ties">
      {(all) => (
        <Table
          caption={`Ties to ${name}`}
          rows={all.filter((tie) => tie.toPersonId === personId)}
          rowKey={({ id }) => id}
          empty={
            <p className="app-quiet">
              Nobody is recorded for <Shown>{name}</Shown> yet.
            </p>
          }
          columns={[
            {
              name: 'Who',
              cell: (tie) => (
                <>
                  <Shown>{tie.personName}</Shown>,{' '}
                  {relationLabels[tie.relation as Relation].toLowerCase()}
                  <p className="app-quiet">
                    <Shown>{basisLine(tie.basis)}</Shown>
                  </p>
                </>
              ),
            },
            {
              name: 'Responsibility',
              cell: (tie) => responsibilityLabels[tie.parentalResponsibility as Responsibility],
            },
            { name: 'Contact', cell: (tie) => <Contact tie={tie} /> },
            ...(mayEdit
              ? [
                  {
                    name: 'Change',
                    cell: (tie: Tie) => (
                      <Link
                        to="/stays/$stayId/tie/$personId/$tieId"
                        params={{ stayId, personId, tieId: tie.id }}
                      >
                        Change <span className="app-hidden">the tie of {tie.personName}</span>
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

function Contact({ tie }: { tie: Tie }) {
  const safe = tie.safeToContact as SafeToContact
  return (
    <>
      <Tag tone={contactTone[safe]}>{safeToContactLabels[safe]}</Tag>
      {tie.contactThrough && (
        <p>
          <Shown>{tie.contactThrough}</Shown>
        </p>
      )}
    </>
  )
}
