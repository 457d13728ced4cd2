import { useState } from 'react'
import type { LockReason } from '#domain/shared/wire.ts'
import { read, useRead } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Button } from '../../ui/button.tsx'
import { LockedBeds } from './locked-beds.tsx'
import { Recover } from './recover.tsx'
import { SignIn } from './sign-in.tsx'

interface LockScreenProps {
  ended: LockReason | undefined
  onSignedIn: () => void
}

/** What is shown while nobody is signed in: what is late, by bed alone (decision 5), and the sign-in. */
export function LockScreen({ ended, onSignedIn }: LockScreenProps) {
  const shown = useRead(read.session.lockScreen.queryOptions(undefined))
  const [recovering, recover] = useState(false)
  const items = shown.state === 'ready' ? shown.value.items : []
  if (recovering) return <Recover onDone={() => recover(false)} />
  return (
    <Alone title="Sign in" wide={items.length > 0}>
      <div className={items.length > 0 ? 'app-columns' : undefined}>
        <div>
          <SignIn ended={ended} onSignedIn={onSignedIn} />
          <p>
            <Button kind="quiet" small onClick={() => recover(true)}>
              Open with the recovery code
            </Button>
          </p>
        </div>
        {items.length > 0 && <LockedBeds items={items} />}
      </div>
    </Alone>
  )
}
