import { employmentLabels, professionLabels, registrationFault } from '#domain/users/staff.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useMe } from '../session/me.ts'

const professions = ['registered-nurse', 'nursery-nurse', 'health-care-assistant'] as const
const employments = ['bank', 'agency'] as const

/** An account for a named bank or agency nurse until the end of this shift (decision 11). */
export function OneShiftAccount({ onDone }: { onDone: () => void }) {
  const me = useMe()
  const open = useCommand(act.users.openOneShift.mutate)
  return (
    <Form<InputOf<typeof act.users.openOneShift.mutate>>
      act="Open the account for this shift"
      draft="one-shift"
      save={(input, beside) => open(input, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>It ends with the shift, and is listed in the report. They are put on shift too.</p>
      <TextField name="name" label="Name" required="Enter the name" />
      <RadiosField
        name="profession"
        legend="Profession"
        required="Choose the profession"
        choices={professions.map((value) => ({ value, label: professionLabels[value] }))}
      />
      <RadiosField
        name="employment"
        legend="Employed as"
        required="Choose bank or agency"
        inline
        choices={employments.map((value) => ({ value, label: employmentLabels[value] }))}
      />
      <Registration />
      <InstantField
        name="endsAt"
        legend="The shift ends"
        required="Enter when the shift ends"
        future
      />
      <TextField
        name="signInName"
        label="Sign-in name"
        hint="Small letters and figures, such as s.okafor."
        required="Enter a sign-in name"
        width={20}
      />
      <NewPasswordFields name="newPassword" againName="$again" signInName="signInName" />
      <SignatureField signer={me.name} />
    </Form>
  )
}

function Registration() {
  const profession = useTyped<(typeof professions)[number]>('profession')
  return (
    <TextField
      name="registration"
      label="Registration number, or their number with the bank or agency"
      required="Enter the registration number"
      width={20}
      check={(typed) => (profession && registrationFault(profession, typed)) || undefined}
    />
  )
}
