import { act, type InputOf, useCommand } from '../../api.ts'
import type { Choice } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { DecisionView } from './view.ts'

type Typed = Omit<InputOf<typeof act.admission.changeOffer.mutate>, 'id' | 'version'>

interface PromiseFormProps {
  offer: DecisionView
  beds: readonly Choice[]
  onDone: () => void
}

/** Another bed or another time on an offer that stands: no new decision, and the promise before stays readable. */
export function PromiseForm({ offer, beds, onDone }: PromiseFormProps) {
  const change = useCommand(act.admission.changeOffer.mutate)
  const { recordId: id, version } = offer
  return (
    <Form<Typed>
      act="Change the promise"
      draft={`promise:${id}:${version}`}
      initial={{
        bedId: offer.bedId ?? '',
        expectedArrivalAt: offer.expectedArrivalAt ? textOfInstant(offer.expectedArrivalAt) : '',
      }}
      save={(typed) => change({ ...typed, bedId: typed.bedId || null, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="What is promised">
        <SelectField name="bedId" label="Bed" prompt="No bed named yet" choices={beds} />
        <InstantField
          name="expectedArrivalAt"
          legend="When are they expected? (leave empty if it is not agreed)"
        />
        <TextField name="reason" label="Why it changes" required="Enter why it changes" />
      </FormPart>
    </Form>
  )
}
