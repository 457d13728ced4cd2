import { useEffect } from 'react'
import { read, useRead } from '../../api.ts'
import { soundPulses } from '../../ui/pulses.ts'
import { useTicking } from '../../ui/service-clock.tsx'
import { heardNow, patterns } from './patterns.ts'

/** A limit can run out without anybody writing anything: the service is asked again this often. */
const askEveryMs = 10_000

/**
 * Sounds while an unwell baby waits for help, or is not back from leave (decision 32), signed in or not. It stops when what is asked for
 * is recorded, not when somebody is tired of it.
 */
export function EpisodeAlarm() {
  const shown = useRead({
    ...read.session.lockScreen.queryOptions(undefined),
    refetchInterval: askEveryMs,
  })
  const now = useTicking(1000)
  const heard = shown.state === 'ready' ? heardNow(shown.value.items, now) : null
  useEffect(() => {
    if (!heard) return
    const { pulses, hertz, everyMs } = patterns[heard]
    soundPulses(pulses, hertz)
    const timer = setInterval(() => soundPulses(pulses, hertz), everyMs)
    return () => clearInterval(timer)
  }, [heard])
  return null
}
