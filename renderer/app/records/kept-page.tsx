import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { LiftHold, PlaceHold } from './hold-forms.tsx'

export type Family = Outputs['retention']['kept'][number]

const states: Record<Family['state'], { words: string; tone: Tone }> = {
  here: { words: 'On the unit', tone: 'info' },
  kept: { words: 'Kept', tone: 'neutral' },
  held: { words: 'Held', tone: 'warning' },
  due: { words: 'Due for appraisal', tone: 'warning' },
}

/** Until when the record of each family is kept, what is due for appraisal, and the way to a copy for its subject. */
export function KeptPage() {
  const kept = useRead(read.retention.kept.queryOptions(undefined))
  const [holding, hold] = useState<Family>()
  return (
    <Section title="How long records are kept">
      <p>
        By the NHS Records Management Code of Practice, the longest rule of the family. The app
        removes nothing: a record that is due is appraised by people, and stays until the trust has
        decided.
      </p>
      {holding ? (
        holding.hold ? (
          <LiftHold hold={holding.hold} onDone={() => hold(undefined)} />
        ) : (
          <PlaceHold family={holding} onDone={() => hold(undefined)} />
        )
      ) : (
        <Ready reading={kept} what="records">
          {(families) => <KeptTable families={families} onHold={hold} />}
        </Ready>
      )}
    </Section>
  )
}

interface KeptTableProps {
  families: readonly Family[]
  onHold: (family: Family) => void
}

function KeptTable({ families, onHold }: KeptTableProps) {
  return (
    <Table
      caption="How long records are kept"
      captionHidden
      rows={families}
      rowKey={({ motherId }) => motherId}
      empty={<Empty>Nobody has been on the unit yet.</Empty>}
      columns={[
        {
          name: 'Mother and babies',
          cell: ({ mother, babies, people }) =>
            [mother, ...babies].map((name, index) => (
              <div key={people[index]}>
                <Link
                  to="/administration/records/copy/$personId"
                  params={{ personId: people[index] ?? '' }}
                >
                  <Shown>{name}</Shown>
                </Link>
              </div>
            )),
          sortBy: ({ mother }) => mother,
        },
        {
          name: 'Last here',
          cell: ({ lastContactOn }) => (lastContactOn ? formatDate(lastContactOn) : ''),
          sortBy: ({ lastContactOn }) => lastContactOn ?? '9999',
        },
        {
          name: 'Kept until',
          cell: ({ until, because }) =>
            until && (
              <>
                {formatDate(until)}
                <div className="app-quiet">{because}</div>
              </>
            ),
          sortBy: ({ until }) => until ?? '9999',
        },
        {
          name: 'State',
          cell: ({ state, hold }) => (
            <>
              <Tag tone={states[state].tone}>{states[state].words}</Tag>{' '}
              {hold && <Shown>{hold.because}</Shown>}
            </>
          ),
          sortBy: ({ state }) => state,
        },
        {
          name: 'Act',
          cell: (family) => (
            <Button
              kind="quiet"
              small
              label={`${family.hold ? 'Lift the hold' : 'Hold the record'}: ${family.mother}`}
              onClick={() => onHold(family)}
            >
              {family.hold ? 'Lift the hold' : 'Hold the record'}
            </Button>
          ),
        },
      ]}
    />
  )
}
