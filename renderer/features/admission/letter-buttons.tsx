import { useState } from 'react'
import { saveFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'

export type LetterFormat = 'pdf' | 'docx'

const formats = [
  { format: 'pdf', label: 'PDF' },
  { format: 'docx', label: 'Word' },
] as const

/** Bytes cross the bridge as they are; the type of the call does not know that. */
type Answered = { ok: true; value: unknown } | { ok: false; failure: { message: string } }
interface LetterFile {
  name: string
  bytes: Uint8Array
}

interface LetterButtonsProps {
  /** What is taken away, as it reads after "as PDF": "Letter to Dr Example". */
  what: string
  make: (format: LetterFormat) => Promise<Answered>
}

/** Takes a letter away as PDF or as a Word document; says what came of it. */
export function LetterButtons({ what, make }: LetterButtonsProps) {
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const take = async (format: LetterFormat) => {
    setBusy(true)
    const reply = await make(format).catch(() => undefined)
    say(await outcomeOf(reply))
    setBusy(false)
  }
  return (
    <div className="admission-letter">
      <span>{what}: </span>
      {formats.map(({ format, label }) => (
        <Button
          key={format}
          kind="quiet"
          small
          disabled={busy}
          label={`${what} as ${label}`}
          onClick={() => void take(format)}
        >
          {label}
        </Button>
      ))}
      <span role="status">{said}</span>
    </div>
  )
}

/** Takes away a letter that was kept as it was sent. */
export function SavedLetter({ label, make }: { label: string; make: () => Promise<Answered> }) {
  const [said, say] = useState('')
  const take = async () => say(await outcomeOf(await make().catch(() => undefined)))
  return (
    <>
      <Button kind="quiet" small onClick={() => void take()}>
        {label}
      </Button>{' '}
      <span role="status">{said}</span>
    </>
  )
}

async function outcomeOf(reply: Answered | undefined): Promise<string> {
  if (reply === undefined) return 'The letter could not be made. Try again'
  if (!reply.ok) return reply.failure.message
  const file = reply.value as LetterFile
  const how = await saveFile(file.name, file.bytes).catch(() => 'failed' as const)
  if (how === 'saved') return `${file.name} is saved`
  return how === 'cancelled'
    ? 'Nothing was saved'
    : 'The file could not be saved there. Choose another folder'
}
