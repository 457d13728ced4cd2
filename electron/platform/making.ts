import { refuse } from '#domain/shared/failure.ts'

/** For whom something is made: a session, or at the first run, when there is none, the house. */
interface Maker {
  session: object
}

/** What is being made for a session: how far it is, and how it is stopped. */
interface Making {
  what: string
  done: number
  /** 0 where nobody can say how many steps there are. */
  of: number
  stop: AbortController
}

const running = new WeakMap<object, Making>()

/** How far a piece of work is, as its thread says. */
export interface Progress {
  done: number
  of: number
}

/** What the work is given: to stop it by, and to say how far it is. */
export interface Steps {
  signal: AbortSignal
  said(progress: Progress): void
}

/**
 * Runs one long piece of work for the session, that its window can watch and stop. One at a time: whoever
 * presses twice is told so. What is stopped leaves nothing behind.
 */
export async function making<T>(
  { session }: Maker,
  what: string,
  work: (steps: Steps) => Promise<T>,
): Promise<T> {
  if (running.has(session))
    refuse('held', 'Something is being made in this window already. Wait for it, or stop it')
  const stop = new AbortController()
  const own: Making = { what, done: 0, of: 0, stop }
  running.set(session, own)
  try {
    return await work({
      signal: stop.signal,
      said: ({ done, of }) => Object.assign(own, { done, of }),
    })
  } catch (error) {
    if (stop.signal.aborted) refuse('held', 'Stopped, as you asked. Nothing was kept of it')
    throw error
  } finally {
    running.delete(session)
  }
}

/** What is being made for this session now; null where nothing is. */
export function makingNow({ session }: Maker) {
  const own = running.get(session)
  return own ? { what: own.what, done: own.done, of: own.of } : null
}

/** Stops what is being made for this session; answers whether there was anything. */
export function stopMaking({ session }: Maker): { stopped: boolean } {
  const own = running.get(session)
  own?.stop.abort(new Error('Stopped'))
  return { stopped: own !== undefined }
}
