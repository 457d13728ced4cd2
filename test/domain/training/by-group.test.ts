import { describe, expect, it } from 'vitest'
import { complianceByGroup } from '#domain/training/by-group.ts'
import { aCertificate, aPerson, factsOf } from './builders.ts'

const cut = { at: '2026-07-05T09:00:00.000Z', auditSeq: 100 }
const on = '2026-06-30'

const facts = factsOf(
  [
    aPerson({ staffId: 'nurse' }),
    aPerson({ staffId: 'bank nurse', employment: 'bank' }),
    aPerson({ staffId: 'agency doctor', profession: 'doctor', employment: 'agency' }),
    aPerson({ staffId: 'consultant', profession: 'consultant' }),
    aPerson({ staffId: 'visitor', profession: 'commissioner' }),
    aPerson({ staffId: 'left', leftOn: '2026-06-29' }),
  ],
  [
    aCertificate({ staffId: 'nurse', completedOn: '2026-01-01', agenciesPresent: ['police'] }),
    aCertificate({ staffId: 'consultant', completedOn: '2020-01-01' }),
    aCertificate({ staffId: 'agency doctor', completedOn: '2026-02-01' }),
  ],
)

describe('compliance by profession', () => {
  const lines = complianceByGroup(facts, on, cut)
  const line = (group: string) => lines.find((one) => one.group === group)

  it('has doctors first, bank and agency apart, and totals last', () => {
    expect(lines.map(({ group, n }) => [group, n])).toEqual([
      ['Consultant', 1],
      ['Doctor, other grade, agency', 1],
      ['Commissioner', 1],
      ['Registered nurse', 1],
      ['Registered nurse, bank', 1],
      ['All doctors', 2],
      ['All bank and agency', 2],
      ['Everybody', 5],
    ])
  })

  it('counts as the measures do: who is exempt is in nobody’s rate', () => {
    expect(line('All doctors')?.level).toMatchObject({ pass: 1, fail: 1, denominator: 2 })
    expect(line('Everybody')?.level).toMatchObject({ pass: 2, fail: 2, notEligible: 1 })
    expect(line('Registered nurse')?.multiAgency).toMatchObject({ pass: 1, denominator: 1 })
    expect(line('Commissioner')?.level).toMatchObject({ denominator: 0, rate: null })
  })

  it('is asked as of any date', () => {
    const earlier = complianceByGroup(facts, '2022-06-30', cut)
    expect(earlier.find(({ group }) => group === 'All doctors')?.level).toMatchObject({
      pass: 1,
      fail: 1,
    })
  })
})
