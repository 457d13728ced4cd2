import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { useMay } from '../session/me.ts'
import type { FamilyView, QuestionView } from './family-view.ts'
import { WithdrawAsking, WithdrawQuestion } from './withdraw.tsx'

const soonMinutes = 24 * 60

/** What is not known of the people round them, each with when it is asked next and what was answered so far. */
export function QuestionsSection({ family }: { family: FamilyView }) {
  const mayEdit = useMay('people:edit')
  const motherId = family.mother.id
  return (
    <Section
      title="To find out"
      actions={
        mayEdit && (
          <Link
            to="/families/$motherId/question"
            params={{ motherId }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Add a question
          </Link>
        )
      }
    >
      <Table
        caption="Open questions"
        captionHidden
        rows={family.questions}
        rowKey={({ aboutId, key }) => `${aboutId} ${key}`}
        empty={<p className="app-quiet">Nothing is open: what is asked for is established.</p>}
        columns={[
          {
            name: 'Question',
            cell: (question) => <QuestionWords question={question} family={family} />,
          },
          {
            name: 'Ask again',
            cell: ({ dueAt }) => dueAt && <Countdown due={dueAt} soonMinutes={soonMinutes} />,
          },
          ...(mayEdit
            ? [
                {
                  name: 'Do',
                  cell: (question: QuestionView) => (
                    <QuestionAct question={question} motherId={motherId} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Answers family={family} />
    </Section>
  )
}

function QuestionWords({ question, family }: { question: QuestionView; family: FamilyView }) {
  const asked = family.askings.filter(
    ({ personId, questionKey }) => personId === question.aboutId && questionKey === question.key,
  )
  return (
    <>
      {question.question}
      <p className="app-quiet">
        About <Shown>{question.about}</Shown>
        {question.who && (
          <>
            , of <Shown>{question.who}</Shown>
          </>
        )}
        . Open since {formatDateTime(question.since)}
      </p>
      {asked.map((one) => (
        <div key={one.recordId} className="app-quiet">
          {formatDateTime(one.askedAt)}: <Shown>{one.answer}</Shown>.{' '}
          <Shown>{basisLine(one.basis)}</Shown>, entered by {one.by}
          <WithdrawAsking asking={one} what="this asking" />
        </div>
      ))}
      {question.record?.type === 'person_question' && (
        <WithdrawQuestion recordId={question.record.recordId} />
      )}
    </>
  )
}

const actWords: Record<QuestionView['closedBy'], string> = {
  answer: 'Record an answer',
  statement: 'Record that it was asked',
  'legal-status': 'Record that it was asked',
  document: 'Record that it was asked',
  settling: 'Record that it was asked',
  'end-of-status': 'Record that it was asked',
}

function QuestionAct({ question, motherId }: { question: QuestionView; motherId: string }) {
  const { aboutId, key, closedBy } = question
  return (
    <Link
      to="/families/$motherId/ask/$personId/$questionKey"
      params={{ motherId, personId: aboutId, questionKey: key }}
    >
      {actWords[closedBy]} <span className="app-hidden">to: {question.question}</span>
    </Link>
  )
}

/** What was answered: kept with how it is known. */
function Answers({ family }: { family: FamilyView }) {
  const answers = family.askings.filter(({ isAnswer }) => isAnswer)
  if (answers.length === 0) return null
  return (
    <>
      <h3>Answered</h3>
      {answers.map((one) => (
        <div key={one.recordId} className="app-fact">
          {one.question} <Shown>{one.answer}</Shown>
          <p className="app-quiet">
            <Shown>{basisLine(one.basis)}</Shown>, entered by {one.by}
          </p>
          <WithdrawAsking asking={one} what="this answer" />
        </div>
      ))}
    </>
  )
}
