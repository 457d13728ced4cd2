import { useCallback, useEffect, useRef, useState } from 'react'
import { useDrafts } from './drafts.tsx'

export type Typed = Record<string, unknown>

interface Draft {
  /** Still looking whether there is one. */
  loading: boolean
  /** What was typed last time and never saved. */
  found: Typed | undefined
  /** Keeps what is typed, a moment after the last key. */
  keep(typed: Typed): void
  /** Forgets it: the record was saved, or the person wants to start again. */
  clear(): Promise<void>
  state: 'none' | 'keeping' | 'kept' | 'failed'
}

const pauseMs = 600

const unwritten = new Set<() => Promise<void>>()

/** Writes at once whatever waits to be kept; call it before the session is ended. */
export async function settleDrafts(): Promise<void> {
  await Promise.all([...unwritten].map((write) => write()))
}

/** Autosaves a form's draft under a name; does nothing without a name or a store of drafts. */
export function useDraft(form: string | undefined): Draft {
  const drafts = useDrafts()
  const [loaded, setLoaded] = useState<{ form: string | undefined; found: Typed | undefined }>()
  const [state, setState] = useState<Draft['state']>('none')
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<Typed>(undefined)

  useEffect(() => {
    if (!drafts || !form) {
      setLoaded({ form, found: undefined })
      return
    }
    let here = true
    drafts.load(form).then(
      (found) => here && setLoaded({ form, found: asTyped(found) }),
      () => here && setLoaded({ form, found: undefined }),
    )
    return () => {
      here = false
    }
  }, [drafts, form])

  const write = useCallback(
    async (typed: Typed) => {
      if (!drafts || !form) return
      try {
        await drafts.save(form, typed)
        setState('kept')
      } catch {
        setState('failed')
      }
    },
    [drafts, form],
  )

  // What was typed in the last moment before the page is left, or the screen locked, is kept too.
  useEffect(() => {
    const settle = async () => {
      if (waiting.current === undefined || last.current === undefined) return
      clearTimeout(waiting.current)
      waiting.current = undefined
      await write(last.current)
    }
    unwritten.add(settle)
    return () => {
      unwritten.delete(settle)
      void settle()
    }
  }, [write])

  const keep = useCallback(
    (typed: Typed) => {
      if (!drafts || !form) return
      last.current = typed
      setState('keeping')
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => {
        waiting.current = undefined
        void write(typed)
      }, pauseMs)
    },
    [drafts, form, write],
  )

  const clear = useCallback(async () => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    last.current = undefined
    setState('none')
    if (drafts && form) await drafts.clear(form).catch(() => undefined)
  }, [drafts, form])

  return {
    loading: loaded === undefined || loaded.form !== form,
    found: loaded?.found,
    state,
    keep,
    clear,
  }
}

const asTyped = (found: unknown): Typed | undefined =>
  typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as Typed)
    : undefined
