import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LetterFile } from '../../../../electron/features/letters/letter-file.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import {
  answer,
  complete,
  offer,
  offerInput,
  overrideInput,
  pageOf,
  pass,
  refer,
  someone,
} from './referring.ts'

let unit: TestUnit
const mother = { ...someone('mother', '1995-04-12', 'Siân'), familyName: 'Llewellyn' }
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const wordsOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(unzipSync(bytes)['word/document.xml'])
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const flat = (text: string) => text.replace(/\s+/g, ' ')

/** The letter in both formats; both have to hold the words, or neither. */
async function both(path: string, input: object) {
  const pdf = await nurse().ok<LetterFile>(path, { ...input, format: 'pdf' })
  const docx = await nurse().ok<LetterFile>(path, { ...input, format: 'docx' })
  const read = await readPdf(pdf.bytes)
  return { pdf, read, texts: [flat(read.text), wordsOf(docx.bytes)] }
}
const latest = async (id: string) => (await pageOf(unit, id)).decisions.at(-1)?.recordId

describe('a letter that asks for information', () => {
  let id: string
  const sourceId = async (name: string) =>
    (await pageOf(unit, id)).sources.find((one) => one.name === name)?.recordId
  beforeAll(async () => {
    id = await refer(unit, {
      mother: { person: mother },
      referralReason: 'A reason that is nobody else’s business',
      sources: [
        { kind: 'gp', name: 'Dr Invented, The Surgery' },
        { kind: 'family', name: 'Grandmother Example' },
      ],
    })
  })

  test('says whom it is about, what is asked and by when, and nothing that need not be said', async () => {
    const { read, texts, pdf } = await both('admission.requestLetter', {
      referralId: id,
      sourceId: await sourceId('Dr Invented, The Surgery'),
    })
    for (const text of texts) {
      expect(text).toContain('Siân Llewellyn, born 12 Apr 1995')
      expect(text).toContain('Dr Invented, The Surgery')
      expect(text).toContain('Please answer by 23 Nov 2026, 11:00')
      expect(text).toContain('Above all: the baby')
      expect(text).not.toContain('nobody else’s business')
      expect(text).not.toContain('psychosis')
    }
    expect(pdf.name).toBe('request-for-information-2026-11-23.pdf')
    expect(JSON.stringify([read.title, read.info, read.metadata])).not.toContain('Llewellyn')
    expect(read.marked).toBe(true)
    expect(read.text).toContain('OFFICIAL-SENSITIVE')
  })

  test('is not made for somebody whom it may not be safe to write to', async () => {
    const failure = await nurse().fails('admission.requestLetter', {
      referralId: id,
      sourceId: await sourceId('Grandmother Example'),
      format: 'pdf',
    })
    expect(failure).toMatchObject({ code: 'held' })
    expect(failure.message).toMatch(/Ask the social worker/)
  })

  test('leaves a line in the audit with the hash of the file and the people', async () => {
    const rows = unit.db.rows<{ hash: string }>(
      "select after_hash as hash from audit where action = 'admission.request-letter'",
    )
    expect(rows).toHaveLength(2)
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a letter about a decision', () => {
  test('to offer names the bed, the day, and what is still to come with its deadline', async () => {
    const id = await refer(unit)
    await complete(unit, id, { items: ['ADM-R-03'] })
    await unit.as('ward-manager').ok('admission.override', overrideInput(unit, id, 'ADM-R-03'), {
      second: unit.second('consultant'),
    })
    await pass(unit, 1)
    await unit.as('ward-manager').ok(
      'admission.decide',
      offerInput(unit, id, {
        bedId: unit.beds[0]?.id,
        expectedArrivalAt: '2026-11-24T14:30:00.000Z',
      }),
    )
    const { texts } = await both('admission.decisionLetter', {
      referralId: id,
      decisionId: await latest(id),
    })
    for (const text of texts) {
      expect(text).toContain('We offer a place')
      expect(text).toContain('Bed 1')
      expect(text).toContain('We expect them on 24 Nov 2026, 14:30')
      expect(text).toContain('What we still need')
      expect(text).toMatch(/Why now, and the risk \(by 24 Nov 2026/)
      expect(text).toContain('not approved by the unit')
    }
  })

  test('to decline says why, what does not fit, and where else to turn', async () => {
    const id = await refer(unit)
    await answer(unit, id, 'ADM-X-01', 'yes')
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'declined',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      reasonCode: 'parenting-assessment-only',
      note: null,
      signposting: ['RES-2'],
      signpostingNote: null,
    })
    const { texts } = await both('admission.decisionLetter', {
      referralId: id,
      decisionId: await latest(id),
    })
    for (const text of texts) {
      expect(text).toContain('We cannot offer a place')
      expect(text).toContain('Sought only for a parenting assessment')
      expect(text).toContain('Residential family centre: assess and monitor parenting capacity')
      expect(text).toContain('You may refer again')
    }
  })

  test('to wait says what for and what would settle it', async () => {
    const id = await refer(unit)
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'waiting',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      waitingOn: ['ADM-R-06'],
      note: null,
    })
    const { texts } = await both('admission.decisionLetter', {
      referralId: id,
      decisionId: await latest(id),
    })
    for (const text of texts) {
      expect(text).toContain('We are waiting for information')
      expect(text).toContain('not there yet')
      expect(text).not.toMatch(/nobody has/i)
    }
  })

  test('of a decision in whose place another was made says that it no longer stands', async () => {
    const id = await refer(unit)
    const withdraw = {
      outcome: 'withdrawn',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'The mother',
      note: 'She wants to stay at home',
    }
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id)
    const decisionId = await latest(id)
    const offered = await both('admission.decisionLetter', { referralId: id, decisionId })
    for (const text of offered.texts) expect(text).not.toContain('no longer stands')
    await pass(unit, 1)
    const end = { ...withdraw, seenDecision: decisionId, decidedAt: unit.clock.now() }
    await unit.as('ward-manager').ok('admission.decide', end)
    const old = await both('admission.decisionLetter', { referralId: id, decisionId })
    for (const text of old.texts) {
      expect(text).toContain('it no longer stands')
      expect(text).toContain('the referral has been withdrawn')
    }
    const page = await pageOf(unit, id)
    expect(page.toDo.map(({ kind }) => kind)).toContain('tell-referrer')
  })

  test('does not go to a referrer of the family while nobody knows whether that is safe', async () => {
    const id = await refer(unit, {
      referrer: 'self-or-family',
      referrerName: 'Grandmother Example',
    })
    await unit.as('ward-manager').ok('admission.decide', {
      outcome: 'withdrawn',
      referralId: id,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'The family',
      note: 'They have changed their mind',
    })
    const failure = await nurse().fails('admission.decisionLetter', {
      referralId: id,
      decisionId: await latest(id),
      format: 'docx',
    })
    expect(failure).toMatchObject({ code: 'held' })
  })
})

test('the sheet for referrers is the criteria in force, what the unit is not, and that nobody has approved it', async () => {
  const { read, texts } = await both('admission.referrerSheet', {})
  for (const text of texts) {
    expect(text).toContain('32 weeks pregnant or more, or baby under 12 months')
    expect(text).toContain('At least one of these: Serious mental illness')
    expect(text).toContain('Residential family centre')
    expect(text).toContain('within 4 hours')
    expect(text).toContain('not approved by the unit')
  }
  expect(read.text).not.toContain('OFFICIAL-SENSITIVE')
})
