import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUtf8, judgeFile, mostFileBytes } from '#domain/documents/file-kinds.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : part,
    ),
  )
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

describe('the kind of a file', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n...\n%%EOF\n'), 'application/pdf'],
    ['a picture', bytes(png, [0, 0], 'IEND', [1, 2, 3, 4]), 'image/png'],
    ['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9]), 'image/jpeg'],
    ['a letter in Welsh', new TextEncoder().encode('Tŷ-Gwyn\r\n\tllythyr'), 'text/plain'],
  ])('%s is known by its content', (_what, content, mediaType) => {
    expect(judgeFile(content)).toEqual({ mediaType })
  })

  it.each([
    ['nothing', bytes(''), /empty/],
    ['a PDF without its end', bytes('%PDF-1.7\n...'), /PDF is cut short/],
    ['a picture without its end', bytes(png, [0, 0]), /cut short/],
    ['a program', bytes('MZ', [0x90, 0, 3]), /not a PDF/],
    ['a page with a PDF somewhere in it', bytes([0, 1], '%PDF-1.7 %%EOF'), /not a PDF/],
    ['broken text', bytes('abc', [0xc3, 0x28]), /not a PDF/],
    ['more than 25 MB', new Uint8Array(mostFileBytes + 1), /larger than 25 MB/],
  ])('%s is refused with a reason', (_what, content, reason) => {
    expect(judgeFile(content)).toEqual({ fault: expect.stringMatching(reason) })
  })

  it('takes as text just what a decoder takes', () => {
    const strict = new TextDecoder('utf-8', { fatal: true })
    const decodes = (content: Uint8Array) => {
      try {
        strict.decode(content)
        return true
      } catch {
        return false
      }
    }
    const nearly = fc.array(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          nearly.map((all) => Uint8Array.from(all)),
        ),
        (content) => {
          expect(isUtf8(content)).toBe(decodes(content))
        },
      ),
    )
  })
})
