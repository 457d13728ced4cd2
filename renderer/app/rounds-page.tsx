import { read, useRead } from '../api.ts'
import { Rounds } from '../features/supervision/rounds.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { bedTitle } from './people/bed-title.ts'
import { Ready } from './reading.tsx'
import { useMe } from './session/me.ts'

/** The rounds of the ward: every baby, when it is due, and one tap each. */
export function RoundsPage() {
  const me = useMe()
  const view = useRead({
    ...read.supervision.rounds.queryOptions(undefined),
    refetchInterval: 30_000,
  })
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Round" under="One tap for each baby, then sign once." />
      <Ready reading={view} what="rounds">
        {(value) => <Rounds view={value} signer={me.name} bedTitle={bedTitle} />}
      </Ready>
    </div>
  )
}
