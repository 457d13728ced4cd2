import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type InfectionAnswer, infectionLabels } from '#domain/unwell-baby/record.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { given } from '../../ui/optional.ts'
import { EarlierTime } from './earlier-time.tsx'

export interface InfectionTyped {
  answer: InfectionAnswer
  why: string
  /** Left out, it is answered now. */
  answeredAt?: Instant
}

interface InfectionFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  /** Only a registered nurse or doctor rules infection out (decision 24); the service decides. */
  save: (input: InfectionTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Could this be infection? "Not sure" counts like "yes": the sepsis table stays in the route. */
export function InfectionForm({ draft, save, onDone }: InfectionFormProps) {
  return (
    <Form<InfectionTyped>
      act="Record the answer"
      {...given({ draft })}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="answer"
        legend="Could this be infection?"
        hint="If you are not sure, say so: the sepsis table then counts. Only a registered nurse or doctor can answer no."
        inline
        required="Answer yes, not sure or no"
        choices={choicesOf(infectionLabels)}
      />
      <TextField name="why" label="Why do you think so?" required="Enter why" />
      <EarlierTime name="answeredAt" legend="Answered at" />
    </Form>
  )
}
