import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { legalStatus } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'
import { type ReadPdf, readPdf } from '../../../support/read-pdf.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let episodeId: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20', babyName: 'Amber', motherName: 'Jo' })
  await pass(unit, 5)
  await legalStatus(unit, family.babyId, 'LEG-07', '2026-11-01T00:00:00.000Z')
  await holder('Robin', 'do-not-contact')
  await holder('Chris', 'yes')
  const act = actsOn(unit, family)
  episodeId = await act.raise({
    findings: ['nasal-flaring'],
    words: 'Breathing fast since the feed',
  })
  for (let sets = 0; sets < 5; sets += 1) {
    await pass(unit, 3)
    await act.observe(episodeId, { 'heart-rate': 165 + sets }, { findings: ['nasal-flaring'] })
  }
  await act.reached(episodeId, '999', { advice: 'Ambulance on its way; keep the baby warm' })
})
afterAll(() => unit.close())

const basis = { kind: 'document', document: 'Birth certificate', on: '2026-11-20' }

async function holder(givenName: string, safeToContact: string) {
  const nurse = unit.as('nurse')
  const { id } = await nurse.ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName,
    familyName: 'Test',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  await nurse.ok('people.addTie', {
    personId: id,
    toPersonId: family.babyId,
    relation: 'father',
    parentalResponsibility: 'yes',
    safeToContact,
    basis,
  })
  await nurse.ok('people.addContact', {
    personId: family.babyId,
    agency: 'other',
    role: 'Father',
    name: `${givenName} Test`,
    telephone: givenName === 'Robin' ? '01632 960999' : '01632 960555',
    safeToContact,
    basis,
  })
}

const print = async (): Promise<ReadPdf & { name: string }> => {
  const made = await unit
    .as('nurse')
    .ok<{ name: string; bytes: Uint8Array }>('unwellBaby.handover', { episodeId })
  return { ...(await readPdf(made.bytes)), name: made.name }
}

describe('the handover sheet', () => {
  let pdf: Awaited<ReturnType<typeof print>>
  beforeAll(async () => {
    pdf = await print()
  })

  test('is one page, by situation, background, assessment and request, and names nobody outside it', () => {
    expect(pdf.pages).toHaveLength(1)
    for (const title of ['Situation', 'Background', 'Assessment', 'Request'])
      expect(pdf.text).toContain(title)
    expect(pdf.name).not.toMatch(/Amber|Jo/)
  })

  test('tells the story with its basis, the last observations and what was not measured', () => {
    expect(pdf.text).toContain('Breathing fast since the feed')
    expect(pdf.text).toContain('Told by someone')
    expect(pdf.text).toContain('heart rate 169 a minute')
    expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain('alert, in air')
    expect(pdf.text).not.toContain('heart rate 165 a minute')
    expect(pdf.text).toContain('nothing is missing')
    expect(pdf.text).toContain('Ambulance on its way')
  })

  test('says who holds responsibility, the order to hand over, and who may be with the baby', () => {
    expect(pdf.text).toContain('Interim care order')
    expect(pdf.text).toContain('a copy of the order, to the hospital')
    expect(pdf.text).toMatch(/Chris\s+Test: may be contacted/)
    expect(pdf.text).toMatch(/The mother: NO\. Only with a one-to-one staff\s+escort/)
  })

  test('gives nobody the number of whoever must not be contacted', () => {
    expect(pdf.text).toMatch(/Robin\s+Test: do not contact, ask the social worker/)
    expect(pdf.text).not.toContain('960999')
    expect(pdf.text).toContain('960555')
  })
})

describe('what a hospital has to know, and cannot ask at night', () => {
  let text = ''
  beforeAll(async () => {
    text = (await print()).text.replaceAll(/\s+/g, ' ')
  })

  test('the authority that shares responsibility is named among those who hold it', () => {
    expect(text).toMatch(
      /Parental responsibility .*\(mother, always\); .*by interim care order: the local authority shares it/,
    )
    expect(text).toMatch(/Interim care order \(Section 38, Children Act 1989\).*from 1 Nov 2026 to/)
  })

  test('whether the mother comes, also while nobody has decided', () => {
    expect(text).toContain('Not decided yet; by the rules; Mother: no: the mother stays')
    expect(text).not.toContain('Staff with the mother')
  })

  test('both are named with the numbers by which nobody is mistaken for another', () => {
    expect(text.match(/NHS number \d{3} \d{3} \d{4}/g)).toHaveLength(2)
  })

  test('what does not fit on the page is counted, and who is not told yet is there', () => {
    expect(text).toContain('2 more, on the unit’s record')
    expect(text).toMatch(/Not told yet Social worker or duty team, by 23 Nov 2026/)
  })

  test('the baby-care log in brief, what nobody wrote down said so', async () => {
    expect(text).toContain('No feed written down in the last 24 hours')
    expect(text).toContain('No weight written down')
    await unit.as('nurse').ok('babyCare.add', {
      pairId: family.pairId,
      kind: 'feed',
      way: 'bottle-formula',
      happenedAt: unit.clock.now(),
      source: 'mother',
      amount: 90,
    })
    expect((await print()).text.replaceAll(/\s+/g, ' ')).toMatch(
      /Last feed \d\d:\d\d, bottle, formula, 90 ml \(reported by the mother\); 1 in the last 24 hours/,
    )
  })

  test('a mother who is missing is not said to be with the baby, on paper or on the telephone', async () => {
    await unit.as('nurse').ok('leave.missing', {
      stayId: family.stayId,
      mother: true,
      babies: [],
      missingSince: unit.clock.now(),
      circumstances: 'Her coat is gone; the garden door was open',
    })
    const gone = /not on the unit: missing since 23 Nov 2026/
    expect((await print()).text.replaceAll(/\s+/g, ' ')).toMatch(gone)
    const { help, mother } = await actsOn(unit, family).page(episodeId)
    expect(mother.away).toMatch(gone)
    expect(help.say.join(' ')).not.toContain('with the baby on this unit')
  })
})
