import { formatDate } from '#domain/shared/calendar.ts'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { StandingTag } from './standing.tsx'
import type { PartView, PersonView, TrainingLineView } from './view.ts'
import { hoursText, levelText, partName, topicTitle } from './words.ts'

/** What is asked of one person and how it stands on the day that is shown. */
export function PersonStanding({ view }: { view: PersonView }) {
  const { line, person } = view
  if (!line || line.requirement === null) {
    return <p>No safeguarding training is required of this person here.</p>
  }
  return (
    <>
      <Facts
        facts={[
          { name: 'Belongs to', value: line.requirement.title },
          { name: 'Level', value: levelText(view, line.requirement.level) },
          { name: 'Hours in 3 years', value: hoursOf(line) },
          { name: 'In post', value: postText(person) },
        ]}
      />
      <div className="training-parts">
        <PartsTable view={view} line={line} />
      </div>
    </>
  )
}

const hoursOf = ({ minutes, minutesAsked }: TrainingLineView) =>
  minutesAsked === null
    ? `${hoursText(minutes)} recorded`
    : `${hoursText(minutes)} recorded, ${hoursText(minutesAsked)} asked for`

const postText = ({ startedOn, leftOn }: PersonView['person']) =>
  leftOn === null
    ? `From ${formatDate(startedOn)}`
    : `From ${formatDate(startedOn)} to ${formatDate(leftOn)}`

function PartsTable({ view, line }: { view: PersonView; line: TrainingLineView }) {
  const parts: PartView[] = [line.level, line.multiAgency, line.lifeSupport, ...line.topics]
  return (
    <Table
      caption="How each part stands"
      rows={parts.filter(({ standing }) => standing !== 'not-required')}
      rowKey={({ id }) => id}
      columns={[
        { name: 'Part', cell: ({ id }) => <strong>{partName(id)}</strong> },
        {
          name: 'What it is',
          cell: ({ id }) =>
            id.startsWith('TRN-') ? topicTitle(view, id) : meaning(id, view, line),
        },
        { name: 'Standing', cell: (part) => <StandingTag part={part} /> },
      ]}
    />
  )
}

function meaning(id: string, view: PersonView, { requirement }: TrainingLineView): string {
  if (id === 'level') return requirement ? levelText(view, requirement.level) : ''
  return id === 'multi-agency'
    ? 'Training that another agency delivered or attended, in the last 12 months'
    : 'In the last 12 months'
}
