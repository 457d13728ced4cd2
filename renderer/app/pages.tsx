import { useState } from 'react'
import { Button } from '../ui/button.tsx'

/** Where a long list is: `after` is the last line of the page before, undefined on the first. */
export interface Pages<Key> {
  after: Key | undefined
  isFirst: boolean
  on: (last: Key) => void
  back: () => void
}

/** The way through a long list by what its lines are ordered by: lines that come meanwhile move nothing. */
export function usePages<Key>(): Pages<Key> {
  const [starts, setStarts] = useState<Key[]>([])
  return {
    after: starts.at(-1),
    isFirst: starts.length === 0,
    on: (last) => setStarts([...starts, last]),
    back: () => setStarts(starts.slice(0, -1)),
  }
}

interface PageButtonsProps<Key> {
  pages: Pages<Key>
  /** The last line of this page, where another follows. */
  next: Key | null | undefined
  /** What the buttons say: "Newer entries", "Older entries". */
  words: { back: string; on: string }
}

/** The buttons under a page of a long list; none where it is all of it. */
export function PageButtons<Key>({ pages, next, words }: PageButtonsProps<Key>) {
  if (pages.isFirst && (next === null || next === undefined)) return null
  return (
    <div className="app-buttons app-buttons--under">
      {!pages.isFirst && (
        <Button kind="quiet" small onClick={pages.back}>
          {words.back}
        </Button>
      )}
      {next !== null && next !== undefined && (
        <Button kind="quiet" small onClick={() => pages.on(next)}>
          {words.on}
        </Button>
      )}
    </div>
  )
}
