import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { expectDocument, nameNurses, receiveDocument } from '../../../support/documents.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T07:00:00.000Z')
  await unit.onShift('nurse', true)
})
afterAll(() => unit.close())

async function sheet() {
  const file = await unit
    .as('nurse')
    .ok<{ name: string; bytes: Uint8Array }>('board.handover', { format: 'pdf' })
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, file.bytes)
  return { ...(await readPdf(file.bytes)), name: file.name }
}

test('an empty unit has a sheet that says so', async () => {
  expect((await sheet()).text).toContain('Nobody is on the unit')
})

test('every bed by situation, background, assessment and request, the baby first', async () => {
  const amber = await unit.arrive({ bed: 0, motherName: 'Zuzanna', babyName: 'Amber' })
  const noah = await unit.arrive({ bed: 2, motherName: 'Danuta', babyName: 'Noah' })
  const nurse = unit.as('nurse')
  await nurse.ok('supervision.decide', {
    ...wholeDecision(amber.pairId, 'SUP-2', unit.clock.now(), 10),
    authorityRequirement: 'No contact with the uncle',
  })
  await nameNurses(unit, amber.stayId)
  const id = await expectDocument(nurse, amber.stayId)
  await receiveDocument(nurse, id, unit.clock.now())
  await actsOn(unit, noah).raise()
  await unit.as('administrator').ok('stays.addBed', { name: '7' })
  const { text, title, name, pages } = await sheet()
  const [first = '', second = ''] = text.split('Bed 3: ')
  expect(first).toMatch(/Bed 1: Amber Example, .* with Zuzanna Example/)
  expect(first).toContain('Inside Close; outside Close; night Close')
  expect(first).toContain('Court or authority: No contact with the uncle')
  expect(first).toContain('Review supervision by 23 Nov 2026, 17:00')
  expect(first).toContain('1 document not read')
  expect(first).toContain('1 event that no review has closed')
  expect(second).toMatch(/^Noah Example, .* with Danuta Example/)
  expect(second).toContain('Baby concern since 23 Nov 2026, 07:00, next:')
  expect(second).toContain('fallback: never assessed')
  expect(second).toContain('Assess supervision: nobody has since they came together here')
  for (const word of ['Situation', 'Background', 'Assessment', 'Request']) {
    expect(first).toContain(word)
    expect(second).toContain(word)
  }
  expect(text).toContain('Bed 2, Bed 4, Bed 7')
  expect(text).toContain('nurse in charge')
  expect(`${title} ${name}`).not.toMatch(/Amber|Noah/)
  expect(pages).toHaveLength(1)
})

test('who took it is in the audit, and administrator and commissioner get none', async () => {
  expect(unit.db.rows("select count(*) as n from audit where action = 'board.printed'")).toEqual([
    { n: 2 },
  ])
  for (const role of ['administrator', 'commissioner'] as const) {
    await unit.as(role).signIn()
    expect(await unit.as(role).fails('board.handover', { format: 'pdf' })).toMatchObject({
      code: 'not-permitted',
    })
  }
})
