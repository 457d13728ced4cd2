import { useEffect, useState } from 'react'

const pauseMs = 200

/** The text once typing has paused: every search is logged, so not every letter is one. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
