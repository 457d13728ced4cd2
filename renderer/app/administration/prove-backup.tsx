import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useMay } from '../session/me.ts'

type Proof = Outputs['store']['proveBackup']
type State =
  | { state: 'idle' | 'busy' }
  | { state: 'proved'; proof: Proof }
  | { state: 'failed'; why: string }

/** The drill: restores the newest backup beside the records, compares everything, removes it again. */
export function ProveBackup({ file, at }: { file: string; at: string }) {
  const may = useMay('store:backup')
  const prove = useCommand(act.store.proveBackup.mutate)
  const [drill, setDrill] = useState<State>({ state: 'idle' })
  if (!may) return null
  const press = async () => {
    setDrill({ state: 'busy' })
    const reply = await prove({ file })
    setDrill(
      reply.ok
        ? { state: 'proved', proof: reply.value }
        : { state: 'failed', why: reply.failure.message },
    )
  }
  return (
    <>
      {drill.state === 'proved' && <Proved proof={drill.proof} />}
      {drill.state === 'failed' && (
        <Banner title="The backup did not come back whole" tone="danger" urgent>
          <p>{drill.why}</p>
        </Banner>
      )}
      <p>
        <Button kind="quiet" small disabled={drill.state === 'busy'} onClick={() => void press()}>
          {drill.state === 'busy'
            ? 'Restoring it beside the records and comparing'
            : 'Prove my backup'}
        </Button>{' '}
        <span className="app-quiet">
          Restores the backup of {formatDateTime(at)} into a place of its own, compares it, and
          removes it. Once a month is enough.
        </span>
      </p>
    </>
  )
}

function Proved({ proof }: { proof: Proof }) {
  const { at, rows, people, milliseconds } = proof
  const seconds = Math.max(0.1, milliseconds / 1000).toLocaleString('en-GB', {
    maximumFractionDigits: 1,
  })
  return (
    <Banner title={`The backup of ${formatDateTime(at)} came back whole`} tone="good">
      <p>
        {rows.toLocaleString('en-GB')} rows and every page were compared, and the audit holds.{' '}
        {people === 1 ? 'One person’s password opens' : `The passwords of ${people} people open`}{' '}
        it. It took {seconds} seconds.
      </p>
    </Banner>
  )
}
