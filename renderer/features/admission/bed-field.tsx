import type { Choice } from '../../ui/form/choice.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'

export interface BedChoice extends Choice {
  closed: boolean
  /** The mother to whom an offer promises it, where she is another. */
  promisedTo?: string | undefined
}

const noBed = 'no-bed'

/** What was chosen, as the service takes it: null without a bed. */
export const bedOf = (typed: unknown): string | null =>
  typeof typed === 'string' && typed !== noBed ? typed : null

/** The bed at an arrival. A full unit turns nobody away: without an open bed, the reason is asked for. */
export function BedField({ beds }: { beds: readonly BedChoice[] }) {
  const typed = useTyped<string>('bedId') ?? ''
  const chosen = beds.find(({ value }) => value === typed)
  return (
    <>
      <SelectField
        name="bedId"
        label="Bed"
        required="Choose a bed, or “No bed yet”"
        choices={[...beds, { value: noBed, label: 'No bed yet: one is given later' }]}
      />
      {chosen?.promisedTo && <PromiseBroken to={chosen.promisedTo} />}
      {(typed === noBed || chosen?.closed) && (
        <TextField
          name="bedBecause"
          label={
            chosen?.closed
              ? 'Why does she come into a closed bed?'
              : 'Why does she come in without a bed?'
          }
          hint={
            chosen?.closed
              ? 'Kept with the stay.'
              : 'Kept with the stay. Mother and baby stand first on the board until they have a bed.'
          }
          required="Enter why"
        />
      )}
    </>
  )
}

/** Why a bed that an offer keeps for another mother is taken: her place is to be found anew. */
export function PromiseBroken({ to }: { to: string }) {
  return (
    <TextField
      name="bedBecause"
      label={`This bed is promised to ${to}. Why is that promise broken?`}
      hint="Kept with the stay and with the offer. Promise her another bed at once."
      required="Enter why the promise is broken, or choose another bed"
    />
  )
}
