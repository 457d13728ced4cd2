import { toSomebodyElse } from '#domain/discharge/recipients.ts'
import { sentFormatLabels } from '#domain/discharge/sent.ts'
import { act, type InputOf, type Outputs, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'

interface SendFormProps {
  stayId: string
  recipients: Outputs['discharge']['view']['recipients']
  onDone: () => void
}

/**
 * To whom the summary is sent. The app sends nothing: it keeps what was sent, as it was. Whoever must not be
 * told is not offered.
 */
export function SendForm({ stayId, recipients, onDone }: SendFormProps) {
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
      <NotToBeTold recipients={recipients} />
      <SelectField
        name="recipient"
        label="To whom it is sent"
        hint="The app sends nothing itself. Save the file from the next page, and send it as your trust does."
        required="Choose to whom it is sent"
        choices={[
          ...recipients
            .filter(({ route }) => route.may)
            .map(({ id, text }) => ({ value: id, label: text })),
          { value: toSomebodyElse, label: 'A professional who is not on this list' },
        ]}
      />
      <SomebodyElse />
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

/** Asked only where nobody of the list is chosen. */
function SomebodyElse() {
  if (useTyped<string>('recipient') !== toSomebodyElse) return null
  return (
    <TextField
      name="sentTo"
      label="Who: name and role"
      hint="Family is on the list only: record them on the family page first, and whether contact is safe."
      required="Enter to whom it is sent: name and role"
    />
  )
}

/** Who is not on the list, and why: nobody looks for another way to them. */
export function NotToBeTold({ recipients }: Pick<SendFormProps, 'recipients'>) {
  const closed = recipients.flatMap(({ id, text, route }) =>
    route.may ? [] : [{ id, text, because: route.because }],
  )
  if (closed.length === 0) return null
  return (
    <Banner title="Not to be told" tone="warning">
      <ul>
        {closed.map(({ id, text, because }) => (
          <li key={id}>
            <Shown>{text}</Shown>: {because}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
