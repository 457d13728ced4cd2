import { Link } from '@tanstack/react-router'
import { formatDate } from '#domain/shared/calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Family } from './kept-page.tsx'
import { KeptUntil } from './kept-until.tsx'

const states: Record<Family['state'], { words: string; tone: Tone }> = {
  here: { words: 'On the unit', tone: 'info' },
  open: { words: 'Referral open', tone: 'info' },
  kept: { words: 'Kept', tone: 'neutral' },
  held: { words: 'Held', tone: 'warning' },
  due: { words: 'Due for appraisal', tone: 'warning' },
}

interface KeptFamiliesProps {
  families: readonly Family[]
  onHold: (family: Family) => void
}

/** A page of the families of whom a record is kept. */
export function KeptFamilies({ families, onHold }: KeptFamiliesProps) {
  return (
    <Table
      caption="How long records are kept"
      captionHidden
      rows={families}
      rowKey={({ motherId }) => motherId}
      empty={<Empty>Nobody has been on the unit or was referred to it yet.</Empty>}
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
        },
        {
          name: 'Last contact',
          cell: ({ lastContactOn, wasHere }) => (
            <>
              {lastContactOn ? formatDate(lastContactOn) : ''}
              {!wasHere && <div className="app-quiet">Referred, never on the unit</div>}
            </>
          ),
        },
        {
          name: 'Kept until',
          cell: ({ until, because }) => <KeptUntil until={until} because={because} />,
        },
        {
          name: 'State',
          cell: ({ state, hold }) => (
            <>
              <Tag tone={states[state].tone}>{states[state].words}</Tag>{' '}
              {hold && <Shown>{hold.because}</Shown>}
            </>
          ),
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
