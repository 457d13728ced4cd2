import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clash } from '#domain/chronology/clashes.ts'
import type { Gap } from '#domain/chronology/gaps.ts'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { refer } from '../admission/referring.ts'

interface View {
  family: { motherId: string; stayId: string | null }
  people: { id: string; kind: string }[]
  lines: ChronologyLine[]
  gaps: Gap[]
  clashes: Clash[]
}

let unit: TestUnit
let referralId: string
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
  referralId = await refer(unit)
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const view = () => nurse().ok<View>('chronology.view', { referralId })
async function add(changes: object = {}) {
  const { family } = await view()
  const entry = {
    referralId,
    personId: family.motherId,
    kind: 'home',
    happened: '3/2025',
    ended: '',
    what: 'Moved to Westmarch',
    basis: { kind: 'told', by: 'The crisis team', on: '2026-11-23' },
    receivedId: null,
    place: null,
    ...changes,
  }
  return { entry, id: (await nurse().ok<{ id: string }>('chronology.add', entry)).id }
}

describe('one page of history before anybody has arrived', () => {
  test('tells of the mother and the babies of the referral, and of what nobody has sent yet', async () => {
    const { family, people, lines, gaps } = await view()
    expect(family.stayId).toBeNull()
    expect(people.map(({ kind }) => kind)).toEqual(['mother', 'baby'])
    expect(new Set(lines.map(({ from }) => from))).toEqual(new Set(['birth', 'referral']))
    expect(gaps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^GP record of the mother/),
    )
  })

  test('takes an event, and its correction as a new version', async () => {
    const { entry, id } = await add()
    await nurse().ok('chronology.change', {
      id,
      version: 1,
      reason: 'Wrong town',
      fact: { ...entry, what: 'Moved to Nortshire' },
    })
    const line = (await view()).lines.find(({ recordId }) => recordId === id)
    expect(line).toMatchObject({ version: 2, what: 'Moved to Nortshire' })
  })

  test('keeps both of two accounts that differ, until it is settled which holds', async () => {
    const { id: firstId } = await add({ happened: '4/2025', what: 'Lived with her mother' })
    const { id: secondId } = await add({ happened: '4/2025', what: 'Lived alone' })
    const pair = { referralId, firstId, secondId, what: 'With whom she lived' }
    await nurse().ok('chronology.clash', { ...pair, state: 'open' })
    await nurse().ok('chronology.clash', {
      ...pair,
      state: 'settled',
      settlement: 'With her mother: the tenancy was seen',
      basis: { kind: 'document', document: 'Tenancy', on: '2026-11-23' },
    })
    const { clashes, lines } = await view()
    expect(clashes.filter(({ told }) => told !== undefined)).toHaveLength(1)
    expect(lines.filter(({ recordId }) => [firstId, secondId].includes(recordId))).toHaveLength(2)
  })

  test('is printed', async () => {
    const { bytes } = await nurse().ok<{ bytes: Uint8Array }>('chronology.print', { referralId })
    const { text } = await readPdf(bytes)
    expect(text).toContain('Referred to this unit')
  })

  test('is asked for of a stay or of a referral, and not of both or of neither', async () => {
    const both = { referralId, stayId: referralId }
    for (const input of [{}, both])
      expect(await nurse().fails('chronology.view', input)).toMatchObject({
        code: 'invalid',
        fields: [{ field: 'stayId', message: 'Choose the referral or the stay' }],
      })
  })

  test('of a referral that is not on record is refused', async () => {
    const failure = await nurse().fails('chronology.view', { referralId: crypto.randomUUID() })
    expect(failure.code).toBe('not-found')
  })
})
