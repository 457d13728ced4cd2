import { dutyMethodLabels, dutyMethods } from '#domain/communications/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { LoopView } from './view.ts'

type AcknowledgedInput = InputOf<typeof act.communications.acknowledged.mutate>

/** That a named person outside has said that they know. */
export function AcknowledgedForm({ loop, onDone }: { loop: LoopView; onDone: () => void }) {
  const acknowledge = useCommand(act.communications.acknowledged.mutate)
  const now = useServiceNow()
  const last = loop.sendings.at(-1)
  return (
    <Form<Omit<AcknowledgedInput, 'dutyId'>>
      act="Record the acknowledgement"
      draft={`acknowledged:${loop.dutyId}`}
      initial={{
        acknowledgedAt: textOfInstant(now()),
        // Whoever is asked instead is not whoever was told before the tie said otherwise.
        ...(loop.insteadBecause === null
          ? { byName: last?.toName ?? '', method: last?.method ?? '' }
          : {}),
      }}
      save={(typed) => acknowledge({ ...typed, dutyId: loop.dutyId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="byName"
        label="Who said that they know, by name"
        required="Enter the name of who acknowledged it"
      />
      <TextField name="byRole" label="Their role" required="Enter their role" />
      <RadiosField
        name="method"
        legend="How?"
        required="Choose how they said so"
        inline
        choices={dutyMethods.map((value) => ({ value, label: dutyMethodLabels[value] }))}
      />
      <InstantField name="acknowledgedAt" legend="When?" required="Enter when they said so" />
      <NoteField name="outcome" label="What comes of it (optional)" rows={2} />
    </Form>
  )
}
