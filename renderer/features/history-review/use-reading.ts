import { useCallback, useEffect, useRef } from 'react'
import { act, useCommand } from '../../api.ts'
import type { ContentView } from './view.ts'

/** How often what was read so far is kept while it stays open, so that a lock or a power cut loses little. */
const keepEveryMs = 120_000

/**
 * Keeps in the record that what was received is open on this screen, which pages of it came into view and
 * for how long: on leaving, before signing, and now and then between. `keep` settles once it is kept.
 */
export function useReading(current: ContentView | null) {
  const open = useCommand(act.documents.open.mutate)
  const log = useCommand(act.documents.reading.mutate)
  const receivedId = current?.receivedId
  const version = current?.version
  const hasFile = current?.mediaType != null
  const sitting = useRef<Sitting>(undefined)

  const keep = useCallback(async () => {
    const now = sitting.current
    if (!now) return
    if (!(await now.opened)) return
    const seconds = Math.round(secondsIn(now))
    if (seconds === now.kept && now.seen.size === now.keptPages) return
    now.kept = seconds
    now.keptPages = now.seen.size
    const { receivedId, version, pages, seen } = now
    await log({ receivedId, version, pages, seen: [...seen], seconds })
  }, [log])

  useEffect(() => {
    if (receivedId === undefined || version === undefined) return
    const opened = open({ receivedId, version }).then((reply) => reply.ok)
    sitting.current = {
      receivedId,
      version,
      opened,
      pages: 1,
      // What is described here, and has no file, is read as soon as it is shown.
      seen: new Set(hasFile ? [] : [1]),
      ms: 0,
      visibleSince: visibleNow(),
      kept: -1,
      keptPages: -1,
    }
    const watch = () => tick(sitting.current)
    document.addEventListener('visibilitychange', watch)
    const timer = setInterval(() => void keep(), keepEveryMs)
    return () => {
      document.removeEventListener('visibilitychange', watch)
      clearInterval(timer)
      void keep()
    }
  }, [open, keep, receivedId, version, hasFile])

  const onSeen = useCallback((page: number, of: number) => {
    if (!sitting.current) return
    sitting.current.pages = of
    sitting.current.seen.add(page)
  }, [])
  return { onSeen, keep }
}

interface Sitting {
  receivedId: string
  version: number
  opened: Promise<boolean>
  pages: number
  seen: Set<number>
  /** Time in view up to the last change of view; the clock of this screen counts, no time is told by it. */
  ms: number
  visibleSince: number | undefined
  kept: number
  keptPages: number
}

const visibleNow = () => (document.visibilityState === 'visible' ? performance.now() : undefined)

function tick(sitting: Sitting | undefined): void {
  if (!sitting) return
  if (sitting.visibleSince !== undefined) sitting.ms += performance.now() - sitting.visibleSince
  sitting.visibleSince = visibleNow()
}

function secondsIn(sitting: Sitting): number {
  tick(sitting)
  return sitting.ms / 1000
}
