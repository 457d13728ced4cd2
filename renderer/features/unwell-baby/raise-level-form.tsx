import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { given } from '../../ui/optional.ts'
import { EarlierTime } from './earlier-time.tsx'
import { levelLabels } from './words.ts'

type Level = 'emergency' | 'high' | 'medium'

export interface RaiseTyped {
  level: Level
  why: string
  /** Left out, it is raised now. */
  chosenAt?: Instant
}

interface RaiseLevelFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  save: (input: RaiseTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Calls for more than the tables ask: free to anybody, and nothing lowers it. */
export function RaiseLevelForm({ draft, save, onDone }: RaiseLevelFormProps) {
  return (
    <Form<RaiseTyped>
      act="Raise now"
      {...given({ draft })}
      kind="warning"
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Raise, whatever the tables say">
        <RadiosField
          name="level"
          legend="To what?"
          required="Choose the level"
          choices={(['emergency', 'high', 'medium'] as const).map((value) => ({
            value,
            label: levelLabels[value],
          }))}
        />
        <TextField name="why" label="Why?" required="Enter why" />
        <EarlierTime name="chosenAt" legend="Raised at" />
      </FormPart>
    </Form>
  )
}
