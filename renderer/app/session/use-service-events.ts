import { useEffect } from 'react'
import type { LockReason, WorkerEvent } from '#domain/shared/wire.ts'
import { forgetReadings, onServiceEvent, readings } from '../../api.ts'

/** Tables whose change is on no screen; a read that is logged must not cause another read. */
const unseen = new Set(['audit', 'audit_entry', 'operation', 'draft', 'record'])

/** Reads again what is shown when something changed; wipes all that was read when the session ended. */
export function useServiceEvents(onLocked: (why: LockReason) => void) {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      clearTimeout(waiting)
      waiting = setTimeout(forgetReadings, 40)
    }
    const stop = onServiceEvent((event: WorkerEvent) => {
      switch (event.kind) {
        case 'changed':
          if (event.tables.some((table) => !unseen.has(table))) readAgain()
          break
        case 'locked':
          readings.clear()
          onLocked(event.why)
          break
        case 'store':
          readAgain()
          break
        case 'progress':
          break
      }
    })
    return () => {
      clearTimeout(waiting)
      stop()
    }
  }, [onLocked])
}
