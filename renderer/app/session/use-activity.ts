import { useEffect } from 'react'
import { act } from '../../api.ts'

const atMostEveryMs = 20_000

/** Tells the service that somebody is using the window, so that it does not lock under their hands. */
export function useActivity() {
  useEffect(() => {
    let last = 0
    const tell = () => {
      const now = performance.now()
      if (last !== 0 && now - last < atMostEveryMs) return
      last = now
      act.session.active.mutate(undefined).catch(() => undefined)
    }
    const signs = ['keydown', 'pointerdown', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell)
    }
  }, [])
}
