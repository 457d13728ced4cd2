import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

export interface StrategyTyped {
  held: 'yes' | 'no'
  decidedAt: Instant
  socialWorker: string
  police?: string
  paediatrician?: string
  decision: string
}

interface StrategyFormProps {
  draft: string
  save: (typed: StrategyTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** The strategy discussion about a bruise or injury, or that the authority decided against one. */
export function StrategyForm({ draft, save, onDone }: StrategyFormProps) {
  const now = useServiceNow()
  return (
    <Form<StrategyTyped>
      act="Record the strategy discussion"
      draft={draft}
      initial={{ decidedAt: textOfInstant(now()) }}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Strategy discussion">
        <p>The authority convenes it: social worker, police and paediatrician.</p>
        <RadiosField
          name="held"
          legend="Was it held?"
          inline
          required="Say whether it was held"
          choices={[
            { value: 'yes', label: 'Held' },
            { value: 'no', label: 'The authority decided that none is needed' },
          ]}
        />
        <InstantField
          name="decidedAt"
          legend="When was it held, or decided?"
          required="Enter when it was held, or decided"
        />
        <TextField
          name="socialWorker"
          label="For the authority, by name"
          required="Enter who took part for the authority"
        />
        <TextField name="police" label="For the police, by name" />
        <TextField name="paediatrician" label="Paediatrician, by name" />
        <NoteField
          name="decision"
          label="What was decided, and why"
          rows={3}
          required="Enter what was decided, and why"
        />
      </FormPart>
    </Form>
  )
}
