import { useState } from 'react'
import { seenLabels, serviceLabels } from '#domain/chronology/contact.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { roughTyped } from '#domain/shared/rough-date.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { SourceField } from './source-field.tsx'
import type { ChronologyView, ContactView } from './view.ts'

type Input = InputOf<typeof act.chronology.addContact.mutate>
type Typed = Omit<Input, 'stayId'> & { reason?: string }

interface ContactFormProps {
  view: Pick<ChronologyView, 'people' | 'documents'>
  stayId: string
  /** The contact that is corrected; without it, a new one is made. */
  correcting?: ContactView
  onDone: () => void
}

/** A contact with a health service: what was reported, and apart from it what anybody there saw. */
export function ContactForm({ view, stayId, correcting, onDone }: ContactFormProps) {
  const add = useCommand(act.chronology.addContact.mutate)
  const change = useCommand(act.chronology.changeContact.mutate)
  const today = dateOf(useServiceNow()())
  const [sameDay, setSameDay] = useState(false)
  const save = async ({ reason, ...typed }: Typed) => {
    const fact: Input = { ...typed, stayId }
    const reply = correcting
      ? await change({
          id: correcting.recordId,
          version: correcting.version,
          reason: reason ?? '',
          fact,
        })
      : await add(fact)
    if (!reply.ok && reply.failure.fields?.some(({ field }) => field === 'anotherThatDay'))
      setSameDay(true)
    return reply
  }
  return (
    <Form<Typed>
      act={correcting ? 'Save the correction' : 'Record the contact'}
      draft={
        correcting
          ? `contact:${correcting.recordId}:${correcting.version}`
          : `health-contact:${stayId}`
      }
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      {...(correcting ? { initial: initialOf(correcting) } : {})}
    >
      <FormPart title="The contact">
        <RadiosField
          name="personId"
          legend="Who was the patient?"
          required="Choose who was the patient"
          choices={view.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="happened"
          label="When"
          hint="A day, a month or a year: 12/3/2025, 3/2025 or 2025. Empty if nobody knows."
        />
        <FormRow>
          <SelectField
            name="service"
            label="Kind of service"
            required="Choose the kind of service"
            choices={choicesOf(serviceLabels)}
          />
          <TextField
            name="provider"
            label="Provider: hospital, surgery or team"
            required="Enter the provider"
          />
          <TextField name="place" label="Town or area" required="Enter the town or area" />
        </FormRow>
        {sameDay && (
          <ConfirmField
            name="anotherThatDay"
            label="I have looked: this was another contact on that day"
          />
        )}
      </FormPart>
      <FormPart title="Reported, and observed">
        <NoteField
          name="reported"
          label="What was reported"
          rows={2}
          required="Enter what was reported"
        />
        <TextField name="reportedBy" label="Reported by" required="Enter who reported it" />
        <RadiosField
          name="seen"
          legend="Did anybody of the service see it?"
          required="Say whether anybody there saw it"
          choices={choicesOf(seenLabels)}
        />
        <NoteField name="observed" label="What was seen or measured there, and by whom" rows={2} />
        <NoteField name="outcome" label="What came of it" rows={2} />
      </FormPart>
      <FormPart title="How it is known">
        <SourceField documents={view.documents} />
        <BasisField name="basis" of="this" today={today} />
      </FormPart>
      {correcting && (
        <FormPart title="Why it is corrected">
          <TextField
            name="reason"
            label="What was wrong"
            hint="The old entry stays readable."
            required="Enter what was wrong"
          />
        </FormPart>
      )}
    </Form>
  )
}

const initialOf = (one: ContactView) => ({
  personId: one.personId,
  happened: roughTyped(one.happened),
  service: one.service,
  provider: one.provider,
  place: one.place,
  reported: one.reported,
  reportedBy: one.reportedBy,
  seen: one.seen,
  observed: one.observed,
  outcome: one.outcome,
  receivedId: one.receivedId ?? '',
  basis: {
    kind: one.basis.kind,
    by: one.basis.by ?? '',
    on: one.basis.on?.slice(0, 10) ?? '',
    document: one.basis.document ?? '',
  },
})
