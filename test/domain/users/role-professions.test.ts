import { describe, expect, test } from 'vitest'
import { type Permission, permissions, permits } from '#domain/users/permissions.ts'
import { isNurseOrDoctor, permitsPerson } from '#domain/users/role-professions.ts'
import { type Role, roles } from '#domain/users/roles.ts'
import { type Profession, professions } from '#domain/users/staff.ts'
import { linesUnder } from '../unwell-baby/page.ts'

const registered: readonly Profession[] = ['registered-nurse', 'consultant', 'doctor']

describe('what needs a profession beside the role', () => {
  test.each(linesUnder('unwell-baby', '19. Who signs'))('line %s', (_, column) => {
    const role = column('role') as Role
    const those = (answer: string) => (answer === 'yes' ? registered : [])
    expect(professions.filter((one) => permitsPerson(role, one, 'episode:outcome'))).toEqual(
      those(column('signs an outcome (decision 26)')),
    )
    expect(
      professions.filter((one) => permits(role, 'episode:record') && isNurseOrDoctor(one)),
    ).toEqual(those(column('rules infection out (decision 24)')))
  })

  test('every role has its line', () => {
    const lines = linesUnder('unwell-baby', '19. Who signs').map(([, column]) => column('role'))
    expect(lines).toEqual(roles)
  })

  test('a ward doctor, who has no role of their own, signs; a psychologist of the same role does not', () => {
    expect(permitsPerson('other-clinician', 'doctor', 'episode:outcome')).toBe(true)
    expect(permitsPerson('other-clinician', 'psychologist', 'episode:outcome')).toBe(false)
  })

  test('a profession that the register does not know permits nothing that needs one', () => {
    expect(permitsPerson('nurse', '', 'episode:outcome')).toBe(false)
  })

  test('everything else goes by the role alone', () => {
    const byRole = permissions.filter((one): one is Permission => one !== 'episode:outcome')
    for (const permission of byRole)
      for (const role of roles)
        for (const profession of professions)
          expect(permitsPerson(role, profession, permission)).toBe(permits(role, permission))
  })
})
