import { answerLabels } from '#domain/shared/answer.ts'
import { mentalHealthActStatuses } from '#domain/shared/mental-health-act.ts'
import { read, useRead } from '../../api.ts'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** Who rings, and the number to ring back: asked first, in case the line goes dead. */
export function ReferrerPart() {
  const referrers = useRead(read.admission.referrers.queryOptions(undefined))
  return (
    <FormPart title="Who is ringing">
      <FormRow>
        <TextField name="referrerName" label="Name" required="Enter the name of the referrer" />
        <TextField
          name="callBackNumber"
          label="Number to call back"
          required="Enter the number to call back"
          inputMode="tel"
          width={20}
        />
      </FormRow>
      <FormRow>
        <TextField name="referrerRole" label="Role" required="Enter the role of the referrer" />
        <TextField
          name="referrerOrganisation"
          label="Team and organisation"
          required="Enter the team and organisation"
        />
      </FormRow>
      <SelectField
        name="referrer"
        label="Type of referrer"
        required="Choose the type of referrer"
        choices={
          referrers.state === 'ready'
            ? referrers.value.map(({ code, label, accepted }) => ({
                value: code,
                label: accepted ? label : `${label} (not accepted by the criteria)`,
              }))
            : []
        }
      />
      <InstantField
        name="receivedAt"
        legend="When did the referral come?"
        required="Enter when the referral came"
      />
    </FormPart>
  )
}

/** Why now, how urgent, and who else has a say. */
export function AskedForPart() {
  return (
    <FormPart title="What is asked for">
      <RadiosField
        name="planned"
        legend="Is the admission planned?"
        required="Say whether the admission is planned"
        inline
        choices={[
          { value: 'yes', label: 'Planned' },
          { value: 'no', label: 'Unplanned' },
        ]}
        read={(typed) => typed === 'yes'}
      />
      <NoteField
        name="referralReason"
        label="Why now: diagnosis, risk, what has changed"
        required="Enter the reason for the referral"
        rows={3}
      />
      <SelectField
        name="motherStatus"
        label="Her status under the Mental Health Act, as told"
        required="Choose her status"
        choices={mentalHealthActStatuses.map(({ code, label }) => ({ value: code, label }))}
      />
      <RadiosField
        name="socialCare"
        legend="Is children’s social care involved?"
        required="Say whether children’s social care is involved"
        inline
        choices={(['yes', 'no', 'not-known', 'not-yet-asked'] as const).map((value) => ({
          value,
          label: answerLabels[value],
        }))}
      />
    </FormPart>
  )
}
