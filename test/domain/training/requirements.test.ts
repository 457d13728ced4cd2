import { describe, expect, it } from 'vitest'
import { requirementFor, trainingRequirementsSchema } from '#domain/training/requirements.ts'
import { roles } from '#domain/users/roles.ts'
import { shipped } from './builders.ts'

describe('the shipped requirements', () => {
  it('name the seventeen topics and the levels of the fifth edition', () => {
    expect(shipped.topics.map((topic) => topic.id)).toEqual(
      Array.from({ length: 17 }, (_, i) => `TRN-${String(i + 1).padStart(2, '0')}`),
    )
    expect(shipped.levels.map((level) => [level.code, level.name])).toEqual([
      ['1', 'Recognition'],
      ['2', 'Response'],
      ['3', 'Action and expertise'],
      ['4', 'Leadership role and additional responsibility'],
      ['5', 'Strategic oversight and system response'],
      ['board', 'Accountability'],
    ])
    expect(shipped.careProceedingsTopics).toEqual([
      ...['TRN-01', 'TRN-02', 'TRN-03', 'TRN-04', 'TRN-05'],
    ])
  })

  it('hold every clinical profession and doctors to level 3, with other agencies', () => {
    for (const profession of [
      'consultant',
      'doctor',
      'registered-nurse',
      'nursery-nurse',
      'psychologist',
      'social-worker',
    ])
      expect(requirementFor(shipped, profession, [])).toMatchObject({
        level: '3',
        multiAgency: true,
      })
  })

  it.each([
    ['support-services', [], '1'],
    ['administration', [], '2'],
    ['registered-nurse', ['ward-manager'], '3'],
    ['registered-nurse', ['safeguarding-lead'], '4'],
    ['administration', ['safeguarding-lead'], '4'],
    ['a profession nobody listed', [], '3'],
  ] as const)('ask of a %s with roles %j level %s', (profession, personRoles, level) => {
    expect(requirementFor(shipped, profession, personRoles)?.level).toBe(level)
  })

  it('ask nothing of a commissioner, who only visits', () => {
    expect(requirementFor(shipped, 'commissioner', ['commissioner'])).toBeUndefined()
  })

  it('leave nobody of a clinical role without a requirement', () => {
    for (const role of roles) expect(requirementFor(shipped, 'unknown', [role])).toBeDefined()
  })

  it('join the topics of every requirement that matches', () => {
    const both = requirementFor(shipped, 'administration', ['nurse'])
    expect(both?.level).toBe('3')
    expect(both?.topics).toHaveLength(17)
  })
})

describe('an edited set', () => {
  const parse = (changes: object) =>
    trainingRequirementsSchema.safeParse({ ...shipped, ...changes }).error?.issues[0]?.message

  it('is refused in words where its parts do not fit', () => {
    expect(parse({ otherwise: 'REQ-99' })).toBe('There is no requirement REQ-99')
    expect(parse({ careProceedingsTopics: ['TRN-99'] })).toBe(
      'Care proceedings names topic TRN-99, which is not in the list',
    )
    expect(parse({ topics: [...shipped.topics, ...shipped.topics] })).toBe('An id is there twice')
    const [first] = shipped.starters
    expect(parse({ starters: [{ ...first, days: 5, months: 5 }] })).toBe('Give days or months')
    expect(parse({ starters: [{ ...first, level: '9' }] })).toBe(
      "A starter's limit names level 9, which is not in the list",
    )
  })
})
