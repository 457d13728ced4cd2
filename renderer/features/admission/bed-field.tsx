import type { Choice } from '../../ui/form/choice.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'

export interface BedChoice extends Choice {
  closed: boolean
}

const noBed = 'no-bed'

/** What was chosen, as the service takes it: null without a bed. */
export const bedOf = (typed: unknown): string | null =>
  typeof typed === 'string' && typed !== noBed ? typed : null

/** The bed at an arrival. A full unit turns nobody away: without an open bed, the reason is asked for. */
export function BedField({ beds }: { beds: readonly BedChoice[] }) {
  const typed = useTyped<string>('bedId') ?? ''
  const isClosed = beds.some(({ value, closed }) => value === typed && closed)
  return (
    <>
      <SelectField
        name="bedId"
        label="Bed"
        required="Choose a bed, or “No bed yet”"
        choices={[...beds, { value: noBed, label: 'No bed yet: one is given later' }]}
      />
      {(typed === noBed || isClosed) && (
        <TextField
          name="bedBecause"
          label={
            isClosed
              ? 'Why does she come into a closed bed?'
              : 'Why does she come in without a bed?'
          }
          hint={
            isClosed
              ? 'Kept with the stay.'
              : 'Kept with the stay. Mother and baby stand first on the board until they have a bed.'
          }
          required="Enter why"
        />
      )}
    </>
  )
}
