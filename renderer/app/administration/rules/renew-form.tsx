import { act, useCommand } from '../../../api.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { SignatureField } from '../../../ui/form/signature-fields.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useMe } from '../../session/me.ts'
import type { RevisionView } from './words.tsx'

interface RenewFormProps {
  revision: RevisionView
  onDone: () => void
}

/** The rules were looked at and stay as they are: the next review date. */
export function RenewForm({ revision: { id, version }, onDone }: RenewFormProps) {
  const me = useMe()
  const renew = useCommand(act.ruleSets.renewReview.mutate)
  return (
    <Form<{ reviewDue: string; reason: string }>
      act="Record the review"
      save={(input, beside) => renew({ ...input, id, version }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <DateField
        name="reviewDue"
        legend="To be reviewed again by"
        required="Enter the day by which the rules are reviewed again"
      />
      <TextField
        name="reason"
        label="What the review found"
        required="Enter what the review found"
      />
      <SignatureField signer={me.name} />
    </Form>
  )
}
