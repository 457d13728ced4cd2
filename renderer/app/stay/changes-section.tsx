import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { EntriesTable } from '../audit/entries-table.tsx'
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

function Changes({ personId }: { personId: string }) {
  const entries = useRead(read.audit.ofPatient.queryOptions({ personId }))
  return (
    <Ready reading={entries} what="entries">
      {(rows) => (
        <>
          <EntriesTable entries={rows} />
          <p>
            <Link to="/administration/audit" search={{ personId }}>
              Older entries, filters, and the same as a file
            </Link>
          </p>
        </>
      )}
    </Ready>
  )
}
