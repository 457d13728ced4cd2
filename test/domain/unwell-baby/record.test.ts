import { describe, expect, test } from 'vitest'
import { type Act, faultsOfAct } from '#domain/unwell-baby/acts.ts'
import { observationSetSchema } from '#domain/unwell-baby/observation.ts'
import {
  concernSchema,
  helpContactSchema,
  outcomeSchema,
} from '#domain/unwell-baby/record-input.ts'
import { readingOfStored, signCodes, signs, storedReading } from '#domain/unwell-baby/signs.ts'
import { isNurseOrDoctor } from '#domain/users/role-professions.ts'
import { professions } from '#domain/users/staff.ts'
import {
  at,
  concern,
  contact,
  day,
  episode,
  observations,
  outcome,
  recordedSet,
  version,
} from './builders.ts'

const faultsOf = (
  schema: {
    safeParse(input: unknown): {
      success: boolean
      error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined
    }
  },
  input: unknown,
) =>
  (schema.safeParse(input).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

describe('a set of observations', () => {
  const set = { ...observations(), note: '' }
  const withReading = (code: string, reading: unknown) => ({
    ...set,
    readings: { ...set.readings, [code]: reading },
  })
  const value = (number: number, confirmed = false) => ({ kind: 'value', value: number, confirmed })

  test('is taken as it was typed', () => {
    expect(observationSetSchema.safeParse(set).success).toBe(true)
  })

  test('that is empty is refused where the first value goes; reasons alone are kept', () => {
    const empty = { ...set, readings: {}, groups: {}, consciousness: null, support: null }
    expect(faultsOf(observationSetSchema, empty)).toEqual([
      'readings.respiratory-rate.value: Nothing is entered. Enter what was measured or seen, or why it could not be measured',
    ])
    const readings = { temperature: { kind: 'not-measured', because: 'no-equipment' } }
    expect(faultsOf(observationSetSchema, { ...empty, readings })).toEqual([])
  })

  test('never takes a score', () => {
    expect(observationSetSchema.safeParse({ ...set, pews: 3 }).success).toBe(false)
  })

  test.each([
    ['heart-rate', 130.5, 'Heart rate must be a whole number'],
    ['respiratory-rate', 40.1, 'Breathing rate must be a whole number'],
    ['capillary-refill', 2.5, 'Capillary refill time must be a whole number'],
    ['temperature', 38.25, 'Temperature may have 1 place after the point at most'],
    ['temperature', 380, 'Temperature must be between 20 and 45 °C. Check the number and the unit'],
    [
      'heart-rate',
      -1,
      'Heart rate must be between 0 and 350 a minute. Check the number and the unit',
    ],
    [
      'oxygen-saturation',
      101,
      'Oxygen saturation must be between 0 and 100 %. Check the number and the unit',
    ],
  ])('%s of %d is refused', (code, number, message) => {
    expect(faultsOf(observationSetSchema, withReading(code, value(number, true)))).toEqual([
      `readings.${code}.value: ${message}`,
    ])
  })

  test('an unlikely value is asked again, and kept once it is confirmed', () => {
    expect(faultsOf(observationSetSchema, withReading('heart-rate', value(230)))[0]).toContain(
      'readings.heart-rate.confirmed: Heart rate of 230 a minute is unusual',
    )
    const kept = observationSetSchema.parse(withReading('heart-rate', value(230, true)))
    expect(kept.readings['heart-rate']).toEqual(value(230, true))
  })

  test('a reading by the name of __proto__ is dropped', () => {
    const readings = JSON.parse('{"__proto__":{"heart-rate":{"kind":"value","value":1}}}')
    const kept = observationSetSchema.parse({ ...set, readings })
    expect(kept.readings['heart-rate']).toBeUndefined()
    expect(Object.keys(kept.readings)).toEqual([])
  })

  test.each(['toString', 'pews'])('a sign that is none is refused: %s', (code) => {
    const readings = JSON.parse(`{"${code}":{"kind":"value","value":1,"confirmed":true}}`)
    expect(observationSetSchema.safeParse({ ...set, readings }).success).toBe(false)
  })

  test('what is not a number is refused', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, '38', null])
      expect(
        observationSetSchema.safeParse(
          withReading('temperature', { kind: 'value', value: number, confirmed: true }),
        ).success,
      ).toBe(false)
  })

  test('a sign that was skipped for another reason says which', () => {
    const skipped = withReading('heart-rate', { kind: 'not-measured', because: 'other' })
    expect(faultsOf(observationSetSchema, skipped)).toEqual([
      'readings.heart-rate.note: Enter why heart rate was not measured',
    ])
  })

  test('a finding in a group that nobody looked at is a contradiction', () => {
    const groups = { ...set.groups, breathing: { checked: false, because: 'No time' } }
    expect(faultsOf(observationSetSchema, { ...set, groups, findings: ['grunting'] })).toEqual([
      'groups.breathing.checked: “Grunting” is marked, so “Breathing” was looked at',
    ])
  })

  test('oxygen in a baby in air is a contradiction', () => {
    expect(faultsOf(observationSetSchema, withReading('oxygen-flow', value(1)))[0]).toContain(
      'recorded in air',
    )
  })

  test.each(signCodes)('%s is stored as a whole number and comes back the same', (code) => {
    const { possible, decimals } = signs[code]
    for (const number of [possible[0], possible[1], Number((possible[1] / 3).toFixed(decimals))]) {
      const stored = storedReading(code, number)
      expect(Number.isInteger(stored)).toBe(true)
      expect(readingOfStored(code, stored)).toBe(number)
    }
  })
})

