import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'

interface View {
  plan: { version: number } | null
  missing: Record<string, string[]>
  told: { whom: string; sent: string }[]
  records: { what: string; says: string; from: string }[]
  gap: { missing: string[]; because: string } | null
}

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive({ motherName: 'Zuzanna', babyName: 'Amber' })
  const nurse = unit.as('nurse')
  await nurse.ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: '2026-11-20T09:00:00.000Z',
    endsAt: null,
    authority: 'Westmarch Council',
    basis: { kind: 'told', by: 'Social worker', on: '2026-11-20' },
  })
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', unit.clock.now()))
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const view = () => nurse().ok<View>('discharge.view', { stayId: family.stayId })
const plan = (changes: object = {}) => ({
  stayId: family.stayId,
  version: null,
  plannedFor: addDays(unit.clock.now(), 14),
  whereTo: 'home',
  destination: 'Her mother’s house, Westmarch',
  agreement: 'not-reached',
  agreedWhat: 'Rung twice',
  followUp: 'Community perinatal team on Thursday',
  medication: 'Sertraline 50 mg; none for the baby',
  feeding: 'Formula, 150 ml each 4 hours',
  weight: '5.2 kg, along its line',
  parenting: 'Alone with the baby by day; grandmother at night',
  documents: 'Plan of the conference, to the health visitor',
  ...changes,
})
const end = (changes: object = {}) => ({
  id: family.stayId,
  version: 1,
  reason: 'Community team takes over',
  endedAt: unit.clock.now(),
  endReason: 'home',
  ...changes,
})

describe('a discharge plan', () => {
  test('is missing at first, and the end of the stay says what is', async () => {
    expect((await view()).missing.home).toEqual([
      'No discharge plan is on record',
      'Not everybody has been told who must know before they leave',
    ])
    unit.clock.pass(1)
    expect(await nurse().fails('stays.end', end())).toMatchObject({
      code: 'held',
      fields: [{ field: 'missingBecause' }],
    })
    expect(
      await nurse().fails('discharge.print', { stayId: family.stayId, format: 'pdf' }),
    ).toMatchObject({
      code: 'held',
    })
  })

  test('lists who must be told before they leave, once, and is changed as it is settled', async () => {
    await nurse().ok('discharge.plan', plan())
    const told = (await view()).told.length
    expect(told).toBeGreaterThan(0)
    expect((await view()).missing.home?.[0]).toBe('The social worker has not agreed to the plan')
    await nurse().ok(
      'discharge.plan',
      plan({
        version: 1,
        agreement: 'agreed',
        agreedWith: 'Jo Reed, social worker',
        agreedAt: unit.clock.now(),
        agreedWhat: 'Home with daily visits in the first week',
      }),
    )
    expect((await view()).told).toHaveLength(told)
    expect((await view()).missing.home).toEqual([
      'Not everybody has been told who must know before they leave',
    ])
    expect(await nurse().fails('discharge.plan', plan({ version: 1 }))).toMatchObject({
      code: 'clash',
    })
  })

  test('where they go has changed: who agreed and who was told know another place, and are asked and told anew', async () => {
    const agreed = {
      agreement: 'agreed',
      agreedWith: 'Jo Reed, social worker',
      agreedWhat: 'Home with daily visits in the first week',
    }
    const agreedAt = unit.db.row<{ at: string }>(
      'select agreed_at as at from discharge_plan order by version desc',
    )?.at
    const events = () =>
      unit.db.rows<{ id: string; version: number; withdrawn: number }>(
        `select record_id as id, version, withdrawn from duty_event where event = 'COM-16' order by record_id, version`,
      )
    const before = events()
    const elsewhere = { destination: 'His flat, Eastmarch' }
    expect(
      (
        await nurse().fails(
          'discharge.plan',
          plan({ version: 2, ...agreed, agreedAt, ...elsewhere }),
        )
      ).fields,
    ).toMatchObject([{ field: 'agreedAt' }])
    expect(events()).toEqual(before)
    await nurse().ok('discharge.plan', plan({ version: 2, ...elsewhere }))
    const now = events()
    expect(new Set(now.map(({ id }) => id)).size).toBe(new Set(before.map(({ id }) => id)).size + 1)
    expect(now.filter(({ withdrawn }) => withdrawn === 1)).toHaveLength(1)
    expect((await view()).told.every(({ sent }) => sent === 'Not yet')).toBe(true)
    // Back as it was agreed, for what follows.
    await nurse().ok('discharge.plan', plan({ version: 3, ...agreed, agreedAt: unit.clock.now() }))
  })

  test('says at the field what is wrong', async () => {
    const field = async (changes: object) =>
      (await nurse().fails('discharge.plan', plan({ version: 4, ...changes }))).fields?.map(
        (one) => one.field,
      )
    expect(await field({ plannedFor: '2026-11-01T09:00:00.000Z' })).toEqual(['plannedFor'])
    expect(await field({ plannedFor: addMinutes(unit.clock.now(), -5) })).toEqual(['plannedFor'])
    expect(await field({ plannedFor: addDays(unit.clock.now(), 400) })).toEqual(['plannedFor'])
    const agreed = { agreement: 'agreed', agreedWith: 'Jo Reed', agreedWhat: 'Visits' }
    expect(await field({ ...agreed, agreedAt: '1950-01-01T00:00:00.000Z' })).toEqual(['agreedAt'])
    expect(await field({ ...agreed, agreedAt: addDays(unit.clock.now(), 1) })).toEqual(['agreedAt'])
    expect(await field({ whereTo: 'died' })).toEqual(['whereTo'])
    expect(await field({ followUp: ' ' })).toEqual(['followUp'])
    expect(await field({ agreement: 'agreed' })).toEqual(['agreedWith', 'agreedAt'])
  })
})

