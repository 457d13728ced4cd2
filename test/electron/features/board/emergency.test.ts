import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T07:00:00.000Z')
})
afterAll(() => unit.close())

type File = { name: string; bytes: Uint8Array }

async function sheet() {
  const file = await unit.as('nurse').ok<File>('board.emergency', { format: 'pdf' })
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, file.bytes)
  return { ...(await readPdf(file.bytes)), name: file.name }
}

const paper = () =>
  unit
    .as('nurse')
    .ok<{ printedAt: string | null; dueSince: string | null }>('board.paper', undefined)

test('an empty unit has an emergency sheet that says so', async () => {
  expect((await sheet()).text).toContain('Nobody is on the unit')
})

test('says baby first, who may be alone with the baby, status, allergies, weight and whom it is safe to ring', async () => {
  const nurse = unit.as('nurse')
  const amber = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
  const noah = await unit.arrive({ bed: 2, motherName: 'Danuta', babyName: 'Noah' })
  await nurse.ok('supervision.decide', {
    ...wholeDecision(amber.pairId, 'SUP-2', unit.clock.now(), 10),
    authorityRequirement: 'No contact with the uncle',
  })
  const contact = (name: string, safeToContact: string, telephone: string) => ({
    personId: amber.babyId,
    agency: 'social-worker',
    role: 'Social worker',
    name,
    telephone,
    email: null,
    safeToContact,
    contactThrough: null,
    basis: { kind: 'told', by: 'Team manager', on: '2026-11-20' },
  })
  await nurse.ok('people.addContact', contact('Ngozi Eze', 'yes', '020 7946 0001'))
  await nurse.ok('people.addContact', contact('Ray Danger', 'do-not-contact', '020 7946 0666'))
  await nurse.ok('people.addContact', contact('Kit Unsure', 'not-known', '020 7946 0777'))
  await actsOn(unit, noah).raise()
  const { text, title, name } = await sheet()
  const [first = '', second = ''] = text.split('Bed 3: ')
  expect(first).toMatch(/Bed 1: Amber Example, with Zuzanna Example/)
  expect(first).toContain('Court or authority: No contact with the uncle')
  expect(first).toContain('Inside: Close.')
  expect(first).toContain('Not recorded. Ask the social worker')
  expect(first).toContain('Life-saving treatment never waits for consent')
  expect(first).toContain('Last weight')
  expect(first).toContain('Not recorded. Weigh')
  expect(first).toContain('Ngozi Eze, 020 7946 0001')
  expect(second).toMatch(/^Noah Example, with Danuta Example/)
  expect(second).toContain('fallback: never assessed')
  expect(second).toContain('Baby concern since 23 Nov 2026, 07:00')
  expect(second).toContain('Nobody is recorded as safe. Ask the social worker first')
  expect(`${title} ${name}`).not.toMatch(/Amber|Noah/)
})

test('names nobody whom it is not recorded to be safe to ring', async () => {
  const { text } = await sheet()
  expect(text).not.toMatch(/Ray Danger|0666|Kit Unsure|0777/)
})

test('gives the last weight with its time', async () => {
  const [pair] = unit.db.rows<{ id: string }>('select record_id as id from pair order by 1')
  await unit.as('nursery-nurse').ok('babyCare.add', {
    pairId: pair?.id,
    kind: 'weight',
    way: 'weighed',
    happenedAt: unit.clock.now(),
    source: 'staff',
    amount: 4210,
    confirmed: false,
    medicine: null,
    dose: null,
    note: '',
  })
  expect((await sheet()).text).toContain('4,210 g, 23 Nov 2026, 07:00')
})

test('is asked for again when a shift begins after the last printing', async () => {
  const before = await paper()
  expect(before.dueSince).toBeNull()
  unit.clock.pass(2 * 3600)
  await unit.as('nurse').signIn()
  await unit.as('ward-manager').signIn()
  await unit.as('administrator').signIn()
  await unit.onShift('nurse', true)
  expect((await paper()).dueSince).not.toBeNull()
  await sheet()
  expect((await paper()).dueSince).toBeNull()
  const [entry] = await unit
    .as('ward-manager')
    .ok<{ action: string }[]>('audit.entries', { filter: { kind: 'took-out' } })
  expect(entry).toMatchObject({ action: 'board.emergency-printed' })
})

test('the blank forms hold beds and questions, and nobody', async () => {
  const file = await unit.as('nurse').ok<File>('board.blankForms', undefined)
  if (process.env.KEEP_FORMS) writeFileSync(process.env.KEEP_FORMS, file.bytes)
  const { text, pages } = await readPdf(file.bytes)
  for (const words of ['rounds', 'leave', 'a referral by telephone', 'Bed 1', 'revision 1'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/Amber|Noah|Zuzanna/)
  expect(pages.length).toBeLessThanOrEqual(6)
})
