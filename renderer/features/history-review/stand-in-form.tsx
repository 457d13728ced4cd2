import { mayStandIn } from '#domain/documents/reader-rules.ts'
import { type ReaderRole, readerRoleLabels } from '#domain/documents/rule-content.ts'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Loading } from '../../ui/loading.tsx'

type Typed = Pick<InputOf<typeof act.documents.nameStandIn.mutate>, 'staffId' | 'because'>

interface StandInFormProps {
  documentId: string
  role: ReaderRole
  onDone: () => void
}

/** Somebody reads and signs one document in the part of its author. */
export function StandInForm({ documentId, role, onDone }: StandInFormProps) {
  const name = useCommand(act.documents.nameStandIn.mutate)
  const staff = useRead(read.users.staff.queryOptions(undefined))
  if (staff.state !== 'ready') return <Loading what="staff" />
  return (
    <Form<Typed>
      act="Name the stand-in"
      draft={`stand-in:${documentId}:${role}`}
      save={(input) => name({ ...input, documentId, role })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={`Reads as ${readerRoleLabels[role].toLowerCase()}`}>
        <SelectField
          name="staffId"
          label="Who stands in?"
          hint="Another doctor, a ward manager or the safeguarding lead; not the author."
          required="Choose who stands in"
          choices={staff.value
            .filter(({ leftOn }) => leftOn === null)
            .map((one) => ({
              value: one.recordId,
              label: mayStandIn(role, { profession: one.profession, role: null })
                ? `${one.name} (doctor or nurse)`
                : one.name,
            }))}
        />
        <TextField
          name="because"
          label="Why somebody stands in"
          hint="Counted, and a line of every report."
          required="Enter why somebody stands in"
        />
      </FormPart>
    </Form>
  )
}
