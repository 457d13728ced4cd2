import { useState } from 'react'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { FileField } from '../documents/file-field.tsx'
import type { ContentView, DocumentView } from './view.ts'

type Input = InputOf<typeof act.documents.receive.mutate>
type Typed = Partial<Input> & Pick<Input, 'receivedAt' | 'title' | 'author'> & { reason?: string }

interface ReceiveFormProps {
  view: DocumentView
  documentId: string
  /** The entry that is corrected; without it, something new was received. */
  correcting?: ContentView
  onDone: () => void
}

/** What came: filed or described; or a correction of its entry. A changed content is read again by everybody. */
export function ReceiveForm({ view, documentId, correcting, onDone }: ReceiveFormProps) {
  const receive = useCommand(act.documents.receive.mutate)
  const correct = useCommand(act.documents.correct.mutate)
  const today = dateOf(useServiceNow()())
  const [sameFile, setSameFile] = useState(false)
  const isCourtPaper = view.line.handling === 'register-only'
  const save = async ({ reason, ...typed }: Typed) => {
    const input: Input = {
      writtenOn: null,
      summary: null,
      attachmentHash: null,
      sameFileIsRight: false,
      ...typed,
      documentId,
    }
    const reply = correcting
      ? await correct({
          ...input,
          id: correcting.receivedId,
          version: correcting.version,
          reason: reason ?? '',
        })
      : await receive(input)
    if (!reply.ok && reply.failure.fields?.some(({ field }) => field === 'sameFileIsRight'))
      setSameFile(true)
    return reply
  }
  return (
    <Form<Typed>
      act={correcting ? 'Save the correction' : 'Record what was received'}
      draft={
        correcting
          ? `correct:${correcting.receivedId}:${correcting.version}`
          : `receive:${documentId}`
      }
      initial={initialOf(view, correcting)}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {!correcting && view.current && (
        <Banner title="Something was received before: what comes now is read again by everybody" />
      )}
      <FormPart title="What was received">
        <TextField name="title" label="Title on the document" required="Enter the title" />
        <TextField name="author" label="Written by: name and role" required="Enter who wrote it" />
        <DateField
          name="writtenOn"
          legend="Date on the document (leave empty where it has none)"
          latest={today}
        />
        <InstantField
          name="receivedAt"
          legend="When was it received?"
          required="Enter when it was received"
        />
      </FormPart>
      {isCourtPaper ? (
        <Banner title="A statement or an expert report to a court: it is entered here and signed when it was read, neither filed nor quoted" />
      ) : (
        <FormPart title="What it says">
          <FileField name="attachmentHash" />
          <NoteField
            name="summary"
            label="What it says, in short (needed where no file is attached)"
            rows={4}
          />
          {sameFile && (
            <ConfirmField
              name="sameFileIsRight"
              label="I have checked: the same file belongs here too"
            />
          )}
        </FormPart>
      )}
      {correcting && (
        <FormPart title="Why it is corrected">
          <TextField
            name="reason"
            label="What was wrong"
            hint="Where the title, the writer, the date, the summary or the file change, everybody reads it again."
            required="Enter what was wrong"
          />
        </FormPart>
      )}
    </Form>
  )
}

function initialOf({ line }: DocumentView, correcting: ContentView | undefined) {
  if (!correcting) return { title: line.title }
  const { title, author, writtenOn, receivedAt, summary } = correcting
  const { attachmentHash, mediaType, bytes } = correcting
  return {
    title,
    author,
    writtenOn: writtenOn ?? '',
    summary,
    receivedAt: receivedAt === null ? '' : textOfInstant(receivedAt),
    attachmentHash:
      attachmentHash === null || mediaType === null
        ? null
        : { sha256: attachmentHash, mediaType, bytes: bytes ?? 0, name: 'The file as it is now' },
  }
}
