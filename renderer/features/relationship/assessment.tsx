import type { ReactNode } from 'react'
import { capacityFacts } from '#domain/relationship/capacity.ts'
import {
  changeLabels,
  purposeLabels,
  settingLabels,
  trainedLabels,
} from '#domain/relationship/codes.ts'
import { hoursInWords } from '#domain/relationship/hours-in-words.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SharingsTable } from './sharings-table.tsx'
import type { Assessment, RelationshipView, Sharing } from './view.ts'

interface AssessmentPartProps {
  assessment: Assessment
  tools: RelationshipView['tools']
  actions: ReactNode
  sharingActs: (sharing: Sharing) => ReactNode
}

/** One assessment: what was seen on one side, what it is taken to mean on the other. */
export function AssessmentPart({ assessment, tools, actions, sharingActs }: AssessmentPartProps) {
  const { day, ratedAt, cautions, enteredLate } = assessment
  return (
    <article className="relationship-one">
      <h3>
        {ratedAt === null ? 'No time of rating' : formatDateTime(ratedAt)}
        {day !== null && `, day ${day}`}{' '}
        <Tag tone={tone[assessment.change]}>{changeLabels[assessment.change]}</Tag>{' '}
        {enteredLate && <Tag tone="late">Entered {formatDateTime(assessment.enteredAt)}</Tag>}
      </h3>
      {cautions.length > 0 && (
        <Banner title="Bear in mind" tone="warning">
          <ul>
            {cautions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Banner>
      )}
      <div className="relationship-sides">
        <Side title="What was seen" text={assessment.observed} />
        <Side title="What the raters take it to mean (opinion)" text={assessment.interpretation} />
        <Side title="Strengths" text={assessment.strengths} />
        <Side title="Concerns" text={assessment.concerns} />
      </div>
      <Facts facts={factsOf(assessment, tools)} />
      <h4>Who has it</h4>
      <SharingsTable sharings={assessment.sharings} acts={sharingActs} />
      <div className="app-buttons app-buttons--under app-no-print">{actions}</div>
    </article>
  )
}

const tone = {
  better: 'good',
  same: 'neutral',
  worse: 'warning',
  mixed: 'info',
  'cannot-say': 'neutral',
  first: 'info',
} as const

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h4>{title}</h4>
      <ShownNote>{text}</ShownNote>
    </div>
  )
}

function factsOf(assessment: Assessment, tools: RelationshipView['tools']) {
  const { observedFrom, observedTo, hoursWatched, raters, illness, changeText } = assessment
  const hours = hoursInWords(hoursWatched)
  return [
    {
      name: 'Rated by',
      value: (
        <ul className="history-plain">
          {raters.map(({ staffId, name, trained }) => (
            <li key={staffId}>
              <Shown>{name}</Shown>: {trainedLabels[trained].toLowerCase()}
            </li>
          ))}
        </ul>
      ),
    },
    {
      name: 'For',
      value: (
        <>
          {purposeLabels[assessment.purpose]}
          {assessment.askedBy !== '' && (
            <>
              : <Shown>{assessment.askedBy}</Shown>
            </>
          )}
        </>
      ),
    },
    {
      name: 'Watched',
      value: `${formatDate(observedFrom)} to ${formatDate(observedTo)}, ${hours}: ${assessment.settings
        .map((one) => settingLabels[one].toLowerCase())
        .join(', ')}`,
    },
    ...(illness === ''
      ? []
      : [{ name: 'Illness and medicines', value: <ShownNote>{illness}</ShownNote> }]),
    ...capacityFacts(assessment).map(({ label, text }) => ({
      name: label,
      value: <ShownNote>{text}</ShownNote>,
    })),
    ...(changeText === '' ? [] : [{ name: 'Since the last', value: <Shown>{changeText}</Shown> }]),
    ...scoreFacts(assessment.scores, tools),
    {
      name: 'Entered',
      value: (
        <>
          {formatDateTime(assessment.enteredAt)}, <Shown>{assessment.recordedBy}</Shown>
          {assessment.version > 1 && `, corrected ${formatDateTime(assessment.recordedAt)}`}
        </>
      ),
    },
  ]
}

/** The scores of one tool in one line; the chart and its table show them over the stay. */
const scoreFacts = (scores: Assessment['scores'], tools: RelationshipView['tools']) =>
  tools.flatMap((tool) => {
    const own = scores.filter(({ toolId }) => toolId === tool.id)
    const [first] = own
    if (!first) return []
    const figures = tool.scales.flatMap(({ id, name }) => {
      const found = own.find(({ scaleId }) => scaleId === id)
      return found ? [`${name} ${found.score}`] : []
    })
    return [{ name: tool.name, value: `${formatDate(first.scoredOn)}: ${figures.join(', ')}` }]
  })
