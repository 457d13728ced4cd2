import { useEffect, useState } from 'react'
import { epochMs } from '#domain/shared/calendar.ts'
import { act } from '../../api.ts'

const everyMs = 60_000
/** An answer that took longer than this says too little of the time: it is asked again soon. */
const slowMs = 1000

/**
 * What the service's clock is ahead of this screen's, asked anew each minute: the screen trusts no clock of its
 * own. Reckoned from the moment of the answer, so that what is pressed here is never ahead of the service,
 * which refuses a time to come, however long the question waited (a store that is still being opened).
 */
export function useClockOffset(): number {
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    let here = true
    let soon: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const asked = Date.now()
      const reply = await act.session.lockScreen.query(undefined).catch(() => undefined)
      if (!here || !reply?.ok) return
      const answered = Date.now()
      setOffset(epochMs(reply.value.now) - answered)
      clearTimeout(soon)
      if (answered - asked > slowMs) soon = setTimeout(() => void ask(), slowMs)
    }
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    return () => {
      here = false
      clearInterval(timer)
      clearTimeout(soon)
    }
  }, [])
  return offset
}
