import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { Loading } from '../../ui/loading.tsx'

type Typed = Omit<InputOf<typeof act.documents.nameReader.mutate>, 'stayId'>

/** Names who fills the part of a required reader. */
export function NameReaderForm({ stayId, onDone }: { stayId: string; onDone: () => void }) {
  const name = useCommand(act.documents.nameReader.mutate)
  const staff = useRead(read.users.staff.queryOptions(undefined))
  if (staff.state !== 'ready') return <Loading what="staff" />
  return (
    <Form<Typed>
      act="Name the reader"
      save={(input) => name({ ...input, stayId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Who reads">
        <RadiosField
          name="role"
          legend="In which part?"
          required="Choose the part"
          choices={choicesOf(readerRoleLabels)}
        />
        <SelectField
          name="staffId"
          label="Who fills it?"
          required="Choose who fills the part"
          choices={staff.value
            .filter(({ leftOn }) => leftOn === null)
            .map((one) => ({ value: one.recordId, label: one.name }))}
        />
      </FormPart>
    </Form>
  )
}
