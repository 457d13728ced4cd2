import { sentFormatLabels } from '#domain/discharge/sent.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

/** To whom the summary is sent. The app sends nothing: it keeps what was sent, as it was. */
export function SendForm({ stayId, onDone }: { stayId: string; onDone: () => void }) {
  const send = useCommand(act.discharge.send.mutate)
  const now = useServiceNow()
  return (
    <Form<Omit<InputOf<typeof act.discharge.send.mutate>, 'stayId'>>
      act="Keep the summary that is sent"
      draft={`discharge-send:${stayId}`}
      initial={{ sentAt: textOfInstant(now()), format: 'pdf' }}
      save={(typed) => send({ ...typed, stayId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="sentTo"
        label="To whom it is sent"
        hint="The app sends nothing itself. Save the file from the next page, and send it as your trust does."
        required="Enter to whom it is sent"
      />
      <InstantField name="sentAt" legend="Sent at" required="Enter when it is sent" />
      <RadiosField
        name="format"
        legend="As what?"
        required="Choose the kind of file"
        choices={choicesOf(sentFormatLabels)}
      />
    </Form>
  )
}
