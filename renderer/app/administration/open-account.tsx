import { Link, useNavigate } from '@tanstack/react-router'
import { roleLabels } from '#domain/users/roles.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NewPasswordFields } from '../../ui/form/new-password-fields.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { IdentifiedByField } from './identified-by-field.tsx'

/** An account for somebody in the staff register. */
export function OpenAccount() {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const seconds = useRead(read.users.openSeconds.queryOptions(undefined))
  return (
    <Ready reading={staff} what="staff register">
      {(people) => (
        <Ready reading={seconds}>
          {(signers) => (
            <OpenAccountForm
              staff={people.filter(({ leftOn }) => leftOn === null)}
              seconds={signers}
            />
          )}
        </Ready>
      )}
    </Ready>
  )
}

interface OpenAccountFormProps {
  staff: Outputs['users']['staff']
  /** Who could sign beside the opener. */
  seconds: Outputs['users']['openSeconds']
}

function OpenAccountForm({ staff, seconds }: OpenAccountFormProps) {
  const me = useMe()
  const open = useCommand(act.users.open.mutate)
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/administration/accounts' })
  if (staff.length === 0) {
    return (
      <Empty action={<Link to="/administration/staff/new">Add a member of staff</Link>}>
        Nobody is in the staff register yet. An account belongs to a member of staff.
      </Empty>
    )
  }
  return (
    <Form<InputOf<typeof act.users.open.mutate>>
      act="Open the account"
      draft="open-account"
      save={(input, beside) => open(input, beside)}
      onSaved={back}
      cancel={{ label: 'Back to the accounts', onClick: back }}
    >
      <FormPart title="Open an account">
        <SelectField
          name="staffId"
          label="Member of staff"
          hint="Not in the list? Add them to the staff register first."
          required="Choose the member of staff"
          choices={staff.map(({ recordId, name }) => ({ value: recordId, label: name }))}
        />
        <SelectField
          name="role"
          label="Role"
          hint="One role an account. The nurse in charge is set with the shift, not here."
          required="Choose a role"
          choices={choicesOf(roleLabels)}
        />
        <TextField
          name="signInName"
          label="Sign-in name"
          hint="Small letters and figures, such as s.okafor."
          required="Enter a sign-in name"
          width={20}
        />
      </FormPart>
      <FormPart title="Their password">
        <p>They are here and type it themselves. Nobody else looks on.</p>
        <IdentifiedByField />
        <NewPasswordFields name="newPassword" againName="$again" signInName="signInName" />
      </FormPart>
      <FormPart title="Two people sign that the owner typed it">
        <SignatureField signer={me.name} />
        {seconds.length > 0 ? (
          <SecondPersonFields who={seconds.map(({ name }) => name).join(', or ')} />
        ) : (
          <Banner title="Nobody else can sign yet" tone="warning">
            <p>
              The account is opened on your word alone. Until another manager of accounts confirms
              it, you and they sign nothing together.
            </p>
          </Banner>
        )}
      </FormPart>
    </Form>
  )
}
