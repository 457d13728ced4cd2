import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit('2026-11-23T09:00:00.000Z')
  family = await unit.arrive({ motherName: 'Zuzanna', babyName: 'Amber' })
})
afterAll(() => unit.close())

async function page() {
  const file = await unit.as('nurse').ok<{ name: string; bytes: Uint8Array }>('supervision.print', {
    pairId: family.pairId,
    format: 'pdf',
  })
  if (process.env.KEEP_PDF)
    writeFileSync(`${process.env.KEEP_PDF}-${unit.clock.now().slice(11, 13)}.pdf`, file.bytes)
  return { ...(await readPdf(file.bytes)), name: file.name }
}

test('before any assessment it prints the fallback, and says that nothing was ever assessed', async () => {
  const { pages, text } = await page()
  expect(pages).toHaveLength(1)
  expect(text).toContain('Fallback: no current assessment')
  expect(text).toContain('None since mother and baby came together here')
})

test('is one page: place by activity, the reason in each place, the court’s limit, who agreed, the review and the version', async () => {
  const now = unit.clock.now()
  const decision = wholeDecision(family.pairId, 'SUP-2', now, 24, {
    'community-alone': 'not-allowed',
  })
  await unit.as('nurse').ok('supervision.decide', {
    ...decision,
    cells: [
      ...decision.cells.map((cell) =>
        cell.place === 'home' ? { ...cell, note: 'Her brother lives there' } : cell,
      ),
      { place: 'unit-day', activity: 'bathing', level: 'SUP-1', note: 'Dropped him once' },
    ],
    factors: {
      ...decision.factors,
      'fii-signs': { answer: 'yes', note: 'Weights that do not fit' },
      'court-limits': { answer: 'yes', note: 'The order of 20 November' },
    },
    authorityRequirement: 'No unsupervised contact outside the unit',
    agreedWith: 'Jo Reed, social worker',
    agreedAt: now,
  })
  const { pages, text, title, name } = await page()
  expect(pages).toHaveLength(1)
  for (const said of [
    'Her brother lives there',
    'Bathing: Dropped him once',
    'No unsupervised contact outside the unit',
    'Jo Reed, social worker',
    'Review due',
    'number 1 here, version 1',
    'Nursing notes and the ward round',
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('Weights that do not fit')
  expect(`${title} ${name}`).not.toMatch(/Amber|Zuzanna/)
})

test('run out, it prints as the fallback with since when, and keeps the court’s limit', async () => {
  unit.clock.set(addHours(unit.clock.now(), 25))
  await unit.as('nurse').signIn()
  const { pages, text } = await page()
  expect(pages).toHaveLength(1)
  expect(text).toContain('the review was due 24 Nov 2026')
  expect(text).toContain('No unsupervised contact outside the unit')
  expect(text).not.toContain('Her brother lives there')
})

test('it goes to Word as well, and who took it is in the audit', async () => {
  const { name } = await unit
    .as('nurse')
    .ok<{ name: string }>('supervision.print', { pairId: family.pairId, format: 'docx' })
  expect(name).toMatch(/^supervision-.*\.docx$/)
  expect(
    unit.db.rows<{ n: number }>(
      "select count(*) as n from audit where action = 'supervision.printed'",
    ),
  ).toEqual([{ n: 4 }])
})

test('a separation that has run out stands, and no line says that it is none', async () => {
  const other = await unit.arrive({ bed: 1 })
  await unit.as('nurse').ok('supervision.decide', {
    ...wholeDecision(other.pairId, 'SUP-0', unit.clock.now(), 4),
    legalBasis: { kind: 'order', document: 'Interim care order' },
  })
  unit.clock.pass(5 * 60)
  await unit.as('nurse').signIn()
  const file = await unit
    .as('nurse')
    .ok<{ bytes: Uint8Array }>('supervision.print', { pairId: other.pairId, format: 'pdf' })
  const { text } = await readPdf(file.bytes)
  expect(text).toContain('The separation was decided, with its legal basis')
  expect(text).not.toContain('never separates')
  expect(text).not.toContain('escort')
})

test('who was told, who decided together, and what it was signed against by name stand in the history and on paper', async () => {
  const own = await startTestUnit()
  const { pairId } = await own.arrive()
  await own
    .as('nurse')
    .ok('supervision.decide', wholeDecision(pairId, 'SUP-2', own.clock.now(), 20))
  own.clock.pass(10)
  await own.as('consultant').signIn()
  const toldAt = own.clock.now()
  own.clock.pass(1)
  const consultant = own.as('consultant')
  await consultant.ok(
    'supervision.decide',
    {
      ...wholeDecision(pairId, 'SUP-3', own.clock.now(), 12),
      socialWorkerTold: { who: 'Jo Reed, duty team', at: toldAt },
      motherToldAt: own.clock.now(),
      overrides: [{ rule: 'SUP-C4', because: 'The team meets at eight' }],
    },
    { second: own.second('ward-manager') },
  )
  const { decisions } = await consultant.ok<{ decisions: object[] }>('supervision.current', {
    pairId,
  })
  expect(decisions.at(-1)).toMatchObject({
    socialWorkerTold: 'Jo Reed, duty team',
    socialWorkerToldAt: toldAt,
    overrides: [{ rule: 'SUP-C4', because: 'The team meets at eight' }],
  })
  const file = await consultant.ok<{ bytes: Uint8Array }>('supervision.print', {
    pairId,
    format: 'pdf',
  })
  const { text, pages } = await readPdf(file.bytes)
  expect(pages).toHaveLength(1)
  expect(text).toContain('Jo Reed, duty team')
  expect(text).toContain('Lowering is the decision of the team. Because: The team meets at eight')
  own.close()
})
