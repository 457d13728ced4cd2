import type { ReactNode } from 'react'
import { read, useRead } from '../../api.ts'
import { SignerNoticeProvider } from '../../ui/form/signer-notice.tsx'
import { useMay } from './me.ts'

// A course can lapse at midnight while the screen stays open.
const againMs = 5 * 60_000

/** Tells every signature field how the person's own training stands (decision 11). */
export function OwnSigning({ children }: { children: ReactNode }) {
  return useMay('training:read') ? <Told>{children}</Told> : children
}

function Told({ children }: { children: ReactNode }) {
  const own = useRead({
    ...read.training.ownSigning.queryOptions(undefined),
    refetchInterval: againMs,
  })
  const { may, message } = own.state === 'ready' ? own.value : { may: 'sign', message: null }
  const notice = message === null ? undefined : { message, needsReason: may === 'not' }
  return <SignerNoticeProvider notice={notice}>{children}</SignerNoticeProvider>
}
