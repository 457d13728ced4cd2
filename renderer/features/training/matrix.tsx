import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { percentText } from '#domain/assurance/figure-text.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { choosePeople, type Who, whoLabels } from './choose-people.ts'
import { SignLegend, StandingSign, StandingTag } from './standing.tsx'
import type { MatrixRow, MatrixView } from './view.ts'
import { hoursTyped, shortLevel, sortOfPart, topicTitle } from './words.ts'

/** What the columns of the matrix are. */
export type Columns = 'required' | 'topics'

interface MatrixProps {
  view: MatrixView
  who: Who
  columns: Columns
  onWho: (who: Who) => void
  onColumns: (columns: Columns) => void
}

/** The training matrix: a person a line, what is asked of them across. */
export function Matrix({ view, who, columns, onWho, onColumns }: MatrixProps) {
  const [typed, type] = useState('')
  const wanted = useDeferredValue(typed)
  const rows = useMemo(() => choosePeople(view.people, who, wanted), [view, who, wanted])
  return (
    <>
      <div className="training-bar app-no-print">
        <FindField typed={typed} onType={type} />
        <WhoField who={who} onWho={onWho} />
        <ColumnsButtons columns={columns} onColumns={onColumns} />
      </div>
      <p role="status">{countText(view, rows)}</p>
      {columns === 'topics' && <SignLegend />}
      {columns === 'topics' ? (
        <TopicsTable view={view} rows={rows} />
      ) : (
        <RequiredTable rows={rows} />
      )}
      {columns === 'topics' ? <TopicTitles view={view} /> : <ColumnsMean />}
    </>
  )
}

function countText({ people }: MatrixView, rows: readonly MatrixRow[]): string {
  const asked = rows.filter(({ level }) => !exempt.includes(level.standing))
  const pass = asked.filter(({ level }) => level.standing === 'in-date').length
  const shown =
    rows.length === people.length ? `${people.length}` : `${rows.length} of ${people.length}`
  const rate = percentText({ pass, denominator: asked.length })
  return `${shown} in post. Required level in date: ${pass} of ${asked.length} for whom it is due (${rate}).`
}
// As in the measure 5b-1: who is not asked, or not yet, is in nobody's rate.
const exempt: readonly string[] = ['not-required', 'not-yet-due', 'not-in-post']

function FindField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const id = useId()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        Name or profession
      </label>
      <input
        id={id}
        className="nhsuk-input nhsuk-input--width-20"
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </div>
  )
}

function WhoField({ who, onWho }: { who: Who; onWho: (who: Who) => void }) {
  const id = useId()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        Show
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={who}
        onChange={(event) => onWho(event.currentTarget.value as Who)}
      >
        {Object.entries(whoLabels).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

const columnsLabels: Record<Columns, string> = {
  required: 'What is required',
  topics: 'Every topic',
}

function ColumnsButtons({ columns, onColumns }: Pick<MatrixProps, 'columns' | 'onColumns'>) {
  return (
    <fieldset className="training-columns">
      <legend className="nhsuk-label">Columns</legend>
      {(Object.keys(columnsLabels) as Columns[]).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === columns}
          onClick={() => onColumns(one)}
        >
          {columnsLabels[one]}
        </button>
      ))}
    </fieldset>
  )
}

const nobody = <Empty>Nobody in post on this day is shown by this choice.</Empty>

const nameColumn = {
  name: 'Name',
  cell: ({ staffId, name, group }: MatrixRow) => (
    <>
      <Link to="/people/training/staff/$staffId" params={{ staffId }}>
        <Shown>{name}</Shown>
      </Link>
      <div className="training-small">{group}</div>
    </>
  ),
  sortBy: ({ name }: MatrixRow) => name,
}

function RequiredTable({ rows }: { rows: readonly MatrixRow[] }) {
  return (
    <Table
      caption="Training matrix: what is required"
      captionHidden
      rows={rows}
      rowKey={({ staffId }) => staffId}
      empty={nobody}
      columns={[
        nameColumn,
        {
          name: 'Needs',
          cell: ({ requirement }) => (requirement ? shortLevel(requirement.level) : 'Nothing'),
          sortBy: ({ requirement }) => requirement?.level ?? '',
        },
        {
          name: 'Level',
          cell: ({ level }) => <StandingTag part={level} />,
          sortBy: ({ level }) => sortOfPart(level),
        },
        {
          name: 'Multi-agency',
          cell: ({ multiAgency }) => <StandingTag part={multiAgency} />,
          sortBy: ({ multiAgency }) => sortOfPart(multiAgency),
        },
        {
          name: 'Life support',
          cell: ({ lifeSupport }) => <StandingTag part={lifeSupport} />,
          sortBy: ({ lifeSupport }) => sortOfPart(lifeSupport),
        },
        {
          name: 'Care proceedings',
          cell: ({ careProceedings }) => (
            <StandingTag part={{ id: '', standing: careProceedings, until: null }} />
          ),
          sortBy: ({ careProceedings }) =>
            sortOfPart({ id: '', standing: careProceedings, until: null }),
        },
        {
          name: 'Topics',
          cell: ({ topics }) =>
            topics.length === 0
              ? ''
              : `${topics.filter(({ standing }) => standing === 'in-date').length} of ${topics.length}`,
          sortBy: ({ topics }) => topics.filter(({ standing }) => standing === 'in-date').length,
          number: true,
        },
        {
          name: 'Hours',
          cell: ({ minutes, minutesAsked }) =>
            minutesAsked === null
              ? hoursTyped(minutes)
              : `${hoursTyped(minutes)} of ${hoursTyped(minutesAsked)}`,
          sortBy: ({ minutes }) => minutes,
          number: true,
        },
      ]}
    />
  )
}

function TopicsTable({ view, rows }: { view: MatrixView; rows: readonly MatrixRow[] }) {
  return (
    <div className="training-topics">
      <Table
        caption="Training matrix: topics"
        captionHidden
        rows={rows}
        rowKey={({ staffId }) => staffId}
        empty={nobody}
        columns={[
          nameColumn,
          ...view.topics.map(({ id }) => ({
            name: id,
            cell: ({ topics }: MatrixRow) => (
              <StandingSign
                part={
                  topics.find((one) => one.id === id) ?? {
                    id,
                    standing: 'not-required',
                    until: null,
                  }
                }
              />
            ),
          })),
        ]}
      />
    </div>
  )
}

function ColumnsMean() {
  return (
    <p className="app-quiet">
      Care proceedings: the topics of child protection processes and care proceedings, all of them.
      Topics: how many are in date. Hours: of safeguarding training in the last 3 years.
    </p>
  )
}

function TopicTitles({ view }: { view: MatrixView }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">What the topics are</span>
      </summary>
      <div className="nhsuk-details__text">
        <dl className="training-titles">
          {view.topics.map(({ id }) => (
            <div key={id}>
              <dt>{id}</dt>
              <dd>{topicTitle(view, id)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
