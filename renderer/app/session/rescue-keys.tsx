import { useState } from 'react'
import { act, readings, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

type RestoreKeysProps = { kind: 'beside' } | { kind: 'backup'; file: string; onBack: () => void }

/**
 * Puts a key file back: a backup's copy, or the earlier one that lies beside. It needs no password, because only
 * its own passwords open anything; the one that was there is kept.
 */
export function RestoreKeys(props: RestoreKeysProps) {
  const restoreKeys = useCommand(act.store.rescueKeys.mutate)
  const [fault, setFault] = useState<string>()
  const press = async () => {
    const reply = await restoreKeys(props.kind === 'backup' ? { file: props.file } : {})
    if (!reply.ok) return setFault(reply.failure.message)
    await readings.resetQueries()
    if (props.kind === 'backup') props.onBack()
  }
  return (
    <>
      {fault && <Banner title={fault} tone="danger" urgent />}
      <p>
        {props.kind === 'backup'
          ? 'The record itself may be whole: put back only the key file, and try to sign in. Passwords that were changed after this backup are the old ones again.'
          : 'An earlier key file of these records lies beside it. Passwords that were changed since are the old ones again.'}
      </p>
      <p>
        <Button onClick={() => void press()}>
          {props.kind === 'backup'
            ? 'Put back the key file of this backup'
            : 'Put back the earlier key file'}
        </Button>
      </p>
    </>
  )
}
