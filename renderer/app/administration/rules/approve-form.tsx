import { act, type InputOf, useCommand } from '../../../api.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { InstantField } from '../../../ui/form/instant-field.tsx'
import { SecondPersonFields, SignatureField } from '../../../ui/form/signature-fields.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useMe } from '../../session/me.ts'
import { Differences } from './differences.tsx'
import type { RevisionView } from './words.tsx'

interface ApproveFormProps {
  revision: RevisionView
  onDone: () => void
}

type Approval = Omit<InputOf<typeof act.ruleSets.approve.mutate>, 'id' | 'version' | 'comparedWith'>

/** Approval: from when, until when it is reviewed, who agreed; a default of the app is signed by two. */
export function ApproveForm({ revision, onDone }: ApproveFormProps) {
  const me = useMe()
  const approve = useCommand(act.ruleSets.approve.mutate)
  const { id, version, agreement, origin, inForce } = revision
  return (
    <>
      <Differences revision={revision} />
      <Form<Approval>
        act="Approve these rules"
        save={(input, beside) =>
          approve({ ...input, id, version, comparedWith: inForce?.id ?? null }, beside)
        }
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <InstantField
          name="effectiveFrom"
          legend="In force from (optional)"
          hint="Left empty, from the moment of the approval. Never earlier: what was decided keeps its rules."
          future
        />
        <DateField
          name="reviewDue"
          legend="To be reviewed by"
          required="Enter the day by which the rules are reviewed"
        />
        {agreement !== null && (
          <TextField
            name="agreedWith"
            label={`Who agreed: these rules need ${agreement}`}
            hint="Name, office and day, as on the paper that they signed."
            required="Enter who agreed"
          />
        )}
        <TextField
          name="reason"
          label="On what ground they are approved"
          hint="The meeting or the paper, with its date."
          required="Enter on what ground they are approved"
        />
        <SignatureField signer={me.name} />
        {origin === 'shipped' && (
          <SecondPersonFields who="ward manager, consultant or safeguarding lead" />
        )}
      </Form>
    </>
  )
}
