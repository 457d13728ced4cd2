import { useState } from 'react'
import { commentOutcomeLabels } from '#domain/assurance/written/words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { useMay, useMe } from '../session/me.ts'
import { type Comment, ofWords, type WrittenView } from './view.ts'

/** Who said what of the facts in the report, and what the unit answered. */
export function FactualCheck({ view }: { view: WrittenView }) {
  const { stage } = view.report
  const mayComment = useMay('assurance:comment') && stage === 'factual-check'
  const [adding, add] = useState(false)
  if (stage === 'draft' && view.comments.length === 0) return null
  return (
    <Section
      title="Factual check"
      actions={
        mayComment &&
        !adding && (
          <Button kind="quiet" small onClick={() => add(true)}>
            Add a comment
          </Button>
        )
      }
    >
      {adding && <CommentForm view={view} onDone={() => add(false)} />}
      {view.comments.length === 0 && !adding && <Empty>Nobody has commented yet.</Empty>}
      {view.comments.map((one) => (
        <OneComment key={one.id} comment={one} mayAnswer={stage === 'factual-check'} />
      ))}
    </Section>
  )
}

function OneComment({ comment, mayAnswer }: { comment: Comment; mayAnswer: boolean }) {
  const mayWrite = useMay('assurance:write') && mayAnswer
  const [answering, answer] = useState(false)
  const { requirement, saidBy, office, at, text, outcome } = comment
  const from = [saidBy, office].filter(Boolean).join(', ')
  return (
    <article className="app-narrative">
      <h3>
        {ofWords(requirement)}
        {from && (
          <>
            : <Shown>{from}</Shown>
          </>
        )}
      </h3>
      <p className="app-quiet">{formatDateTime(at)}</p>
      <ShownNote>{text.text}</ShownNote>
      {outcome === null ? (
        <p>
          <strong>Not yet answered</strong>
        </p>
      ) : (
        <>
          <p>
            <strong>{commentOutcomeLabels[outcome]}</strong>
          </p>
          <ShownNote>{comment.answer?.text ?? ''}</ShownNote>
        </>
      )}
      {answering ? (
        <AnswerForm comment={comment} onDone={() => answer(false)} />
      ) : (
        mayWrite && (
          <p>
            <Button kind="quiet" small onClick={() => answer(true)}>
              {outcome === null ? 'Answer it' : 'Answer it anew'}
            </Button>
          </p>
        )
      )}
    </article>
  )
}

interface CommentFormProps {
  view: WrittenView
  onDone: () => void
}

function CommentForm({ view, onDone }: CommentFormProps) {
  const send = useCommand(act.writing.comment.mutate)
  const me = useMe()
  const own = me.role === 'commissioner' ? { saidBy: me.name } : {}
  return (
    <Form<Omit<InputOf<typeof act.writing.comment.mutate>, 'writtenId'>>
      act="Add the comment"
      draft={`factual-comment:${view.report.id}`}
      initial={own}
      save={(typed) =>
        send({ ...typed, requirement: typed.requirement ?? '', writtenId: view.report.id })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <SelectField
        name="requirement"
        label="Of which requirement"
        hint="Leave it empty for the report as a whole."
        choices={view.requirements.map(({ id, short }) => ({ value: id, label: `${id} ${short}` }))}
      />
      <TextField name="saidBy" label="Whose comment it is" required="Enter whose comment it is" />
      <TextField
        name="office"
        label="Their office"
        hint="It is printed beside the comment; the name is not."
        required="Enter their office"
      />
      <NoteField
        name="words"
        label="What is not right, and what would be"
        hint="Name no patient."
        required="Enter the comment"
      />
    </Form>
  )
}

function AnswerForm({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const answer = useCommand(act.writing.answer.mutate)
  const { id, version } = comment
  return (
    <Form<Omit<InputOf<typeof act.writing.answer.mutate>, 'id' | 'version'>>
      act="Answer it"
      draft={`factual-answer:${id}`}
      save={(typed) => answer({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      {...(comment.outcome
        ? { initial: { outcome: comment.outcome, answer: comment.answer?.text ?? '' } }
        : {})}
    >
      <RadiosField
        name="outcome"
        legend="Was something changed?"
        required="Choose whether something was changed"
        inline
        choices={choicesOf(commentOutcomeLabels)}
      />
      <NoteField
        name="answer"
        label="The answer"
        hint="Name no patient."
        required="Enter the answer"
        rows={3}
      />
    </Form>
  )
}
