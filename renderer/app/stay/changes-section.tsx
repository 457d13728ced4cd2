import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import type { StayView } from './stay-view.ts'

/** Who looked at or changed these records, and when; opened when asked, since the opening is itself logged. */
export function ChangesSection({ view }: { view: StayView }) {
  const [shown, show] = useState<string>()
  const people = [...view.pairs.map(({ baby }) => baby), view.mother]
  return (
    <Section title="Who looked, and who changed">
      <div className="app-buttons app-buttons--under">
        {people.map((person) => (
          <Button key={person.id} kind="quiet" small onClick={() => show(person.id)}>
            {`Show for ${fullName(person)}`}
          </Button>
        ))}
      </div>
      {shown && <Changes personId={shown} />}
    </Section>
  )
}

const actionText = (action: string, entity: string) =>
  `${action} ${entity}`.replaceAll(/[-_.]/g, ' ').trim()

function Changes({ personId }: { personId: string }) {
  const entries = useRead(read.audit.ofPatient.queryOptions({ personId }))
  return (
    <Ready reading={entries} what="entries">
      {(rows) => (
        <Table
          caption="Who looked, and who changed"
          captionHidden
          rows={rows}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { name: 'When', cell: ({ at }) => formatDateTime(at) },
            {
              name: 'Who',
              cell: ({ who, role }) => (
                <>
                  <Shown>{who}</Shown>, {roleLabels[role].toLowerCase()}
                </>
              ),
            },
            { name: 'What', cell: ({ action, entity }) => actionText(action, entity) },
            {
              name: 'Version',
              cell: ({ entityVersion }) => entityVersion ?? '',
            },
            { name: 'Why', cell: ({ reason }) => <Shown>{reason}</Shown> },
          ]}
        />
      )}
    </Ready>
  )
}
