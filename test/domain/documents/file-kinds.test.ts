import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOfText, isUtf8, judgeFile, mostFileBytes } from '#domain/documents/file-kinds.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : part,
    ),
  )
/** As Windows Notepad saves "Unicode": little end first, with its mark. */
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

describe('the kind of a file', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n...\n%%EOF\n'), 'application/pdf'],
    ['a picture', bytes(png, [0, 0]), 'image/png'],
    ['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'image/jpeg'],
    ['a letter in Welsh', new TextEncoder().encode('Tŷ-Gwyn\r\n\tllythyr'), 'text/plain'],
    ['the same as Windows writes it', utf16('Tŷ-Gwyn\r\n\tllythyr'), 'text/plain'],
  ])('%s is known by its content', (_what, content, mediaType) => {
    expect(judgeFile(content)).toEqual({ mediaType })
  })

  it.each([
    ['nothing', bytes(''), /empty/],
    ['a PDF without its end', bytes('%PDF-1.7\n...'), /PDF is cut short/],
    ['a program', bytes('MZ', [0x90, 0, 3]), /not a PDF/],
    ['a page with a PDF somewhere in it', bytes([0, 1], '%PDF-1.7 %%EOF'), /not a PDF/],
    ['broken text', bytes('abc', [0xc3, 0x28]), /looks like text.*UTF-8/],
    ['text of an old editor', bytes('T', [0xfd], '-Gwyn'), /looks like text.*UTF-8/],
    ['UTF-16 without its mark', utf16('Gwyn').slice(2), /looks like text.*UTF-8/],
    ['UTF-16 cut in a letter', utf16('Gwyn').slice(0, -1), /looks like text.*UTF-8/],
    ['UTF-16 with a bell in it', utf16('Gw\u0007yn'), /not a PDF/],
    ['more than 25 MB', new Uint8Array(mostFileBytes + 1), /larger than 25 MB/],
  ])('%s is refused with a reason', (_what, content, reason) => {
    expect(judgeFile(content)).toEqual({ fault: expect.stringMatching(reason) })
  })

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s just as a decoder does', (label) => {
    const mark = label === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]
    const strict = new TextDecoder(label, { fatal: true })
    const decodes = (content: Uint8Array) => {
      try {
        // Control characters are no letters: none is among these units.
        strict.decode(content)
        return label
      } catch {
        return undefined
      }
    }
    const unit = fc.constantFrom(0x41, 0xfd, 0x0a, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0x2028)
    fc.assert(
      fc.property(fc.array(unit), fc.boolean(), (units, isCut) => {
        const all = units.flatMap((one) => {
          const pair = [one & 0xff, one >> 8]
          return label === 'utf-16le' ? pair : pair.reverse()
        })
        const content = Uint8Array.from([...mark, ...all, ...(isCut ? [0x41] : [])])
        expect(encodingOfText(content)).toBe(decodes(content))
      }),
    )
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
