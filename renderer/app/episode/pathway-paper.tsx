import { lazy, Suspense, useState } from 'react'
import { act, saveFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'

const PdfPages = lazy(() => import('../../ui/pdf-pages.tsx'))

interface PathwayPaperProps {
  paper: 'wall-page' | 'blank-form'
  what: string
}

/** One paper of the pathway: looked at here, or saved to be printed. */
export function PathwayPaper({ paper, what }: PathwayPaperProps) {
  const [shown, show] = useState<Uint8Array>()
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const make = async (use: (name: string, bytes: Uint8Array) => Promise<string>) => {
    setBusy(true)
    const reply = await act.unwellBaby.pathwayPaper.query({ paper }).catch(() => undefined)
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    if (reply?.ok) say(await use(reply.value.name, reply.value.bytes as unknown as Uint8Array))
    else say(reply ? reply.failure.message : 'It could not be made. Try again')
    setBusy(false)
  }
  const look = async (_: string, bytes: Uint8Array) => {
    show(bytes)
    return ''
  }
  return (
    <>
      <div className="app-buttons">
        <strong>{what}</strong>
        {shown ? (
          <Button kind="quiet" small label={`Close: ${what}`} onClick={() => show(undefined)}>
            Close
          </Button>
        ) : (
          <Button
            kind="quiet"
            small
            disabled={busy}
            label={`Read: ${what}`}
            onClick={() => void make(look)}
          >
            Read
          </Button>
        )}
        <Button
          kind="quiet"
          small
          disabled={busy}
          label={`Save to print: ${what}`}
          onClick={() => void make(save)}
        >
          Save to print (PDF)
        </Button>
        <span role="status">{said}</span>
      </div>
      {shown && (
        <Suspense fallback={<Loading what="pages" />}>
          <PdfPages bytes={shown} />
        </Suspense>
      )}
    </>
  )
}

async function save(name: string, bytes: Uint8Array): Promise<string> {
  const how = await saveFile(name, bytes).catch(() => 'failed' as const)
  if (how === 'saved') return `${name} is saved`
  return how === 'cancelled'
    ? 'Nothing was saved'
    : 'The file could not be saved there. Choose another folder'
}
