import { useNavigate } from '@tanstack/react-router'
import { act, openFile, useCommand } from '../../../api.ts'
import { Form } from '../../../ui/form/form.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { FormPart } from '../../../ui/form/part.tsx'
import { RuleFileField } from './rule-file-field.tsx'

/** Reads a file of rules as a draft, and opens it. */
export function ImportRules() {
  const take = useCommand(act.ruleSets.importFile.mutate)
  const navigate = useNavigate()
  return (
    <Form<{ text: string; changes: string }>
      act="Read as a draft"
      save={async (input) => {
        const reply = await take(input)
        if (reply.ok)
          void navigate({
            to: '/administration/rules/$revisionId',
            params: { revisionId: reply.value.id },
          })
        return reply
      }}
      cancel={{
        label: 'Back to the rules',
        onClick: () => void navigate({ to: '/administration/rules' }),
      }}
    >
      <FormPart title="Read rules from a file">
        <p>
          The file becomes a draft. It changes nothing until somebody else has seen what would
          change and approved it.
        </p>
        <RuleFileField name="text" choose={() => openFile(['json'])} />
        <NoteField
          name="changes"
          label="Where the file comes from, and what it changes"
          required="Enter where the file comes from"
        />
      </FormPart>
    </Form>
  )
}
