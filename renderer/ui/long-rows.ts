import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** A table longer than this draws only what is near the screen. */
export const drawnWhole = 100
const nearby = 15
const guessedHeight = 52

/**
 * Which rows of a long table are drawn: those near the screen, with room kept for the others; for printing,
 * all of them. A short table is always drawn whole.
 */
export function useLongRows(count: number) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [isPrinting, print] = useState(false)
  const [top, setTop] = useState(0)
  useEffect(() => {
    const before = () => flushSync(() => print(true))
    const after = () => print(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY)
  }, [])
  const isLong = count > drawnWhole && !isPrinting
  const rows = useWindowVirtualizer({
    count,
    enabled: isLong,
    estimateSize: () => guessedHeight,
    overscan: nearby,
    scrollMargin: top,
  })
  if (!isLong) return { body, measure: undefined, drawn: undefined, above: 0, below: 0 }
  const drawn = rows.getVirtualItems()
  return {
    body,
    measure: rows.measureElement,
    drawn: drawn.map(({ index }) => index),
    above: (drawn[0]?.start ?? top) - top,
    below: rows.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top),
  }
}
