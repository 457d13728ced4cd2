import { useParams } from '@tanstack/react-router'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import type { BasisKind } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { QuestionView } from './family-view.ts'
import { useGoBack } from './use-go-back.ts'

type AskingInput = InputOf<typeof act.people.ask.mutate>

/** A question is asked again: what was answered, and when it is asked next. */
export function AskPage() {
  const { motherId, personId, questionKey } = useParams({
    from: '/families/$motherId/ask/$personId/$questionKey',
  })
  return (
    <FamilyFormPage motherId={motherId} title="Record that it was asked">
      {({ questions }) => {
        const question = questions.find(
          ({ aboutId, key }) => aboutId === personId && key === questionKey,
        )
        return question ? (
          <AskForm question={question} motherId={motherId} />
        ) : (
          <Banner title="This question is closed" />
        )
      }}
    </FamilyFormPage>
  )
}

function AskForm({ question, motherId }: { question: QuestionView; motherId: string }) {
  const ask = useCommand(act.people.ask.mutate)
  const back = useGoBack(motherId)
  const { aboutId, key, about, who } = question
  return (
    <Form<AskingInput>
      act="Record it"
      draft={`ask:${aboutId}:${key}`}
      save={(input) =>
        ask({
          ...input,
          nextAskAt: input.nextAskAt ?? null,
          motherId,
          personId: aboutId,
          questionKey: key,
          question: question.question,
        })
      }
      onSaved={back}
      cancel={{ label: 'Go back', onClick: back }}
    >
      <FormPart title={question.question}>
        <p className="app-quiet">
          About <Shown>{about}</Shown>
          {who && (
            <>
              , of <Shown>{who}</Shown>
            </>
          )}
        </p>
        {question.closedBy !== 'answer' && <p>{elsewhere[question.closedBy]}</p>}
        <AskFields closedBy={question.closedBy} />
      </FormPart>
    </Form>
  )
}

const elsewhere = {
  statement: 'Once it is known, add the person or change the tie: that closes the question.',
  'legal-status': 'Once it is known, add the legal status of the baby: that closes the question.',
  document: 'Once the document was seen, change the legal status: that closes the question.',
  settling: 'Once it is known which holds, settle it on the page of the family.',
  'end-of-status':
    'Once it is known which holds, record that the other has ended, or mark it as entered in error: that closes the question.',
} as const

const usualDays = 7

function AskFields({ closedBy }: { closedBy: QuestionView['closedBy'] }) {
  const now = useServiceNow()()
  const kind = useTyped<BasisKind>('basis.kind')
  const open = kind === undefined || kind === 'not-established'
  return (
    <>
      <InstantField name="askedAt" legend="When was it asked?" required="Enter when it was asked" />
      <NoteField
        name="answer"
        label="What was said"
        hint="In the words of whoever was asked, as far as they are remembered."
        required="Enter what was said"
        rows={3}
        limit={2000}
      />
      <BasisField
        name="basis"
        of="the answer"
        today={dateOf(now)}
        {...(closedBy === 'answer' ? {} : { kinds: ['not-established'] as const })}
      />
      {open && (
        <InstantField
          name="nextAskAt"
          legend="When is it asked next?"
          future
          required="Enter when it is asked next"
          suggest={{ label: 'In 7 days', instant: addDays(now, usualDays) }}
        />
      )}
    </>
  )
}

/** A question of one's own about somebody of the family. */
export function AddQuestion() {
  const { motherId } = useParams({ from: '/families/$motherId/question' })
  const add = useCommand(act.people.addQuestion.mutate)
  const back = useGoBack(motherId)
  return (
    <FamilyFormPage motherId={motherId} title="Add a question">
      {() => (
        <Form<{ question: string }>
          act="Add the question"
          draft={`question:${motherId}`}
          save={({ question }) => add({ personId: motherId, question })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Question">
            <TextField
              name="question"
              label="What has to be found out"
              hint="For example: who rings her every evening?"
              required="Enter the question"
            />
          </FormPart>
        </Form>
      )}
    </FamilyFormPage>
  )
}
