import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequirementModel } from '#domain/assurance/report-model.ts'
import type { Role } from '#domain/users/roles.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

const november = { first: '2026-11-01', last: '2026-11-30' }
let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const because = 'A social worker told us that she was not asked.'
const asked = (change: object = {}) => ({
  ...november,
  requirement: '5d',
  level: 'not-tested',
  because,
  version: null,
  ...change,
})
const seen = (role: Role) =>
  unit.as(role).ok<{
    requirement: RequirementModel
    set: { id: string; version: number; side: string }[]
  }>('assurance.requirement', { ...november, requirement: '5d' })

describe('a level that a person sets', () => {
  it('needs a reason in words, and a level that there is', async () => {
    const fails = (change: object) =>
      unit.as('ward-manager').fails('assurance.setLevel', asked(change))
    expect((await fails({ because: '...' })).fields?.[0]?.field).toBe('because')
    expect((await fails({ level: 'splendid' })).fields?.[0]?.message).toBe('Choose a level')
    expect((await fails({ requirement: '9z' })).fields?.[0]?.field).toBe('requirement')
  })

  it('is raised with a second signature alone, and says who set it beside the computed one', async () => {
    const raised = asked({ level: 'reasonable' })
    expect(
      (await unit.as('ward-manager').fails('assurance.setLevel', raised)).fields?.[0]?.message,
    ).toContain('second signature')
    await unit
      .as('ward-manager')
      .ok('assurance.setLevel', raised, { second: unit.second('consultant') })
    const { requirement } = await seen('ward-manager')
    expect(requirement).toMatchObject({
      level: 'reasonable',
      computedLevel: 'not-tested',
      judgement: { reason: because, byRole: 'Ward manager', secondRole: 'Consultant' },
    })
  })

  it('keeps its reason inside the unit until somebody has cleared it', async () => {
    const { requirement } = await seen('commissioner')
    expect(requirement.judgement?.reason).toBe('withheld: free text that nobody has cleared')
  })

  it('is lowered by one person, who has seen how it stands', async () => {
    expect((await unit.as('ward-manager').fails('assurance.setLevel', asked())).code).toBe('clash')
    await unit.as('safeguarding-lead').ok('assurance.setLevel', asked({ version: 1 }))
    expect((await seen('ward-manager')).requirement.level).toBe('not-tested')
  })

  it('of the commissioner stands beside the unit’s, never over it, and neither takes the other’s back', async () => {
    await unit
      .as('commissioner')
      .ok('assurance.setLevel', asked({ level: 'limited', because: 'Seen on the visit.' }))
    const { requirement, set } = await seen('ward-manager')
    expect(requirement.level).toBe('not-tested')
    expect(requirement.commissioner).toMatchObject({ level: 'limited', byRole: 'Commissioner' })
    const of = (side: string) => {
      const found = set.find((one) => one.side === side)
      return { id: found?.id, version: found?.version, reason: 'Set in error' }
    }
    expect(
      (await unit.as('ward-manager').fails('assurance.takeBackLevel', of('commissioner'))).message,
    ).toContain('other side')
    await unit.as('commissioner').ok('assurance.takeBackLevel', of('commissioner'))
    expect((await seen('ward-manager')).requirement.commissioner).toBeNull()
  })

  it('is of just its period', async () => {
    const { requirement } = await unit
      .as('ward-manager')
      .ok<{ requirement: RequirementModel }>('assurance.requirement', {
        first: '2026-10-01',
        last: '2026-11-30',
        requirement: '5d',
      })
    expect(requirement.judgement).toBeNull()
  })
})
