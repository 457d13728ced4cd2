import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import type { Choice } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { HoldView, ReferralView } from './view.ts'
import { sentence } from './words.ts'

type OverrideInput = InputOf<typeof act.admission.override.mutate>

interface OverrideFormProps {
  view: ReferralView
  hold: HoldView
  signer: string
  /** Who may be the second person by telephone. */
  staff: readonly Choice[]
  onDone: () => void
}

/** One clause or item overridden by name, by two people, with a deadline for what is missing. */
export function OverrideForm({ view, hold, signer, staff, onDone }: OverrideFormProps) {
  const override = useCommand(act.admission.override.mutate)
  const referralId = view.referral.id
  return (
    <Form<OverrideInput>
      act="Override this"
      kind="warning"
      draft={`override:${referralId}:${hold.ruleId}`}
      save={(typed, beside) =>
        override({ ...typed, referralId, ruleId: hold.ruleId, dueAt: typed.dueAt ?? null }, beside)
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <Banner title={hold.reason} tone="warning">
        <p>To release it without an override: {sentence(hold.answer)}</p>
      </Banner>
      <FormPart title="Override">
        <NoteField
          name="because"
          label="Why it is let through"
          hint="Your two names and this reason are a line of their own in every report."
          required="Enter why it is let through"
          rows={3}
        />
        {hold.missing && (
          <InstantField
            name="dueAt"
            legend="By when does what is missing have to be there?"
            hint={`By ${formatDateTime(view.choices.latestDeadline)} at the latest.`}
            required="Enter by when it has to be there"
            future
          />
        )}
        <RadiosField
          name="second.by"
          legend="How did the second person agree?"
          hint="A consultant, the ward manager, or the nurse in charge of this shift."
          required="Say how the second person agreed"
          choices={[
            { value: 'password', label: 'Here, with their own password' },
            {
              value: 'telephone',
              label: `By telephone: they sign ${view.choices.telephoneLimit}`,
            },
          ]}
          further={(by) =>
            by === 'password' ? (
              <SecondPersonFields who="consultant, ward manager or nurse in charge" />
            ) : (
              <>
                <SelectField
                  name="second.staffId"
                  label="Who agreed"
                  required="Choose who agreed"
                  choices={staff}
                />
                <TextField
                  name="second.telephone"
                  label="The number on which they were reached"
                  required="Enter the telephone number"
                  inputMode="tel"
                  width={20}
                />
              </>
            )
          }
        />
      </FormPart>
      <FormPart title="Sign">
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}
