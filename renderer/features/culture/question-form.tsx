import {
  type AnswerId,
  answerIds,
  questionFaults,
  type WrittenQuestion,
} from '#domain/culture/question-bank.ts'
import { spotTopicLabels } from '#domain/culture/spot-questions.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type Typed = Omit<WrittenQuestion, 'answers'> & {
  answers?: WrittenQuestion['answers']
  reason: string
}

interface QuestionFormProps {
  initial?: WrittenQuestion
  save: (written: WrittenQuestion, reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

const letter = (id: AnswerId) => id.toUpperCase()

/** One question of the bank, whole: what is asked, the answers to choose from, and which one is right. */
export function QuestionForm({ initial, save, onDone }: QuestionFormProps) {
  return (
    <Form<Typed>
      act={initial ? 'Change it in the draft' : 'Add it to the draft'}
      {...(initial ? { initial: { ...initial } } : {})}
      save={async ({ reason, answers = {}, ...typed }) => {
        const written = { ...typed, answers }
        const fields = questionFaults(written)
        return fields.length > 0
          ? { ok: false, failure: { code: 'invalid', message: 'Check the question', fields } }
          : save(written, reason)
      }}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="The question">
        <SelectField
          name="about"
          label="What it is about"
          required="Choose what it is about"
          choices={choicesOf(spotTopicLabels)}
        />
        <NoteField name="text" label="What is asked" required="Enter what is asked" rows={2} />
        {answerIds.map((id) => (
          <TextField
            key={id}
            name={`answers.${id}`}
            label={`Answer ${letter(id)}${id > 'b' ? ' (optional)' : ''}`}
          />
        ))}
        <SelectField
          name="right"
          label="The right answer"
          required="Choose the right answer"
          choices={answerIds.map((id) => ({ value: id, label: letter(id) }))}
        />
        <TextField
          name="source"
          label="Where it stands"
          hint="The law, the guidance or the unit’s own procedure, with its year."
          required="Enter where it stands"
        />
      </FormPart>
      <TextField name="reason" label="Why" required="Enter why it changes" />
    </Form>
  )
}
