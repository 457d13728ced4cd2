import type { Reply } from '#domain/shared/failure.ts'
import { dateOrderLabels, dateOrders } from '#domain/training/import/dates.ts'
import { leaveOut, somebodyNew, takeAgain, takenOutAnswers } from '#domain/training/import/plan.ts'
import { wordKey } from '#domain/training/import/words.ts'
import { employmentLabels, professionLabels } from '#domain/users/staff.ts'
import type { Choice } from '../../../ui/form/choice.ts'
import { Form } from '../../../ui/form/form.tsx'
import { FormPart } from '../../../ui/form/part.tsx'
import { RadiosField } from '../../../ui/form/radios-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import type { Preview, Question, Reading } from './view.ts'

type Typed = { dateOrder?: string; takenOut?: string; answers?: Record<string, string> }

interface QuestionsFormProps {
  preview: Preview
  reading: Reading
  check: (
    answers: Pick<Reading, 'dateOrder' | 'takenOut' | 'words' | 'people'>,
  ) => Promise<Reply<unknown>>
}

/** What the file leaves open, each asked once, with what was answered before. */
export function QuestionsForm({ preview, reading, check }: QuestionsFormProps) {
  const { questions } = preview
  if (questions.length === 0) return null
  const keyed = questions.filter((one): one is Keyed => one.ask === 'word' || one.ask === 'person')
  const known = keyed.map((one) =>
    one.ask === 'word' ? reading.words?.[wordKey(one.column, one.word)] : reading.people?.[one.key],
  )
  const save = ({ dateOrder, takenOut, answers = {} }: Typed) => {
    const words = { ...reading.words }
    const people = { ...reading.people }
    keyed.forEach((one, index) => {
      const answer = answers[String(index)]
      if (!answer) return
      if (one.ask === 'word') words[wordKey(one.column, one.word)] = answer
      else people[one.key] = answer
    })
    const order = dateOrders.find((code) => code === dateOrder)
    const again = takenOutAnswers.find((code) => code === takenOut)
    return check({ dateOrder: order ?? null, takenOut: again ?? null, words, people })
  }
  return (
    <Form<Typed>
      key={questions.length}
      act="Use these answers"
      initial={{
        dateOrder: reading.dateOrder ?? '',
        takenOut: reading.takenOut ?? '',
        answers: Object.fromEntries(known.map((answer, index) => [String(index), answer ?? ''])),
      }}
      save={save}
    >
      <FormPart title="What the file leaves open">
        {questions.map((one) =>
          one.ask === 'date-order' ? (
            <RadiosField
              key="date-order"
              name="dateOrder"
              legend={`In which order are the dates, such as ${one.examples.join(', ')}?`}
              required="Say in which order the dates are"
              choices={dateOrders.map((value) => ({ value, label: dateOrderLabels[value] }))}
            />
          ) : one.ask === 'taken-out' ? (
            <RadiosField
              key="taken-out"
              name="takenOut"
              legend="Somebody took these out by hand since they were recorded. What becomes of them?"
              hint={rowsText(one.rows)}
              required="Say what becomes of the rows that were taken out"
              choices={[
                { value: leaveOut, label: 'They stay out' },
                { value: takeAgain, label: 'They are recorded again' },
              ]}
            />
          ) : (
            <SelectField
              key={one.ask === 'word' ? wordKey(one.column, one.word) : one.key}
              name={`answers.${keyed.indexOf(one)}`}
              label={textOf(one)}
              hint={rowsText(one.rows)}
              choices={choicesFor(one, preview)}
              required={`${textOf(one)} Choose one, or leave these rows out`}
            />
          ),
        )}
      </FormPart>
    </Form>
  )
}

type Keyed = Extract<Question, { ask: 'word' | 'person' }>

const whatWords = {
  course: 'Which course of the list is',
  profession: 'Which profession is',
  employment: 'What kind of employment is',
} as const

const textOf = (one: Keyed): string =>
  one.ask === 'word' ? `${whatWords[one.column]} “${one.word}”?` : `Which ${one.name} is meant?`

const rowsText = (rows: readonly number[]): string =>
  rows.length === 1
    ? `Row ${rows[0]}`
    : `${rows.length} rows: ${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' …' : ''}`

const labelled = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

function choicesFor(one: Keyed, { courses, kind }: Preview): Choice[] {
  const out = { value: leaveOut, label: 'Leave these rows out' }
  if (one.ask === 'person') {
    const people = one.choices.map(({ staffId, label }) => ({ value: staffId, label }))
    const other = kind === 'staff' ? [{ value: somebodyNew, label: 'Somebody else: add them' }] : []
    return [...people, ...other, out]
  }
  if (one.column === 'profession') return [...labelled(professionLabels), out]
  if (one.column === 'employment') return [...labelled(employmentLabels), out]
  return [
    ...courses.map(({ id, title, provider }) => ({ value: id, label: `${title}, ${provider}` })),
    out,
  ]
}
