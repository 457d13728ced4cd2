import { useNavigate } from '@tanstack/react-router'
import { act, useCommand } from '../../../api.ts'
import { Form } from '../../../ui/form/form.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import type { RevisionView } from './words.tsx'

interface DraftFormProps {
  revision: RevisionView
  onDone: () => void
}

/** Begins a draft as a copy, and opens it. */
export function BeginDraftForm({ revision, onDone }: DraftFormProps) {
  const begin = useCommand(act.ruleSets.startDraft.mutate)
  const navigate = useNavigate()
  return (
    <Form<{ changes: string }>
      act="Begin the draft"
      save={async (input) => {
        const reply = await begin({ ...input, basedOn: revision.id })
        if (reply.ok)
          void navigate({
            to: '/administration/rules/$revisionId',
            params: { revisionId: reply.value.id },
          })
        return reply
      }}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>A draft changes nothing until somebody else has approved it.</p>
      <NoteField
        name="changes"
        label="What is to change, and why"
        required="Enter what is to change, and why"
      />
    </Form>
  )
}

/** Takes a draft back. */
export function DropDraftForm({ revision: { id, version }, onDone }: DraftFormProps) {
  const drop = useCommand(act.ruleSets.dropDraft.mutate)
  const navigate = useNavigate()
  return (
    <Form<{ reason: string }>
      act="Drop the draft"
      kind="warning"
      save={(input) => drop({ ...input, id, version })}
      onSaved={() => void navigate({ to: '/administration/rules' })}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField name="reason" label="Why" required="Enter why the draft is dropped" />
    </Form>
  )
}
