import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clash } from '#domain/chronology/clashes.ts'
import type { Gap } from '#domain/chronology/gaps.ts'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  allSign,
  expectDocument,
  nameNurses,
  receiveDocument,
  signDocument,
} from '../../../support/documents.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'

interface View {
  lines: ChronologyLine[]
  gaps: Gap[]
  clashes: Clash[]
  documents: { receivedId: string; title: string }[]
  entries: { recordId: string; version: number }[]
}

let unit: TestUnit
let family: Arrived
let receivedId: string
let documentId: string

beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
  family = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
  const nurse = unit.as('nurse')
  await nurse.ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: '2026-11-20T09:00:00.000Z',
    endsAt: null,
    authority: 'Westmarch Council',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-20' },
  })
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 48))
  documentId = await expectDocument(nurse, family.stayId)
  receivedId = (await receiveDocument(nurse, documentId, unit.clock.now())).id
})
afterAll(() => unit.close())

const view = () => unit.as('nurse').ok<View>('chronology.view', { stayId: family.stayId })
const entry = (changes: object = {}) => ({
  stayId: family.stayId,
  personId: family.motherId,
  kind: 'home',
  happened: '3/2025',
  ended: '',
  what: 'Moved to Westmarch',
  basis: { kind: 'document', document: 'Chronology 2024 to 2026', on: '2026-11-23' },
  receivedId,
  place: 'page 4',
  ...changes,
})
const add = (changes: object = {}) => unit.as('nurse').ok('chronology.add', entry(changes))

