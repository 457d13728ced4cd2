import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import type { RegisterView } from './view.ts'

type Input = InputOf<typeof act.documents.expect.mutate>
interface Typed extends Pick<Input, 'classId' | 'title' | 'sourceName'> {
  about: string
}

interface ExpectFormProps {
  view: RegisterView
  stayId: string
  onDone: () => void
}

const mother = 'mother'

/** A document that somebody expects, beside those that follow from what is known. */
export function ExpectForm({ view, stayId, onDone }: ExpectFormProps) {
  const expect = useCommand(act.documents.expect.mutate)
  return (
    <Form<Typed>
      act="Put it on the register"
      draft={`expect:${stayId}`}
      save={({ about, ...input }) =>
        expect({ ...input, stayId, referralId: null, babyId: about === mother ? null : about })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Document">
        <SelectField
          name="classId"
          label="Kind of document"
          required="Choose the kind of document"
          choices={view.classes.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <ClassWords view={view} />
        <TextField name="title" label="Title, as it will be known here" required="Enter a title" />
        <TextField
          name="sourceName"
          label="Who holds it: service, team or person"
          required="Enter who holds it"
        />
        <RadiosField
          name="about"
          legend="About whom?"
          required="Choose about whom"
          choices={[
            { value: mother, label: 'The mother, or the whole family' },
            ...view.babies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormPart>
    </Form>
  )
}

/** What follows from the kind of document that is chosen. */
function ClassWords({ view }: { view: RegisterView }) {
  const classId = useTyped<string>('classId')
  const chosen = view.classes.find(({ id }) => id === classId)
  if (!chosen) return null
  return (
    <p className="app-quiet">
      {chosen.riskCritical
        ? 'Risk-critical: supervision is not lowered while it is unread.'
        : 'Not risk-critical.'}
      {chosen.handling === 'register-only' &&
        ' A court paper: it is entered and signed here, neither filed nor quoted.'}
    </p>
  )
}
