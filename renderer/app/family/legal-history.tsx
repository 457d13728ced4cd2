import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { FamilyFormPage } from './family-form-page.tsx'

type Legal = Outputs['people']['legalStatus']

/** Every legal status of one child that was ever recorded, and which of them were in force at any time. */
export function LegalHistory() {
  const { motherId, personId } = useParams({ from: '/families/$motherId/legal-history/$personId' })
  const [at, setAt] = useState<Instant | null>(null)
  const legal = useRead(read.people.legalStatus.queryOptions({ personId, at }))
  return (
    <FamilyFormPage motherId={motherId} title="Legal status over time">
      {({ babies }) => {
        const baby = babies.find(({ id }) => id === personId)
        return (
          <>
            <p>{baby ? <Shown>{fullName(baby)}</Shown> : 'The expected baby'}</p>
            <Section title="At a past time">
              <Form<{ at: Instant }>
                act="Show the status at that time"
                save={async (input) => {
                  setAt(input.at)
                  return { ok: true, value: null }
                }}
              >
                <InstantField name="at" legend="When?" required="Enter the time" />
              </Form>
              <Ready reading={legal} what="legal status">
                {(value) => <AtThatTime legal={value} asked={at !== null} />}
              </Ready>
            </Section>
            <Section title="Everything recorded">
              <Ready reading={legal} what="legal status">
                {({ facts }) => (
                  <FactsTable facts={facts} motherId={motherId} personId={personId} />
                )}
              </Ready>
            </Section>
          </>
        )
      }}
    </FamilyFormPage>
  )
}

function AtThatTime({ legal, asked }: { legal: Legal; asked: boolean }) {
  const { standing, at, consent } = legal
  return (
    <div role="status">
      <p>
        <strong>{asked ? formatDateTime(at) : 'Now'}: </strong>
        {standing.known
          ? standing.inForce.map(({ status, fact }) => (
              <Tag key={fact.recordId} tone="legal">
                {status.label}
              </Tag>
            ))
          : 'no status is recorded for this time'}
      </p>
      {consent.map((text) => (
        <p key={text} className="app-quiet">
          {text}
        </p>
      ))}
    </div>
  )
}

interface FactsTableProps {
  facts: Legal['facts']
  motherId: string
  personId: string
}

function FactsTable({ facts, motherId, personId }: FactsTableProps) {
  const mayRecord = useMay('people:legal')
  return (
    <Table
      caption="Every legal status recorded"
      captionHidden
      rows={facts}
      rowKey={({ id }) => id}
      empty={<p className="app-quiet">Nothing is recorded yet.</p>}
      columns={[
        { name: 'Status', cell: ({ code }) => legalStatusOf(code).label },
        { name: 'From', cell: ({ startsAt }) => formatDateTime(startsAt) },
        {
          name: 'To',
          cell: ({ endsAt, ended }) =>
            ended ? (
              <>
                {formatDateTime(ended.endedAt)}: <Shown>{ended.whatFollowed}</Shown>
              </>
            ) : endsAt === null ? (
              'No end recorded'
            ) : (
              `${formatDateTime(endsAt)} on paper, end not recorded`
            ),
        },
        { name: 'How it is known', cell: ({ basis }) => <Shown>{basisLine(basis)}</Shown> },
        {
          name: 'Change',
          cell: ({ id, code }) =>
            mayRecord && (
              <Link
                to="/families/$motherId/legal/$personId/$factId"
                params={{ motherId, personId, factId: id }}
              >
                Change <span className="app-hidden">{legalStatusOf(code).label}</span>
              </Link>
            ),
        },
      ]}
    />
  )
}
