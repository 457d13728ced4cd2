import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { byTopic, putQuestion, withoutQuestion, writtenOf } from '#domain/culture/question-bank.ts'
import {
  type SpotQuestion,
  type SpotQuestions,
  spotQuestionsRuleSet,
} from '#domain/culture/spot-questions.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { QuestionForm } from '../../features/culture/question-form.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { type RevisionView, StateTag } from '../administration/rules/words.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'

/** The questions of the spot checks: those in force, or the draft of the next ones, written whole. */
export function QuestionBankPage() {
  const kinds = useRead(read.ruleSets.overview.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Questions of the spot checks"
        back={
          <Link to="/people/culture/spot-checks" className="nhsuk-back-link">
            Back to the spot checks
          </Link>
        }
      />
      <Ready reading={kinds} what="questions">
        {(all) => {
          const kind = all.find((one) => one.kind === spotQuestionsRuleSet.kind)
          const draft = kind?.revisions.find(({ state }) => state === 'draft')
          const id = draft?.id ?? kind?.inForce
          return id ? <Revision key={id} id={id} /> : <Banner title="There are no questions yet" />
        }}
      </Ready>
    </div>
  )
}

function Revision({ id }: { id: string }) {
  const revision = useRead(read.ruleSets.revision.queryOptions({ id }))
  return (
    <Ready reading={revision} what="questions">
      {(value) => <Bank revision={value} />}
    </Ready>
  )
}

type Doing = 'begin' | 'add' | { change: SpotQuestion } | { takeOut: SpotQuestion }

function Bank({ revision }: { revision: RevisionView }) {
  const mayEdit = useMay('rule-sets:edit')
  const [doing, start] = useState<Doing>()
  const done = () => start(undefined)
  const bank = JSON.parse(revision.content) as SpotQuestions
  const isDraft = revision.state === 'draft'
  return (
    <>
      <Standing revision={revision} />
      {doing === undefined && mayEdit && (
        <div className="nhsuk-form-group app-buttons app-no-print">
          {isDraft ? (
            <Button onClick={() => start('add')}>Add a question</Button>
          ) : (
            <Button onClick={() => start('begin')}>Write a draft</Button>
          )}
        </div>
      )}
      {doing === 'begin' && <BeginDraft revision={revision} onDone={done} />}
      {doing !== undefined && doing !== 'begin' && (
        <Edit revision={revision} bank={bank} doing={doing} onDone={done} />
      )}
      {byTopic(bank).map(({ topic, name, questions }) => (
        <Section key={topic} title={`${name} (${questions.length})`}>
          <Questions
            caption={name}
            questions={questions}
            {...(isDraft && mayEdit ? { onDo: start } : {})}
          />
        </Section>
      ))}
    </>
  )
}

function Standing({ revision }: { revision: RevisionView }) {
  return (
    <p>
      Version {revision.revision} <StateTag state={revision.state} />{' '}
      {revision.state === 'draft'
        ? 'The questions in force are put until somebody who did not write this draft approves it. '
        : 'Five are drawn for each check, on what applies to the baby. '}
      <Link to="/administration/rules/$revisionId" params={{ revisionId: revision.id }}>
        {revision.state === 'draft' ? 'Approve or drop the draft' : 'History and approval'}
      </Link>
    </p>
  )
}

/** A copy of the questions in force, in which they are written; it opens here. */
function BeginDraft({ revision, onDone }: { revision: RevisionView; onDone: () => void }) {
  const begin = useCommand(act.ruleSets.startDraft.mutate)
  return (
    <Section title="Write a draft">
      <Form<{ changes: string }>
        act="Begin the draft"
        save={({ changes }) => begin({ changes, basedOn: revision.id })}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <NoteField
          name="changes"
          label="What is to change, and why"
          required="Enter what is to change, and why"
        />
      </Form>
    </Section>
  )
}

interface EditProps {
  revision: RevisionView
  bank: SpotQuestions
  doing: Exclude<Doing, 'begin'>
  onDone: () => void
}

function Edit({ revision, bank, doing, onDone }: EditProps) {
  const change = useCommand(act.ruleSets.changeDraft.mutate)
  const { id, version, title, source, reviewDue, changes } = revision
  const save = (content: SpotQuestions, reason: string) =>
    change({ id, version, title, source, reviewDue, changes, reason, content })
  if (typeof doing === 'object' && 'takeOut' in doing)
    return (
      <Section title="Take a question out">
        <p>
          <Shown>{doing.takeOut.text}</Shown>
        </p>
        <Form<{ reason: string }>
          act="Take it out of the draft"
          kind="warning"
          save={({ reason }) => save(withoutQuestion(bank, doing.takeOut.id), reason)}
          onSaved={onDone}
          cancel={{ label: 'Go back', onClick: onDone }}
        >
          <TextField name="reason" label="Why" required="Enter why it is taken out" />
        </Form>
      </Section>
    )
  const question = doing === 'add' ? undefined : doing.change
  return (
    <Section title={question ? 'Change a question' : 'Add a question'}>
      <QuestionForm
        {...(question ? { initial: writtenOf(question) } : {})}
        save={(written, reason) => save(putQuestion(bank, written, question?.id), reason)}
        onDone={onDone}
      />
    </Section>
  )
}

interface QuestionsProps {
  caption: string
  questions: readonly SpotQuestion[]
  onDo?: (doing: Doing) => void
}

function Questions({ caption, questions, onDo }: QuestionsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={questions}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Question',
          cell: ({ text, source }) => (
            <>
              <Shown>{text}</Shown>
              <div className="culture-small">
                <Shown>{source}</Shown>
              </div>
            </>
          ),
        },
        {
          name: 'Answers',
          cell: ({ options, right }) => (
            <ul className="culture-answers">
              {options.map((option) => (
                <li key={option.id}>
                  {option.id === right ? (
                    <strong>
                      <Shown>{option.text}</Shown> (right)
                    </strong>
                  ) : (
                    <Shown>{option.text}</Shown>
                  )}
                </li>
              ))}
            </ul>
          ),
        },
        ...(onDo
          ? [
              {
                name: 'Change',
                cell: (question: SpotQuestion) => (
                  <div className="app-buttons">
                    <Button
                      kind="quiet"
                      small
                      label={`Change: ${question.text}`}
                      onClick={() => onDo({ change: question })}
                    >
                      Change
                    </Button>
                    <Button
                      kind="quiet"
                      small
                      label={`Take out: ${question.text}`}
                      onClick={() => onDo({ takeOut: question })}
                    >
                      Take out
                    </Button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
