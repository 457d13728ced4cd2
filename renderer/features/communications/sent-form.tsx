import {
  dutyMethodLabels,
  dutyMethods,
  sharingBases,
  sharingBasisLabels,
} from '#domain/communications/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { LoopView } from './view.ts'
import { spoken } from './words.ts'

type SentInput = InputOf<typeof act.communications.sent.mutate>
type Typed = Omit<SentInput, 'dutyId'> & { heardBy?: { role?: string } }

/** That somebody was told: how, to whom by name, what was shared and why that is lawful. */
export function SentForm({ loop, onDone }: { loop: LoopView; onDone: () => void }) {
  const send = useCommand(act.communications.sent.mutate)
  const now = useServiceNow()
  return (
    <Form<Typed>
      act="Record that it was sent"
      draft={`duty:${loop.dutyId}`}
      initial={{ sentAt: textOfInstant(now()), toName: loop.contact?.name ?? '' }}
      save={({ heardBy, ...typed }) =>
        send({
          ...typed,
          dutyId: loop.dutyId,
          heardBy: heardBy?.role ? { name: typed.toName, role: heardBy.role } : null,
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField name="toName" label="To whom, by name" required="Enter the name of who was told" />
      <RadiosField
        name="method"
        legend="How?"
        required="Choose how it was sent"
        inline
        choices={dutyMethods.map((value) => ({ value, label: dutyMethodLabels[value] }))}
        further={(method) =>
          (spoken as readonly string[]).includes(method) && (
            <TextField
              name="heardBy.role"
              label="Their role, if they said that they know (optional)"
              hint="Fill this in and it counts as acknowledged by them, at the same time."
            />
          )
        }
      />
      <InstantField name="sentAt" legend="When?" required="Enter when it was sent" />
      <NoteField name="shared" label="What was shared" rows={3} required="Enter what was shared" />
      <SelectField
        name="sharingBasis"
        label="Why sharing it is lawful"
        required="Choose why sharing this is lawful"
        choices={sharingBases.map((value) => ({ value, label: sharingBasisLabels[value] }))}
      />
    </Form>
  )
}
