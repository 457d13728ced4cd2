import { useId, useState } from 'react'
import { act, saveFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import type { LoopView } from './view.ts'

/** The same in writing: text for a secure email, to be copied, and the letter. Making either sends nothing. */
export function InWriting({ loop }: { loop: LoopView }) {
  const { written, dutyId } = loop
  const id = useId()
  const text = written.lines.join('\n\n')
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">In writing: secure email or letter</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          Subject, which names nobody: <strong>{written.subject}</strong>
        </p>
        <label className="nhsuk-label" htmlFor={id}>
          Text for a secure email: press on it, then Ctrl+C. Add what may be shared
        </label>
        <textarea
          id={id}
          className="nhsuk-textarea"
          rows={10}
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="app-buttons">
          <SaveLetter dutyId={dutyId} format="pdf" label="Letter (PDF)" />
          <SaveLetter dutyId={dutyId} format="docx" label="Letter (Word)" />
        </div>
        <p className="app-quiet">Nothing is sent by this. When it has gone, record it as sent.</p>
      </div>
    </details>
  )
}

interface SaveLetterProps {
  dutyId: string
  format: 'pdf' | 'docx'
  label: string
}

function SaveLetter({ dutyId, format, label }: SaveLetterProps) {
  const [state, say] = useState<'idle' | 'making' | 'failed'>('idle')
  const save = async () => {
    say('making')
    try {
      const reply = await act.communications.letter.query({ dutyId, format })
      if (!reply.ok) return say('failed')
      // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
      await saveFile(reply.value.name, reply.value.bytes as unknown as Uint8Array)
      say('idle')
    } catch {
      say('failed')
    }
  }
  return (
    <>
      <Button kind="quiet" small disabled={state === 'making'} onClick={() => void save()}>
        {state === 'making' ? 'Making the letter' : label}
      </Button>
      {state === 'failed' && <span role="alert">The letter was not made. Try again</span>}
    </>
  )
}
