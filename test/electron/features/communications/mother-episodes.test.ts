import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoopEvent } from '../../../../electron/features/communications/loop.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive()
  unit.clock.pass(60)
  await unit.as('nurse').signIn()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const episodes = async () => {
  const { events } = await nurse().ok<{ events: LoopEvent[] }>('communications.ofPair', {
    pairId: family.pairId,
  })
  return events.filter(({ event }) => event === 'COM-07')
}
const status = (code: string, more: object = {}) => ({
  personId: family.motherId,
  code,
  startsAt: unit.clock.now(),
  endsAt: null,
  basis: { kind: 'document', document: 'Section papers', on: '2026-11-23' },
  ...more,
})
const happened = (more: object = {}) => ({
  pairId: family.pairId,
  event: 'COM-07',
  at: unit.clock.now(),
  concernOrConsent: false,
  ...more,
})

describe('an episode of the mother', () => {
  test('is not recorded without what it means for care of the baby', async () => {
    expect(await nurse().fails('communications.happened', happened())).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'details' }],
    })
  })

  test('is told to the health visitor in words, on the telephone and in writing', async () => {
    const details = 'Restrained at 09:40. A nurse feeds and bathes Amber until the review at noon'
    await nurse().ok('communications.happened', happened({ details }))
    const [event] = await episodes()
    expect(event?.details).toBe(details)
    const visitor = event?.loops.find(({ label }) => label === 'Health visitor')
    expect(visitor?.script.say).toContain(details)
    expect(visitor?.written.lines).toContain(details)
    expect(visitor?.written.subject).not.toMatch(/Amber|Example/)
  })
})

describe('a duty in writing', () => {
  test('is a letter with both names and numbers, and what it means for care of the baby', async () => {
    const [event] = await episodes()
    const visitor = event?.loops.find(({ label }) => label === 'Health visitor')
    const file = await nurse().ok<{ name: string; bytes: Uint8Array }>('communications.letter', {
      dutyId: visitor?.dutyId,
      format: 'pdf',
    })
    expect(file.name).toBe('duty-letter-2026-11-23.pdf')
    const text = (await readPdf(file.bytes)).text.replaceAll(/\s+/g, ' ')
    expect(text).toContain('Health visitor')
    expect(text).toContain('A nurse feeds and bathes Amber until the review at noon')
    expect(text).toContain('Please tell us your name and role, and that you know of this')
    expect(text.match(/NHS number \d/g)).toHaveLength(2)
    expect(visitor?.sendings).toEqual([])
  })
})

describe('a section that changes while mother and baby are here', () => {
  test('tells nobody by the first status that is recorded, nor by the same one going on', async () => {
    await nurse().ok('people.addMentalHealthAct', status('01'))
    unit.clock.pass(4)
    await nurse().ok('people.addMentalHealthAct', status('01'))
    expect(await episodes()).toHaveLength(1)
  })

  test('is an episode of the mother by itself, and is taken back with the status', async () => {
    unit.clock.pass(4)
    const endsAt = new Date(Date.parse(unit.clock.now()) + 70 * 3_600_000).toISOString()
    const { id } = await nurse().ok('people.addMentalHealthAct', status('05', { endsAt }))
    const found = await episodes()
    expect(found).toHaveLength(2)
    expect(found[0]?.details).toMatch(/^Her status under the Mental Health Act changed from .* to /)
    await nurse().ok('people.withdrawMentalHealthAct', { id, version: 1, reason: 'Another mother' })
    expect(await episodes()).toHaveLength(1)
  })

  test('that only ends is one too: told once, corrected with it, and taken back with it', async () => {
    unit.clock.pass(4)
    const { id } = await nurse().ok('people.addMentalHealthAct', status('03'))
    expect(await episodes()).toHaveLength(2)
    unit.clock.pass(4)
    const basis = { kind: 'document', document: 'Discharge of section', on: '2026-11-23' }
    const end = { id, endedAt: unit.clock.now(), whatFollowed: 'She stays informally', basis }
    await nurse().ok('people.endMentalHealthAct', { ...end, version: 1 })
    const details = (await episodes()).map((event) => event.details)
    expect(details).toContain(
      'Her status under the Mental Health Act, Section 3, Mental Health Act, has ended: She stays informally',
    )
    await nurse().ok('people.addMentalHealthAct', status('01'))
    expect(await episodes()).toHaveLength(3)
    await nurse().ok('people.takeBackMentalHealthActEnd', { id, version: 2, reason: 'Still runs' })
    expect((await episodes()).map((event) => event.details)).not.toContain(details[0])
  })
})

describe('what a section that changed means for care of the baby', () => {
  const effect = 'A nurse feeds and bathes Amber until the ward round on Wednesday'
  const ofSection = async () =>
    (await episodes()).filter(({ sourceType }) => sourceType === 'mental-health-act-status').at(0)
  const visitor = async () =>
    (await ofSection())?.loops.find(({ label }) => label === 'Health visitor')

  test('is asked before anybody is rung, and no letter goes out as if it were known', async () => {
    unit.clock.pass(4)
    await nurse().ok('people.addMentalHealthAct', status('03'))
    expect(await ofSection()).toMatchObject({ asksEffect: true, effectOnCare: null })
    expect((await visitor())?.script.first.join()).toContain('care of the baby before you ring')
    expect((await visitor())?.written.lines.join(' ')).toMatch(
      /What this means for care of [^.]+ we will tell you separately\./,
    )
  })

  test('is entered, told and written; of an episode that was recorded with it, it is not asked', async () => {
    const found = await ofSection()
    const entered = { eventId: found?.eventId, version: found?.version, effect }
    expect(
      await nurse().fails('communications.effectOnCare', { ...entered, effect: '' }),
    ).toMatchObject({ code: 'invalid' })
    await nurse().ok('communications.effectOnCare', entered)
    const line = new RegExp(`What this means for care of [^.]+: ${effect}`)
    expect((await visitor())?.script.say.join(' ')).toMatch(line)
    expect((await visitor())?.script.first.join()).not.toContain('before you ring')
    expect((await visitor())?.written.lines.join(' ')).toMatch(line)
    expect(await nurse().fails('communications.effectOnCare', entered)).toMatchObject({
      code: 'clash',
    })
    const byHand = (await episodes()).find(({ sourceType }) => sourceType === null)
    expect(
      await nurse().fails('communications.effectOnCare', {
        eventId: byHand?.eventId,
        version: byHand?.version,
        effect,
      }),
    ).toMatchObject({ code: 'held' })
  })

  test('is kept when the status behind it is corrected', async () => {
    const before = await ofSection()
    const found = unit.db.rows<{ id: string; version: number }>(
      `select record_id as id, max(version) as version from mental_health_act_status
        where record_id = (select source_id from duty_event where record_id = '${before?.eventId}' limit 1)`,
    )[0]
    await nurse().ok('people.changeMentalHealthAct', {
      id: found?.id,
      version: found?.version,
      reason: 'Section 2, not 3',
      fact: status('02', { startsAt: before?.occurredAt, endsAt: '2026-12-18T00:00:00.000Z' }),
    })
    expect((await ofSection())?.details).toContain('Section 2')
    expect((await ofSection())?.details).not.toEqual(before?.details)
    expect(await ofSection()).toMatchObject({ effectOnCare: effect })
  })
})