describe('a concern', () => {
  const typed = {
    recognisedAt: at('14:02'),
    whose: 'carer',
    words: '',
    basis: { kind: 'told', by: 'Mother', on: day },
    findings: [],
    mobility: 'not-mobile',
  }
  test('needs no more than whose it is, when, and how it is known', () => {
    expect(concernSchema.safeParse(typed).success).toBe(true)
  })
  test('without its basis is refused at the field', () => {
    expect(faultsOf(concernSchema, { ...typed, basis: { kind: 'told', on: day } })).toEqual([
      'basis.by: Enter who said it, and how they know',
    ])
  })
})

describe('a contact for help', () => {
  const typed = {
    whom: '999',
    calledAt: at('14:05'),
    calledBy: 'S. Okafor',
    reached: 'yes',
    reachedAt: at('14:06'),
    reachedName: 'S. Okafor',
    advice: '',
    reference: '',
    transferAdvised: false,
    seenAt: null,
    seenBy: '',
  }
  test('holds time and name when somebody was reached', () => {
    expect(helpContactSchema.safeParse(typed).success).toBe(true)
    expect(faultsOf(helpContactSchema, { ...typed, reachedAt: null, reachedName: '' })).toEqual([
      'reachedAt: Enter when they were spoken to',
      'reachedName: Enter who on the unit spoke to 999',
    ])
  })
  test('ringing is not reaching', () => {
    expect(faultsOf(helpContactSchema, { ...typed, reached: 'no' })[0]).toContain('reached:')
  })
  test('nobody is reached before the call', () => {
    expect(faultsOf(helpContactSchema, { ...typed, reachedAt: at('14:04') })[0]).toContain('before')
  })
})

