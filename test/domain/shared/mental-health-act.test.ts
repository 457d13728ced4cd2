import { describe, expect, test } from 'vitest'
import {
  type MentalHealthActFact,
  mentalHealthActAt,
  mentalHealthActStatuses,
  mentalHealthActStatusOf,
} from '#domain/shared/mental-health-act.ts'

const labels = (leave: string) =>
  mentalHealthActStatuses.filter((status) => status.leave === leave).map(({ tag }) => tag)

describe('status under the Mental Health Act', () => {
  test('the Act is always named in full', () => {
    for (const { label, tag } of mentalHealthActStatuses) {
      if (/^section|^s\d/i.test(label)) {
        expect(label).toContain('Mental Health Act')
        expect(tag).toContain('Mental Health Act')
      }
    }
    expect(mentalHealthActStatusOf('03').label).toBe('Section 3, Mental Health Act')
  })

  test('leave is not possible under the seven sections of decision 28', () => {
    expect(labels('none')).toEqual(
      ['5(2)', '5(4)', '35', '36', '38', '135', '136'].map((n) => `s${n} Mental Health Act`),
    )
  })

  test('restricted patients need the Ministry of Justice', () => {
    expect(
      mentalHealthActStatuses.filter(({ leave }) => leave === 'ministry').map(({ code }) => code),
    ).toEqual(['09', '13', '15', '17', '34'])
  })

  test('nobody who is detained counts as free to leave', () => {
    for (const { detained, leave } of mentalHealthActStatuses) {
      expect(detained && leave === 'not-detained').toBe(false)
    }
    expect(mentalHealthActStatusOf('77')).toMatchObject({ detained: true, leave: 'read-order' })
  })
})

describe('her status at an instant', () => {
  const fact = (code: string, day: string, endsAt: string | null = null, recorded = day) =>
    ({
      recordId: code,
      code,
      startsAt: `2026-11-${day}T12:00:00.000Z`,
      endsAt,
      endedAt: null,
      recordedAt: `2026-11-${recorded}T12:00:00.000Z`,
    }) satisfies MentalHealthActFact
  const codeAt = (facts: MentalHealthActFact[], day: string) =>
    mentalHealthActAt(facts, `2026-11-${day}T12:00:00.000Z`)?.status.code

  test('is the latest to have started', () => {
    const facts = [fact('03', '10'), fact('01', '20'), fact('02', '05')]
    expect(['04', '05', '15', '20'].map((day) => codeAt(facts, day))).toEqual([
      undefined,
      '02',
      '03',
      '01',
    ])
  })

  test('holds past its date until somebody records what followed', () => {
    const held = fact('05', '10', '2026-11-13T12:00:00.000Z')
    expect(mentalHealthActAt([held], '2026-11-14T12:00:00.000Z')).toMatchObject({
      endUnconfirmed: true,
      status: { code: '05' },
    })
    expect(codeAt([{ ...held, recordedAt: '2026-11-13T13:00:00.000Z' }], '14')).toBe('05')
    expect(codeAt([{ ...held, endedAt: '2026-11-13T13:00:00.000Z' }], '14')).toBeUndefined()
  })

  test('of two with the same start, the one recorded later holds', () => {
    expect(codeAt([fact('02', '10', null, '10'), fact('03', '10', null, '11')], '12')).toBe('03')
  })
})
