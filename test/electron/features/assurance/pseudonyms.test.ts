import { describe, expect, it } from 'vitest'
import { makePseudonyms } from '../../../../electron/features/assurance/pseudonyms.ts'

const key = (byte: number) => new Uint8Array(32).fill(byte)

describe('pseudonyms', () => {
  it('are the same within a report and say what kind of thing they stand for', () => {
    const { of } = makePseudonyms(key(1))
    expect(of('baby', 'a')).toMatch(/^B-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(of('baby', 'a')).toBe(of('baby', 'a'))
    expect(of('baby', 'a')).not.toBe(of('baby', 'b'))
    expect(of('baby', 'a').slice(2)).not.toBe(of('stay', 'a').slice(2))
  })

  it('cannot be linked between two reports', () => {
    expect(makePseudonyms().of('baby', 'a')).not.toBe(makePseudonyms().of('baby', 'a'))
  })

  it('are known values for a known key, so that no change to them goes unseen', () => {
    expect(makePseudonyms(key(1)).of('stay', '01890a5d')).toBe('S-VGSFW-2JBKH')
  })

  it('are all different over a hundred thousand records', () => {
    const { of } = makePseudonyms(key(2))
    const seen = new Set(Array.from({ length: 100_000 }, (_, n) => of('record', String(n))))
    expect(seen.size).toBe(100_000)
  })

  it('cannot be made once the key is destroyed, and do not wipe the key that was lent', () => {
    const lent = key(3)
    const pseudonyms = makePseudonyms(lent)
    pseudonyms.destroy()
    expect(() => pseudonyms.of('baby', 'a')).toThrow('destroyed')
    expect(lent).toEqual(key(3))
  })
})
