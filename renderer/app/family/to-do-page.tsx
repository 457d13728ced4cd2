import { Link } from '@tanstack/react-router'
import { placementStateWords } from '#domain/people/placement.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'

type ToDo = Outputs['people']['toDo']
interface Place {
  motherId: string
  mother: string
  stayId: string | null
  bed: string | null
}

const soonMinutes = 24 * 60

const where = <Row extends Place>(): Column<Row> => ({
  name: 'Family',
  sortBy: ({ bed }) => bed ?? 'zz',
  cell: (row) => <Family place={row} />,
})

function Family({ place: { motherId, mother, bed, stayId } }: { place: Place }) {
  return (
    <>
      <Link to="/families/$motherId" params={{ motherId }}>
        <Shown>{mother}</Shown>
      </Link>
      <p className="app-quiet">{bed ? bedTitle(bed) : stayId ? 'No bed' : 'Referral'}</p>
    </>
  )
}

/** What is to be found out, settled or held for everybody on the unit or on an open referral. */
export function PeopleToDoPage() {
  const list = useRead(read.people.toDo.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="To find out about families"
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to the people on the unit
          </Link>
        }
      />
      <Ready reading={list} what="list">
        {(value) => <Lists toDo={value} />}
      </Ready>
    </div>
  )
}

function Lists({ toDo: { questions, statuses, meetings } }: { toDo: ToDo }) {
  const late = questions.filter(({ isLate }) => isLate).length
  const families = [...Map.groupBy(questions, ({ motherId }) => motherId).values()] as [
    Question,
    ...Question[],
  ][]
  return (
    <>
      {statuses.length > 0 && (
        <Section title="Legal statuses that run out or differ">
          <Table
            caption="Legal statuses that run out or differ"
            captionHidden
            rows={statuses}
            rowKey={({ factId }) => factId}
            columns={[
              where(),
              { name: 'Baby', cell: ({ baby }) => <Shown>{baby}</Shown> },
              {
                name: 'What',
                cell: ({ text, days }) => <Tag tone={days < 0 ? 'danger' : 'warning'}>{text}</Tag>,
                sortBy: ({ days }) => days,
              },
            ]}
          />
        </Section>
      )}
      {meetings.length > 0 && (
        <Section title="Placements of looked-after babies">
          <Table
            caption="Placements of looked-after babies"
            captionHidden
            rows={meetings}
            rowKey={({ pairId }) => pairId}
            columns={[
              where(),
              { name: 'Baby', cell: ({ baby }) => <Shown>{baby}</Shown> },
              { name: 'What', cell: ({ state }) => placementStateWords[state] },
              {
                name: 'By',
                cell: ({ dueAt }) => dueAt && <Countdown due={dueAt} soonMinutes={soonMinutes} />,
                sortBy: ({ dueAt }) => dueAt ?? '',
              },
            ]}
          />
        </Section>
      )}
      <Section title={`Questions${late > 0 ? `, ${late} late` : ''}`}>
        <Table
          caption="Questions to ask again"
          captionHidden
          rows={families}
          rowKey={([first]) => first.motherId}
          empty={<Empty>Nothing is open.</Empty>}
          columns={[
            { name: 'Family', cell: ([first]) => <Family place={first} /> },
            { name: 'To find out', cell: (open) => <Questions open={open} /> },
            {
              name: 'Next',
              cell: ([{ dueAt }]) => dueAt && <Countdown due={dueAt} soonMinutes={soonMinutes} />,
              sortBy: ([{ dueAt }]) => dueAt ?? '',
            },
          ]}
        />
      </Section>
    </>
  )
}

type Question = ToDo['questions'][number]
type Open = readonly [Question, ...Question[]]

/** The questions about one family, the next to be asked first. */
function Questions({ open }: { open: Open }) {
  return (
    <ul className="app-list">
      {open.map(({ aboutId, key, question, about, who, isLate }) => (
        <li key={`${aboutId} ${key}`}>
          {question}{' '}
          <span className="app-quiet">
            <Shown>{about}</Shown>
            {who && (
              <>
                , <Shown>{who}</Shown>
              </>
            )}
          </span>{' '}
          {isLate && <Tag tone="late">late</Tag>}
        </li>
      ))}
    </ul>
  )
}
