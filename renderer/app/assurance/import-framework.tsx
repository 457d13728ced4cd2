import { useNavigate } from '@tanstack/react-router'
import { act, openFile, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RuleFileField } from '../administration/rules/rule-file-field.tsx'

/** Reads a framework as a draft, and opens it among the rules: somebody else approves it there. */
export function ImportFramework({ onBack }: { onBack: () => void }) {
  const take = useCommand(act.assurance.importFramework.mutate)
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
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      <FormPart title="Read a framework from a file">
        <p>
          A table as CSV, like the template, or JSON. Each requirement names the measures that
          answer it. The file becomes a draft: it counts once somebody else has approved it, and for
          periods that end after that. A framework that is there already gets its next version.
        </p>
        <RuleFileField name="text" choose={() => openFile(['csv', 'json'])} />
        <NoteField
          name="changes"
          label="Where the file comes from, and what it changes"
          required="Enter where the file comes from"
        />
      </FormPart>
    </Form>
  )
}
