import type { Basis } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ItemView } from './view.ts'

type AskInput = InputOf<typeof act.admission.ask.mutate>
type ChaseInput = InputOf<typeof act.admission.chase.mutate>

export interface ItemFormProps {
  referralId: string
  item: ItemView
  onDone: (basis?: Basis) => void
}

/** Somebody is asked for an item; the clock of the chase starts. */
export function AskForm({ referralId, item, onDone }: ItemFormProps) {
  const ask = useCommand(act.admission.ask.mutate)
  return (
    <Form<AskInput>
      act="Record that they were asked"
      draft={`ask-item:${referralId}:${item.id}`}
      save={(typed) => ask({ ...typed, referralId, itemId: item.id })}
      onSaved={() => onDone()}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <TextField
        name="askedOf"
        label="Who was asked: name, role and service"
        hint={item.asks}
        required="Enter who was asked"
      />
      <InstantField name="askedAt" legend="When?" required="Enter when they were asked" />
    </Form>
  )
}

interface ChaseFormProps {
  /** The item, or the request to one source. */
  informationItemId: string
  onDone: () => void
}

/** The same person, or somebody else there, is asked again. */
export function ChaseForm({ informationItemId, onDone }: ChaseFormProps) {
  const chase = useCommand(act.admission.chase.mutate)
  return (
    <Form<ChaseInput>
      act="Record the chase"
      draft={`chase-item:${informationItemId}`}
      save={(typed) => chase({ ...typed, informationItemId })}
      onSaved={() => onDone()}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <TextField name="chasedOf" label="Who was chased" required="Enter who was chased" />
      <InstantField name="chasedAt" legend="When?" required="Enter when they were chased" />
    </Form>
  )
}
