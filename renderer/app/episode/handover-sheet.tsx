import { useState } from 'react'
import { act, saveFile } from '../../api.ts'
import { Button } from '../../ui/button.tsx'

/** One page to hand to the hospital with the baby, made as the record stands now; it needs no network. */
export function HandoverSheet({ episodeId }: { episodeId: string }) {
  const [state, say] = useState<'idle' | 'making' | 'failed'>('idle')
  const print = async () => {
    say('making')
    try {
      const reply = await act.unwellBaby.handover.query({ episodeId })
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
      <Button kind="quiet" small disabled={state === 'making'} onClick={() => void print()}>
        {state === 'making' ? 'Making the sheet' : 'Handover sheet (PDF)'}
      </Button>
      {state === 'failed' && <span role="alert">The sheet was not made. Try again</span>}
    </>
  )
}
