import { granterLabels } from '#domain/leave/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import type { Grant, LeaveView } from './view.ts'

interface Done {
  onDone: () => void
}
type Granted = InputOf<typeof act.leave.recordSection17.mutate>

/** Leave under section 17, Mental Health Act, as the responsible clinician granted it. */
export function GrantForm({ view, stayId, onDone }: Done & { view: LeaveView; stayId: string }) {
  const record = useCommand(act.leave.recordSection17.mutate)
  return (
    <Form<Omit<Granted, 'stayId'>>
      act="Record the leave under section 17, Mental Health Act"
      draft={`section-17:${stayId}`}
      save={(typed) => record({ ...typed, stayId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Who granted it">
        <TextField
          name="grantedBy"
          label="Granted by"
          required="Enter the clinician who granted the leave"
        />
        <RadiosField
          name="grantedAs"
          legend="Who are they to her?"
          hint="Nobody else can grant it."
          required="Say who they are to her"
          choices={choicesOf(granterLabels)}
        />
        <InstantField
          name="grantedAt"
          legend="Granted at"
          required="Enter when the leave was granted"
        />
        <TextField
          name="document"
          label="Which form or entry says so"
          required="Enter the leave form or the entry in the notes"
        />
      </FormPart>
      <FormPart title="What it covers">
        <CheckboxesField
          name="places"
          legend="Where she may go"
          required="Choose at least one place that it covers"
          choices={view.places.map(({ place, name }) => ({ value: place, label: name }))}
        />
        <InstantField name="startsAt" legend="From" required="Enter from when" future />
        <InstantField name="endsAt" legend="Until" required="Enter until when" future />
        <YesNoField
          name="escorted"
          legend="Must she be escorted?"
          required="Say whether she must be escorted"
        />
        <NoteField name="conditions" label="Conditions" rows={2} />
      </FormPart>
      {view.act.restricted && (
        <FormPart title="Consent of the Ministry of Justice">
          <TextField
            name="ministryDocument"
            label="The letter of consent"
            required="Enter the letter of consent of the Ministry of Justice"
          />
          <InstantField
            name="ministryAt"
            legend="Given at"
            required="Enter when the consent was given"
          />
        </FormPart>
      )}
    </Form>
  )
}

/** It was revoked in writing. */
export function RevokeForm({ grant, onDone }: Done & { grant: Grant }) {
  const revoke = useCommand(act.leave.revokeSection17.mutate)
  const { recordId: id, version } = grant
  return (
    <Form<Omit<InputOf<typeof act.leave.revokeSection17.mutate>, 'id' | 'version'>>
      act="Record that it was revoked"
      kind="warning"
      draft={`section-17-revoke:${id}:${version}`}
      save={(typed) => revoke({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField name="revokedBy" label="Revoked by" required="Enter who revoked it" />
      <InstantField name="revokedAt" legend="Revoked at" required="Enter when it was revoked" />
      <TextField
        name="revokedDocument"
        label="The notice in writing"
        required="Enter the notice in writing: without it the leave stands"
      />
    </Form>
  )
}