describe('the summary', () => {
  test('says the plan and the records, each line with where it is from', async () => {
    const { records } = await view()
    expect(records.map(({ what }) => what)).toEqual([
      'Mother: Mental Health Act',
      'Amber: legal status',
      'Amber: parental responsibility',
      'Amber: supervision at discharge',
      'Amber: relationship and parenting',
    ])
    const { bytes, name } = await nurse().ok<{ bytes: Uint8Array; name: string }>(
      'discharge.print',
      { stayId: family.stayId, format: 'pdf' },
    )
    if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, bytes)
    const { text, title } = await readPdf(bytes)
    for (const said of [
      'Jo Reed, social worker',
      'Formula, 150 ml each 4 hours',
      'Discharge plan, version 4, nurse person',
      'Inside General; outside General',
      'Child protection plan',
      'Never assessed here',
      'Still on the unit',
    ])
      expect(text).toContain(said)
    expect(`${title} ${name}`).not.toMatch(/Amber|Zuzanna/)
    expect(
      (
        await nurse().ok<{ name: string }>('discharge.print', {
          stayId: family.stayId,
          format: 'docx',
        })
      ).name,
    ).toMatch(/^discharge-summary-.*\.docx$/)
  })
})

describe('a summary that was sent', () => {
  interface Sent {
    recordId: string
    sha256: string
    planVersion: number
    sentTo: string
  }
  const sentOf = async () =>
    (await nurse().ok<{ sent: Sent[] }>('discharge.view', { stayId: family.stayId })).sent

  test.each(['pdf', 'docx'])(
    'is kept as %s and given again byte for byte, whatever was changed since',
    async (format) => {
      const { sentId } = await nurse().ok<{ sentId: string }>('discharge.send', {
        stayId: family.stayId,
        format,
        recipient: 'somebody-else',
        sentTo: 'Dr Example, general practitioner',
        sentAt: unit.clock.now(),
      })
      const open = () => nurse().ok<{ bytes: Uint8Array }>('discharge.sent', { sentId })
      const first = Buffer.from((await open()).bytes)
      const kept = (await sentOf()).find(({ recordId }) => recordId === sentId)
      expect(kept?.sentTo).toBe('Dr Example, general practitioner')
      expect(createHash('sha256').update(first).digest('hex')).toBe(kept?.sha256)
      unit.clock.pass(1)
      const before = await nurse().ok<{ plan: { version: number; agreedAt: string } }>(
        'discharge.view',
        { stayId: family.stayId },
      )
      await nurse().ok(
        'discharge.plan',
        plan({
          version: before.plan.version,
          agreement: 'agreed',
          agreedWith: 'Jo Reed, social worker',
          agreedAt: before.plan.agreedAt,
          agreedWhat: 'Home with daily visits in the first week',
          feeding: `Changed after it was sent as ${format}`,
        }),
      )
      expect(Buffer.from((await open()).bytes).equals(first)).toBe(true)
    },
  )

  test('is not sent in the future, nor to nobody', async () => {
    const field = async (changes: object) =>
      (
        await nurse().fails('discharge.send', {
          stayId: family.stayId,
          format: 'pdf',
          recipient: 'somebody-else',
          sentTo: 'The health visitor',
          sentAt: unit.clock.now(),
          ...changes,
        })
      ).fields?.map((one) => one.field)
    expect(await field({ sentAt: addDays(unit.clock.now(), 1) })).toEqual(['sentAt'])
    expect(await field({ sentTo: ' ' })).toEqual(['sentTo'])
    expect(await field({ sentTo: undefined })).toEqual(['sentTo'])
    expect(await field({ recipient: '' })).toEqual(['recipient'])
    expect(await field({ sentAt: '1900-01-01T00:00:00.000Z' })).toEqual(['sentAt'])
    expect(await field({ sentAt: addMinutes(unit.clock.now(), -60) })).toEqual(['sentAt'])
  })
})

describe('the end of the stay', () => {
  test('is let through by a named reason, which is kept with what was missing', async () => {
    unit.clock.pass(1)
    await nurse().ok('stays.end', end({ missingBecause: 'Fire alarm: the ward is cleared' }))
    expect((await view()).gap).toMatchObject({
      missing: ['Not everybody has been told who must know before they leave'],
      because: 'Fire alarm: the ward is cleared',
    })
    expect(await nurse().fails('discharge.plan', plan({ version: 4 }))).toMatchObject({
      code: 'held',
    })
  })

  test('nobody is kept by a plan who died or did not come back', async () => {
    const other = await unit.arrive({ bed: 1, motherName: 'Danuta', babyName: 'Noah' })
    unit.clock.pass(1)
    await nurse().ok('stays.end', { ...end(), id: other.stayId, endReason: 'absent-without-leave' })
    expect((await nurse().ok<View>('discharge.view', { stayId: other.stayId })).gap).toBeNull()
  })
})