describe('what stands against an act', () => {
  const nurse = { isNurseOrDoctor: true, isNurseInCharge: true, secondIsAnother: true }
  const nursery = { isNurseOrDoctor: false, isNurseInCharge: false, secondIsAnother: false }
  const now = at('15:00')
  const left = {
    ...version(),
    episodeId: 'episode-1',
    leftAt: at('14:30'),
    destination: 'Emergency department',
    arrivedAt: null,
    handedOverTo: null,
    handedOverAt: null,
    motherCannotGo: false,
    returnedAt: null,
  }
  const against = (act: Act, facts = episode(), actor = nurse) =>
    faultsOfAct(facts, act, actor, now).map(({ field, message }) => `${field}: ${message}`)
  const ends = (kind: Extract<Act, { kind: 'end' }>['outcome'], time = '14:50') =>
    ({ kind: 'end', outcome: kind, at: at(time) }) as const

  test('times in the future, each at its field', () => {
    expect(against({ kind: 'observe', observedAt: at('15:01') })).toEqual([
      'observedAt: This is in the future: it is now 23 Nov 2026, 15:00',
    ])
    const help = {
      kind: 'record-help',
      calledAt: at('15:01'),
      reachedAt: at('15:02'),
      seenAt: null,
    } as const
    expect(against(help).map((line) => line.split(':')[0])).toEqual(['calledAt', 'reachedAt'])
  })

  test('observations before the concern, with the way to mend it', () => {
    expect(against({ kind: 'observe', observedAt: at('13:59') })[0]).toContain(
      'correct the time of recognition first',
    )
    const moved = episode({
      concern: [concern(), concern({ version: 2, recognisedAt: at('13:50') })],
    })
    expect(against({ kind: 'observe', observedAt: at('13:59') }, moved)).toEqual([])
  })

  test('a call, an answer or a visit from before the concern, to the minute in which it began', () => {
    const help = (calledAt: string, reachedAt: string | null, seenAt: string | null) =>
      against({
        kind: 'record-help',
        calledAt: at(calledAt),
        reachedAt: reachedAt && at(reachedAt),
        seenAt: seenAt && at(seenAt),
      }).map((line) => line.split(':')[0])
    expect(help('14:02', '14:02', '14:02')).toEqual([])
    expect(help('13:58', '14:03', null)).toEqual(['calledAt'])
    expect(help('13:58', '13:59', '14:01')).toEqual(['calledAt', 'reachedAt', 'seenAt'])
    const pressed = episode({
      concern: [concern({ recognisedAt: '2026-11-23T14:02:37.000Z' })],
    })
    const called = { kind: 'record-help', calledAt: at('14:02') } as const
    expect(against({ ...called, reachedAt: at('14:02'), seenAt: null }, pressed)).toEqual([])
  })

  test('nothing, while the concern is still to come: the clock was set back since', () => {
    const ahead = episode({ concern: [concern({ recognisedAt: at('15:08') })] })
    const called = { kind: 'record-help', calledAt: now, reachedAt: now, seenAt: null } as const
    expect(against({ kind: 'observe', observedAt: now }, ahead)).toEqual([])
    expect(against(called, ahead)).toEqual([])
    expect(against({ kind: 'raise', chosenAt: now }, ahead)).toEqual([])
    expect(against({ kind: 'observe', observedAt: at('15:01') }, ahead)).toHaveLength(1)
  })

  test('a level or an escort from before the concern', () => {
    expect(against({ kind: 'raise', chosenAt: at('14:01') })[0]).toContain('chosenAt')
    expect(against({ kind: 'decide-escort', decidedAt: at('14:01') })[0]).toContain('decidedAt')
  })

  test('an outcome from before a set, a call or the journey that it ends', () => {
    const set = recordedSet({}, { observedAt: at('14:20') })
    const of = (facts: Parameters<typeof episode>[0]) =>
      against(ends('reviewed-and-well', '14:15'), episode(facts))
    expect(of({})).toEqual([])
    expect(of({ sets: [set] })).toEqual([
      'at: The record holds observations at 23 Nov 2026, 14:20. The outcome cannot come before that',
    ])
    expect(of({ sets: [set, { ...set, version: 2, withdrawn: true }] })).toEqual([])
    expect(of({ contacts: [contact({ reachedAt: at('14:16') })] })[0]).toContain('14:16')
    expect(of({ contacts: [contact({ seenAt: at('14:40') })] })[0]).toContain('14:40')
    expect(of({ departures: [left] })[0]).toContain('14:30')
    const gone = { departures: [left], outcomes: [outcome({ kind: 'admitted', at: at('14:45') })] }
    expect(against(ends('returned', '14:40'), episode(gone))[0]).toContain('14:45')
    expect(against(ends('entered-in-error', '14:15'), episode({ sets: [set] }))).toEqual([])
  })

  test('recognition moved later without a reason; earlier is free', () => {
    const move = (time: string, reason = '') =>
      against({ kind: 'correct-recognition', recognisedAt: at(time), reason })
    expect(move('14:20')).toEqual([
      'reason: Say why the recognition was later. The limits stay where they are',
    ])
    expect(move('14:20', 'Written down wrongly')).toEqual([])
    expect(move('13:50')).toEqual([])
  })

  test('infection ruled out by others than a nurse or doctor', () => {
    const before = { kind: 'answer-infection', answer: 'yes', answeredAt: at('13:50') } as const
    expect(faultsOfAct(episode(), before, nurse, at('14:30')).map(({ field }) => field)).toEqual([
      'answeredAt',
    ])
    const no = { kind: 'answer-infection', answer: 'no', answeredAt: at('14:10') } as const
    expect(against(no, episode(), nursery)[0]).toContain('Only a registered nurse or doctor')
    expect(against({ ...no, answer: 'not-sure' }, episode(), nursery)).toEqual([])
    expect(against(no)).toEqual([])
  })

  test('an outcome signed by others than a nurse or doctor', () => {
    expect(against(ends('reviewed-and-well'), episode(), nursery)).toEqual([
      'kind: A registered nurse or doctor signs the outcome',
    ])
    expect(against(ends('reviewed-and-well'))).toEqual([])
  })

  test('entered in error: by the nurse in charge, with a second person', () => {
    expect(against(ends('entered-in-error'))).toEqual([])
    const alone = { ...nurse, secondIsAnother: false }
    expect(against(ends('entered-in-error'), episode(), alone)[0]).toContain('second person')
    const notInCharge = { ...nurse, isNurseInCharge: false }
    expect(against(ends('entered-in-error'), episode(), notInCharge)[0]).toContain(
      'nurse in charge',
    )
  })

  test('a transfer or a return of a baby who never left', () => {
    expect(against(ends('transferred'))[0]).toContain('when the baby left')
    expect(against(ends('returned'))[0]).toContain('not recorded as having left')
    expect(against(ends('transferred'), episode({ departures: [left] }))).toEqual([])
  })

  test('times of a journey that cannot follow each other', () => {
    const leave = { kind: 'leave', leftAt: at('14:30') } as const
    const nothing = { arrivedAt: null, handedOverAt: null, returnedAt: null }
    const fields = (act: Act) => against(act).map((line) => line.split(':')[0])
    expect(fields({ ...leave, ...nothing, leftAt: at('14:01') })).toEqual(['leftAt'])
    expect(fields({ ...leave, ...nothing, arrivedAt: at('14:29') })).toEqual(['arrivedAt'])
    const arrived = { ...leave, ...nothing, arrivedAt: at('14:45') }
    expect(fields({ ...arrived, handedOverAt: at('14:44') })).toEqual(['handedOverAt'])
    expect(fields({ ...arrived, returnedAt: at('14:40') })).toEqual(['returnedAt'])
    expect(fields({ ...arrived, handedOverAt: at('14:50'), returnedAt: at('14:58') })).toEqual([])
  })

  test('after a transfer: admitted, returned or died; after that nothing', () => {
    const away = episode({
      departures: [left],
      outcomes: [outcome({ kind: 'transferred', at: at('14:40') })],
    })
    expect(against(ends('returned'), away)).toEqual([])
    expect(against(ends('admitted'), away)).toEqual([])
    expect(against(ends('reviewed-and-well'), away)[0]).toContain('The baby is away')
    const back = {
      ...away,
      outcomes: [...away.outcomes, outcome({ kind: 'returned', at: at('14:45') })],
    }
    expect(against(ends('died'), back)[0]).toContain('Raise a new concern')
  })

  test('observations of a time after the outcome; those of a time before are late entries', () => {
    const ended = episode({ outcomes: [outcome({ at: at('14:30') })] })
    expect(against({ kind: 'observe', observedAt: at('14:31') }, ended)[0]).toContain(
      'Raise a new concern',
    )
    expect(against({ kind: 'observe', observedAt: at('14:29') }, ended)).toEqual([])
  })

  test('a debrief before the outcome', () => {
    expect(against({ kind: 'debrief', heldAt: at('14:40') })[0]).toContain('needs an outcome first')
  })

  test('nurse or doctor is a profession, not a role', () => {
    expect(professions.filter(isNurseOrDoctor)).toEqual([
      'registered-nurse',
      'consultant',
      'doctor',
    ])
  })
})

test('advice followed needs the time of the review', () => {
  const typed = { kind: 'advice-followed', at: at('15:00'), plan: 'Fluids', reviewAt: null }
  expect(faultsOf(outcomeSchema, typed)).toEqual(['reviewAt: Enter when the baby is reviewed'])
  expect(faultsOf(outcomeSchema, { ...typed, reviewAt: at('14:00') })[0]).toContain('later')
})
