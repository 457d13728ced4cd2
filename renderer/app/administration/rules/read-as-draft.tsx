import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Failure } from '#domain/shared/failure.ts'
import { openFile } from '../../../api.ts'
import { Form } from '../../../ui/form/form.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { FormPart } from '../../../ui/form/part.tsx'
import { RuleFileField } from './rule-file-field.tsx'

interface Read {
  text: string
  changes: string
}

interface ReadAsDraftProps {
  title: string
  /** What the file is, and what becomes of it. */
  children: ReactNode
  endings: string[]
  take: (
    read: Read,
  ) => Promise<{ ok: true; value: { id: string } } | { ok: false; failure: Failure }>
  cancel: { label: string; onClick: () => void }
}

/** Reads a file as a draft of rules, and opens it: somebody else approves it there. */
export function ReadAsDraft({ title, children, endings, take, cancel }: ReadAsDraftProps) {
  const navigate = useNavigate()
  return (
    <Form<Read>
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
      cancel={cancel}
    >
      <FormPart title={title}>
        <p>{children}</p>
        <RuleFileField name="text" choose={() => openFile(endings)} />
        <NoteField
          name="changes"
          label="Where the file comes from, and what it changes"
          required="Enter where the file comes from"
        />
      </FormPart>
    </Form>
  )
}
