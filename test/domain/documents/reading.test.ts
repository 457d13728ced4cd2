import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOf, rangesOf, readingInput, readingText, totalOf } from '#domain/documents/reading.ts'

const sitting = (pagesSeen: string, seconds: number) => ({
  readerId: 'nurse',
  receivedId: 'report',
  receivedVersion: 1,
  openedAt: '2026-11-23T09:00:00.000Z',
  pages: 14,
  pagesSeen,
  seconds,
})

describe('the reading of a document', () => {
  it('keeps pages as ranges, and finds them again', () => {
    expect(rangesOf([3, 1, 2, 7, 7])).toBe('1-3 7')
    expect(rangesOf([])).toBe('')
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (pages) => {
        expect(pagesOf(rangesOf(pages))).toEqual([...pages].sort((a, b) => a - b))
      }),
    )
  })

  it('counts a page once, in however many sittings it was seen', () => {
    const total = totalOf([sitting('1-5', 40), sitting('4-12', 320)])
    expect(total).toEqual({ pages: 14, seen: 12, seconds: 360, sittings: 2 })
    expect(total && readingText(total)).toBe('12 of 14 pages in view, 6 min')
    expect(totalOf([])).toBeNull()
  })

  it('says nothing of pages where there is one', () => {
    expect(readingText({ pages: 1, seen: 1, seconds: 20, sittings: 1 })).toBe('in view, 20 s')
  })

  it('refuses a page that the document has not', () => {
    const input = { receivedId: crypto.randomUUID(), version: 1, pages: 2, seen: [3], seconds: 1 }
    expect(readingInput.safeParse(input).success).toBe(false)
    expect(readingInput.safeParse({ ...input, seen: [2] }).success).toBe(true)
  })
})
