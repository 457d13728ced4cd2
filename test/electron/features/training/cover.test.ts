import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShiftCover } from '../../../../electron/features/training/cover.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { aCertificateOf, lifeSupportCourse, trainAll } from '../../../support/training.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const cover = () => unit.as('nurse').ok<ShiftCover>('training.cover')

test('is not told where no roster was ever kept', async () => {
  expect(await cover()).toEqual({ now: null, gaps: [] })
})

/** The shift ends at 20:00, and who comes then is not on the roster yet: told for the next twelve hours. */
const nobodyTonight = {
  from: '2026-11-23T20:00:00.000Z',
  to: '2026-11-23T21:00:00.000Z',
  missing: ['safeguarding', 'life-support'],
  nobody: true,
  begun: false,
}

test('is missing where nobody on shift is trained, and a gap until the shift ends', async () => {
  await unit.onShift('nurse', true)
  const { now, gaps } = await cover()
  expect(now).toEqual({ safeguarding: 'no', 'life-support': 'no' })
  expect(gaps).toMatchObject([
    { from: '2026-11-23T09:00:00.000Z', missing: ['safeguarding', 'life-support'] },
    nobodyTonight,
  ])
})

test('is there once the nurse on shift is trained; tomorrow night without her warns today', async () => {
  await trainAll(unit, [unit.as('nurse')])
  const lead = unit.as('safeguarding-lead')
  const { id } = await lead.ok('training.addCourse', lifeSupportCourse)
  const certificate = { topics: lifeSupportCourse.topics }
  await lead.ok(
    'training.recordCertificate',
    aCertificateOf(unit.as('nurse').staffId, id, certificate),
  )
  expect(await cover()).toEqual({
    now: { safeguarding: 'yes', 'life-support': 'yes' },
    gaps: [nobodyTonight],
  })
  const night = { startsAt: '2026-11-24T20:00:00.000Z', endsAt: '2026-11-25T08:00:00.000Z' }
  await unit.as('ward-manager').ok('users.addDuty', {
    staffId: unit.as('nursery-nurse').staffId,
    nurseInCharge: false,
    ...night,
  })
  expect((await cover()).gaps).toEqual([
    nobodyTonight,
    {
      from: night.startsAt,
      to: night.endsAt,
      missing: ['safeguarding', 'life-support'],
      begun: false,
    },
  ])
})
