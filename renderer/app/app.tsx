import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { assertNever } from '#domain/shared/failure.ts'
import type { LockReason } from '#domain/shared/wire.ts'
import { read, readings, useRead } from '../api.ts'
import { ServiceClock } from '../ui/service-clock.tsx'
import { EpisodeAlarm } from './alarm/episode-alarm.tsx'
import { useApplied } from './display.tsx'
import { FaultBoundary } from './fault-screen.tsx'
import { Ready } from './reading.tsx'
import { FirstRun } from './session/first-run.tsx'
import { LockScreen } from './session/lock-screen.tsx'
import { SignedIn } from './session/signed-in.tsx'
import { StoreProblem } from './session/store-problem.tsx'
import { useClockOffset } from './session/use-clock-offset.ts'
import { useServiceEvents } from './session/use-service-events.ts'

/** The whole screen: which of first run, problem, lock screen and the app itself is shown. */
export function App() {
  return (
    <QueryClientProvider client={readings}>
      <FaultBoundary>
        <Stages />
      </FaultBoundary>
    </QueryClientProvider>
  )
}

type Who = { signedIn: true } | { signedIn: false; ended?: LockReason }

function Stages() {
  const [who, setWho] = useState<Who>({ signedIn: false })
  const [settingUp, setSettingUp] = useState(false)
  const onLocked = useCallback((ended: LockReason) => setWho({ signedIn: false, ended }), [])
  useApplied()
  useServiceEvents(onLocked)
  const offsetMs = useClockOffset()
  const store = useRead(read.setup.state.queryOptions(undefined))
  return (
    <ServiceClock offsetMs={offsetMs}>
      <EpisodeAlarm />
      <Ready reading={store} what="unit">
        {(found) => {
          // The code is still on the screen when the store is there already.
          if (settingUp || found.state === 'none')
            return (
              <FirstRun onStart={() => setSettingUp(true)} onDone={() => setSettingUp(false)} />
            )
          switch (found.state) {
            case 'problem':
              return <StoreProblem problem={found.problem} />
            case 'open':
            case 'closed':
              return who.signedIn && found.state === 'open' ? (
                <SignedIn />
              ) : (
                <LockScreen
                  ended={who.signedIn ? 'closed' : who.ended}
                  onSignedIn={() => setWho({ signedIn: true })}
                />
              )
            default:
              return assertNever(found)
          }
        }}
      </Ready>
    </ServiceClock>
  )
}
