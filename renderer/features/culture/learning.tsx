import { Link } from '@tanstack/react-router'
import { checkOutcomeLabels, learningSourceLabels } from '#domain/culture/codes.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { LearningPointView, LearningView } from './view.ts'

interface LearningProps {
  view: LearningView
  mayEdit: boolean
}

/** What was learnt, what changed, and whether it held. */
export function Learning({ view, mayEdit }: LearningProps) {
  return (
    <Table
      caption="Learning points"
      captionHidden
      rows={view.points}
      rowKey={({ id }) => id}
      empty={
        <Empty>
          Nothing is on record yet. What comes out of a session, a debrief or a drill is noted here
          with what will change.
        </Empty>
      }
      columns={[
        {
          name: 'Noted',
          cell: ({ notedOn, source }) => (
            <>
              <span className="culture-whole">{formatDate(notedOn)}</span>
              <div className="culture-small">{learningSourceLabels[source]}</div>
            </>
          ),
          sortBy: ({ notedOn }) => notedOn,
        },
        { name: 'What was learnt', cell: ({ learnt }) => <ShownNote>{learnt}</ShownNote> },
        {
          name: 'What changes',
          cell: (point) => <ChangeCell point={point} />,
          sortBy: ({ changeDueOn }) => changeDueOn,
        },
        {
          name: 'Whether it held',
          cell: (point) => <CheckCell point={point} />,
          sortBy: ({ checkDueOn }) => checkDueOn,
        },
        ...(mayEdit
          ? [{ name: 'Next', cell: (point: LearningPointView) => <NextStep point={point} /> }]
          : []),
      ]}
    />
  )
}

function ChangeCell({ point }: { point: LearningPointView }) {
  const { change, owner, changeDueOn, madeOn, made, late } = point
  return (
    <>
      <ShownNote>{change}</ShownNote>
      <div className="culture-small">
        Seen to by <Shown>{owner}</Shown>, by {formatDate(changeDueOn)}
      </div>
      {madeOn ? (
        <>
          <Tag tone="good">Made {formatDate(madeOn)}</Tag> <ShownNote>{made}</ShownNote>
        </>
      ) : late === 'change' ? (
        <Tag tone="late">Late: not made yet</Tag>
      ) : (
        <Tag>Not made yet</Tag>
      )}
    </>
  )
}

const toneOf = { held: 'good', partly: 'warning', not: 'danger' } as const

function CheckCell({ point: { checks, checkDueOn, late } }: { point: LearningPointView }) {
  if (checks.length > 0)
    return checks.map(({ id, checkedOn, outcome, how, by }) => (
      <div key={id}>
        <Tag tone={toneOf[outcome]}>{checkOutcomeLabels[outcome]}</Tag>
        <div className="culture-small">
          {formatDate(checkedOn)}, <Shown>{by}</Shown>
        </div>
        <ShownNote>{how}</ShownNote>
      </div>
    ))
  return late === 'check' ? (
    <Tag tone="late">Late: to be checked by {formatDate(checkDueOn)}</Tag>
  ) : (
    <>To be checked by {formatDate(checkDueOn)}</>
  )
}

function NextStep({ point }: { point: LearningPointView }) {
  const params = { learningId: point.id }
  return (
    <div className="app-buttons">
      <Link
        to="/people/culture/learning/$learningId"
        params={params}
        aria-label={`${point.madeOn === null ? 'Record the change' : 'Check whether it held'}: noted ${formatDate(point.notedOn)}`}
      >
        {point.madeOn === null ? 'Record the change' : 'Check whether it held'}
      </Link>
    </div>
  )
}
