import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { act } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { MakingProgress } from './making-progress.tsx'
import { useSaving } from './use-saving.ts'

/** The report in every format with its records, signed as a whole, for a reader without an account. */
export function SealPack({ reportId }: { reportId: string }) {
  const { said, save } = useSaving()
  const [busy, setBusy] = useState(false)
  const seal = async () => {
    setBusy(true)
    await save(() => act.assurance.pack.mutate({ reportId }))
    setBusy(false)
  }
  return (
    <Section title="Sealed pack">
      {said && <Banner title={said.text} tone={said.good ? 'good' : 'danger'} />}
      <p>
        One ZIP with every format, the records behind the figures of a restricted report, and a page
        that opens in any browser without a network. The unit signs the whole: a changed, missing or
        added byte shows. Give your fingerprint by telephone or letter, not with the pack.
      </p>
      <div className="app-buttons">
        <Button disabled={busy} onClick={() => void seal()}>
          {busy ? 'Sealing the pack' : 'Seal the pack and save it'}
        </Button>
        <Link to="/assurance/verify">Verify a pack</Link>
      </div>
      <MakingProgress busy={busy} />
    </Section>
  )
}
