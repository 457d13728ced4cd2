import { z } from 'zod'

/**
 * How somebody read what was received: which pages came into view, and for how long. It stands beside the
 * sign-off as it was, and decides nothing: a paper copy may have been read (product.md 2, 5c).
 */

/** More pages than any document of 25 MB has. */
const mostPages = 20_000

export const readingInput = z
  .object({
    receivedId: z.uuid(),
    version: z.int().min(1),
    pages: z.int().min(1).max(mostPages),
    /** The pages that came into view, from 1. */
    seen: z.array(z.int().min(1).max(mostPages)).max(mostPages),
    /** For how long it was in view in this sitting, in seconds. */
    seconds: z
      .int()
      .min(0)
      .max(24 * 60 * 60),
  })
  .refine(({ pages, seen }) => seen.every((page) => page <= pages), {
    path: ['seen'],
    message: 'There is no such page',
  })
export type ReadingInput = z.output<typeof readingInput>

/** Pages as they are kept: "1-3 7". */
export function rangesOf(pages: readonly number[]): string {
  const inOrder = [...new Set(pages)].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const page of inOrder) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ')
}

/** The pages behind "1-3 7". */
export const pagesOf = (ranges: string): number[] =>
  ranges
    .split(' ')
    .filter(Boolean)
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })

/** One sitting as it is kept. */
export interface Sitting {
  readerId: string
  receivedId: string
  receivedVersion: number
  openedAt: string
  pages: number
  pagesSeen: string
  seconds: number
}

export interface ReadingTotal {
  pages: number
  seen: number
  seconds: number
  sittings: number
}

/** What these sittings come to: every page that was seen in any of them, and the time of all. */
export function totalOf(sittings: readonly Sitting[]): ReadingTotal | null {
  if (sittings.length === 0) return null
  const seen = new Set(sittings.flatMap(({ pagesSeen }) => pagesOf(pagesSeen)))
  return {
    pages: Math.max(...sittings.map(({ pages }) => pages)),
    seen: seen.size,
    seconds: sittings.reduce((sum, one) => sum + one.seconds, 0),
    sittings: sittings.length,
  }
}

/** "12 of 14 pages in view, 6 min". */
export function readingText({ pages, seen, seconds }: ReadingTotal): string {
  const time = seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  const shown = pages === 1 ? 'in view' : `${seen} of ${pages} pages in view`
  return `${shown}, ${time}`
}