describe('one page of history', () => {
  test('holds what the unit recorded itself, each with its basis and source', async () => {
    const { lines } = await view()
    expect(new Set(lines.map(({ from }) => from))).toEqual(
      new Set(['birth', 'stay', 'legal-status', 'supervision', 'document']),
    )
    expect(lines.find(({ from }) => from === 'legal-status')).toMatchObject({
      source: 'Westmarch Council',
      basis: { kind: 'told', by: 'Duty desk' },
      personId: family.babyId,
    })
  })

  test('keeps when it happened apart from when it was recorded, and who has read the source', async () => {
    const { id } = await add()
    const line = (await view()).lines.find(({ recordId }) => recordId === id)
    expect(line).toMatchObject({
      happened: { on: '2025-03-01', precision: 'month' },
      recordedAt: unit.clock.now(),
      recordedBy: 'nurse person',
      source: 'Westmarch Council',
      document: { title: 'Chronology 2024 to 2026', place: 'page 4', readBy: [] },
    })
    await nameNurses(unit, family.stayId)
    await signDocument(unit.as('consultant'), documentId, 'consultant')
    const read = (await view()).lines.find(({ recordId }) => recordId === id)
    expect(read?.document?.readBy).toEqual(['consultant person'])
  })

  test('is in the order of what happened, and what has no date comes last', async () => {
    await add({ happened: '', what: 'A fall, some time ago' })
    const { lines, gaps } = await view()
    const days = lines.map(({ happened }) => happened.on ?? '9')
    expect(days).toEqual([...days].sort())
    expect(gaps).toContainEqual(
      expect.objectContaining({ text: 'When it happened is not known: A fall, some time ago' }),
    )
  })

  test('flags the time of which nothing is told, and the documents that have not come', async () => {
    const { gaps } = await view()
    expect(gaps.some(({ kind }) => kind === 'time')).toBe(true)
    expect(gaps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Psychiatric history.*nobody is known who holds it/),
    )
  })

  test('keeps both of two accounts that differ, until somebody settles it with a basis', async () => {
    const birth = { kind: 'birth', personId: family.babyId, what: 'Born', place: null }
    const { id: first } = await add({ ...birth, happened: '14/9/2026' })
    const { id: second } = await add({ ...birth, happened: '12/9/2026' })
    const clashes = async () => (await view()).clashes.filter(({ rule }) => rule === 'birth')
    // The third account is the date of birth on record, which the first agrees with.
    expect(await clashes()).toHaveLength(2)
    const pair = { stayId: family.stayId, firstId: first, secondId: second, what: 'Date of birth' }
    await unit.as('nurse').ok('chronology.clash', {
      ...pair,
      state: 'settled',
      settlement: 'Born on the 14th: the birth certificate was seen',
      basis: { kind: 'document', document: 'Birth certificate', on: '2026-11-23' },
    })
    expect((await clashes()).map(({ told }) => told?.state)).toContain('settled')
    const { lines } = await view()
    expect(lines.filter(({ recordId }) => [first, second].includes(recordId))).toHaveLength(2)
    expect(
      await unit.as('nurse').fails('chronology.clash', { ...pair, state: 'open' }),
    ).toMatchObject({ code: 'held' })
  })

  test('corrects an entry as a new version, and takes back what was entered in error', async () => {
    const { id } = await add({ what: 'Lived in Nortshire' })
    const nurse = unit.as('nurse')
    await nurse.ok('chronology.change', {
      id,
      version: 1,
      reason: 'Misspelt',
      fact: entry({ what: 'Lived in Northshire' }),
    })
    expect(
      await nurse.fails('chronology.withdraw', { id, version: 1, reason: 'Wrong mother' }),
    ).toMatchObject({
      code: 'clash',
    })
    await nurse.ok('chronology.withdraw', { id, version: 2, reason: 'Wrong mother' })
    expect((await view()).lines.some(({ recordId }) => recordId === id)).toBe(false)
  })

  test('says what is wrong at the field', async () => {
    const nurse = unit.as('nurse')
    const field = async (changes: object) => {
      const { fields } = await nurse.fails('chronology.add', entry(changes))
      return fields?.map((one) => one.field)
    }
    expect(await field({ happened: 'last spring' })).toEqual(['happened'])
    expect(await field({ happened: '24/11/2026' })).toEqual(['happened'])
    expect(await field({ ended: '2/2025' })).toEqual(['ended'])
    expect(await field({ what: ' ' })).toEqual(['what'])
    expect(await field({ basis: { kind: 'told' } })).toEqual(['basis.by', 'basis.on'])
    expect(await field({ personId: unit.as('nurse').staffId })).toEqual(['personId'])
    expect(await field({ receivedId: documentId })).toEqual(['receivedId'])
  })

  test('quotes nothing out of a court paper that is on the register alone', async () => {
    const nurse = unit.as('nurse')
    const statement = await expectDocument(nurse, family.stayId, {
      classId: 'DOC-18',
      title: 'Statement to the court',
    })
    const { id } = await receiveDocument(nurse, statement, unit.clock.now(), { summary: null })
    expect((await view()).documents.some((one) => one.receivedId === id)).toBe(false)
    expect(await nurse.fails('chronology.add', entry({ receivedId: id }))).toMatchObject({
      fields: [{ field: 'receivedId' }],
    })
  })

  test('is printed as a PDF with basis, source and reader on every line; a part says that it is one', async () => {
    await allSign(unit, documentId).catch(() => undefined)
    const nurse = unit.as('nurse')
    const print = async (filter: object) => {
      const { bytes } = await nurse.ok<{ bytes: Uint8Array }>('chronology.print', {
        stayId: family.stayId,
        ...filter,
      })
      return readPdf(bytes)
    }
    const whole = (await print({})).text.replace(/\s+/g, ' ')
    expect(whole).toContain('Moved to Westmarch')
    expect(whole).toContain('Document seen: Chronology 2024 to 2026, 23 Nov 2026')
    expect(whole).toContain('What is not told')
    expect(whole).toContain('Told by someone: The crisis team, from the record, 5 Jan 2026')
    expect(whole).not.toContain('Basis not on record')
    const part = (await print({ basis: 'told' })).text.replace(/\s+/g, ' ')
    expect(part).toContain('Not the whole history')
    expect(part).not.toContain('Moved to Westmarch')
  })

  test('of which nothing is left by a filter says that it is a part, and not that nothing is on record', async () => {
    const nurse = unit.as('nurse')
    const print = async (filter: object) => {
      const of = { stayId: family.stayId, ...filter }
      const { bytes } = await nurse.ok<{ bytes: Uint8Array }>('chronology.print', of)
      return (await readPdf(bytes)).text.replace(/\s+/g, ' ')
    }
    const strange = 'Nobody " <b>at</b> \\ all #strong[x] %_'
    const none = await print({ source: strange })
    expect(none).toContain('No line of the history is of this part.')
    expect(none).not.toContain('Nothing is on record')
    expect(none).toMatch(/Not the whole history: 0 of \d+ lines, from Nobody " <b>at/)

    await add({ kind: 'birth', personId: family.babyId, what: 'Born', happened: '11/9/2026' })
    expect(await print({})).toContain('Not settled: both accounts stand below')
    const mothers = await print({ about: family.motherId })
    expect(mothers).toContain('not both accounts are in this part')
    expect(mothers).not.toContain('both accounts stand below')
  })

  test('is not printed by a filter that cannot be', async () => {
    const nurse = unit.as('nurse')
    const refused = async (filter: object) =>
      (await nurse.fails('chronology.print', { stayId: family.stayId, ...filter })).fields?.map(
        ({ field }) => field,
      )
    expect(await refused({ basis: 'rumour' })).toEqual(['basis'])
    expect(await refused({ about: 'everybody' })).toEqual(['about'])
    expect(await refused({ about: nurse.staffId })).toEqual(['about'])
    expect(await refused({ source: 'x'.repeat(5_000) })).toEqual(['source'])
    expect(await refused({ from: '2026-01-01' })).toEqual(['from'])
  })
})
