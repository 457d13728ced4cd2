import { useState } from 'react'
import { fileEndings, tooLargeText } from '#domain/documents/file-kinds.ts'
import { openFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Group } from '../../ui/form/group.tsx'
import { useField } from '../../ui/form/use-field.ts'
import { Shown } from '../../ui/shown.tsx'
import { fileText } from './file-text.ts'
import { type KeptFile, sendFile } from './send-file.ts'

/** A file that was chosen and is kept; its name is only shown, and is not part of the record. */
export interface AttachedFile extends KeptFile {
  name: string
}

type Choosing =
  | { state: 'idle' }
  | { state: 'sending'; share: number }
  | { state: 'refused'; why: string }

interface FileFieldProps {
  name: string
  legend?: string
  /** What the file is, before what kinds of file are taken. */
  hint?: string
}

/** One file to attach: it is sent as soon as it is chosen, and belongs to the record when the form is saved. */
export function FileField({ name, legend = 'The file', hint }: FileFieldProps) {
  const field = useField<AttachedFile | null>(name, {
    empty: null,
    read: (file) => file?.sha256,
    focus: 'choose',
  })
  const [choosing, say] = useState<Choosing>({ state: 'idle' })
  const choose = async () => {
    try {
      const chosen = await openFile([...fileEndings])
      if (!chosen) return
      say({ state: 'sending', share: 0 })
      const sent = await sendFile(chosen.bytes, (share) => say({ state: 'sending', share }))
      if ('refused' in sent) return say({ state: 'refused', why: sent.refused })
      field.set({ ...sent.kept, name: chosen.name })
      say({ state: 'idle' })
    } catch (error) {
      const tooLarge = error instanceof Error && error.message.includes('file-too-large')
      say({
        state: 'refused',
        why: tooLarge ? tooLargeText : 'The file could not be read. Choose it again',
      })
    }
  }
  const error = choosing.state === 'refused' ? choosing.why : field.error
  return (
    <Group
      id={field.id}
      legend={legend}
      hint={`${hint ? `${hint} ` : ''}A PDF, a picture (PNG or JPEG) or plain text, of at most 25 MB. It is kept inside the record.`}
      error={error}
    >
      {field.typed && (
        <p role="status">
          <Shown>{field.typed.name}</Shown> ({fileText(field.typed.mediaType, field.typed.bytes)})
        </p>
      )}
      <div className="app-buttons">
        <button
          type="button"
          id={`${field.id}-choose`}
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          disabled={choosing.state === 'sending'}
          onClick={() => void choose()}
        >
          {choosing.state === 'sending'
            ? `Sending, ${Math.round(choosing.share * 100)} %`
            : field.typed
              ? 'Choose another file'
              : 'Choose a file'}
        </button>
        {field.typed && (
          <Button kind="quiet" small onClick={() => field.set(null)}>
            Take the file away
          </Button>
        )}
      </div>
    </Group>
  )
}
