import { useState } from 'react'
import { act } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'
import { useSaving } from '../assurance/use-saving.ts'

/** Has the regional summary of these packs made, and saves it where the person says. */
export function SaveSummary({ packs, count = false }: { packs: string[]; count?: boolean }) {
  const { said, save } = useSaving()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await save(() => act.desk.summary.mutate({ packIds: packs }))
    setBusy(false)
  }
  const label = count
    ? `Save the regional summary of the ${packs.length}`
    : 'Save the regional summary'
  return (
    <>
      {said && <Banner title={said.text} tone={said.good ? 'good' : 'danger'} />}
      <Button kind="quiet" small disabled={busy || packs.length === 0} onClick={() => void run()}>
        {busy ? 'Making the summary' : label}
      </Button>
      <MakingProgress busy={busy} />
    </>
  )
}
