import { useEffect, useState } from 'react'
import { epochMs } from '#domain/shared/calendar.ts'
import { act } from '../../api.ts'

const everyMs = 60_000

/** What the service's clock is ahead of this screen's, asked anew each minute: the screen trusts no clock of its own. */
export function useClockOffset(): number {
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    let here = true
    const ask = async () => {
      const asked = Date.now()
      const reply = await act.session.lockScreen.query(undefined).catch(() => undefined)
      if (!here || !reply?.ok) return
      const middle = (asked + Date.now()) / 2
      setOffset(Math.round(epochMs(reply.value.now) - middle))
    }
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [])
  return offset
}
