import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordFault } from '#domain/users/passwords.ts'

describe('a password', () => {
  test.each([
    'correct horse battery',
    'violet anchor teapot',
    'siân-anchor-teapot',
    '我的密码是很长的一句话啊',
  ])('is taken: %s', (password) => {
    expect(passwordFault(password, 's.okafor')).toBeNull()
  })

  test.each([
    ['too short', 'short'],
    ['eleven characters', 'abcdefghij1'],
    ['too long', 'ab cd ef gh '.repeat(20)],
    ['the sign-in name', 'S.Okafor is my name'],
    ['a common word with digits', 'Password123456'],
    ['a common word with signs for letters', 'P@$$w0rd!!!!'],
    ['a common word twice', 'letmeinletmein'],
    ['figures in a row', '123456789012'],
    ['figures alone', '90817263544500'],
    ['letters in a row', 'abcdefghijklm'],
    ['the keyboard', 'qwertyuiop12'],
    ['one letter', 'aaaaaaaaaaaaaa'],
    ['two letters in turn', 'abababababab'],
  ])('is refused: %s', (_what, password) => {
    expect(passwordFault(password, 's.okafor')).toMatch(/^[A-Z].{10,}/)
  })

  test('is judged in one form, however its accents were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 30 }), (typed) => {
        expect(passwordFault(typed.normalize('NFD'), 'x.y')).toBe(
          passwordFault(typed.normalize('NFC'), 'x.y'),
        )
      }),
    )
  })
})
