import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let act: ReturnType<typeof actsOn>
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
  act = actsOn(unit, family)
})
afterEach(() => unit.close())

const mark = (more: object = {}) => ({
  markKind: 'bruise',
  view: 'front',
  x: 613,
  y: 195,
  region: 'left-cheek',
  sizeMm: 12,
  colour: 'blue',
  description: 'Round, skin whole',
  seenAt: unit.clock.now(),
  seenBy: 'S. Okafor',
  explanation: 'He lay on his rattle',
  explainedBy: 'Mother',
  heldBy: 'Mother, night staff',
  ...more,
})
const injured = () => act.raise({ findings: ['bruise-or-injury'], mobility: 'not-mobile' })
const add = (episodeId: string, more: object = {}) =>
  unit.as('nurse').ok<{ markId: string }>('unwellBaby.addMark', { episodeId, mark: mark(more) })

test('a bruise asks for paediatrics, the referral and the strategy discussion at once', async () => {
  const episodeId = await injured()
  await act.observe(episodeId)
  const { next, help, injurySteps, tell } = await act.page(episodeId)
  expect(next?.text).toBe('Tell: Social worker or duty team (bruise or injury)')
  expect(help.now?.text).toBe('Speak to on-call paediatrics')
  expect(help.demands.find(({ key }) => key === 'injury/seen')?.dueAt).toBe(
    addMinutes(unit.clock.now(), 240),
  )
  expect(injurySteps[0]).toContain('Refer to children')
  expect(injurySteps.join('. ')).toContain('Strategy discussion')
  expect(tell.open.length).toBeGreaterThan(0)
})

test('an injury is not drawn where the concern names none: first it goes the way of an injury', async () => {
  const episodeId = await act.raise({ findings: ['unsure-mark'], mobility: 'not-mobile' })
  expect(
    await unit.as('nurse').fails('unwellBaby.addMark', { episodeId, mark: mark() }),
  ).toMatchObject({ fields: [{ field: 'mark.markKind' }] })
  await add(episodeId, { markKind: 'unsure' })
})

test('marks are numbered; one entered in error is struck out and stays readable', async () => {
  const episodeId = await injured()
  const { markId } = await add(episodeId)
  await add(episodeId, { region: 'left-buttock', view: 'back', x: 417, y: 610, colour: '' })
  expect((await act.page(episodeId)).marks.map(({ number, text }) => [number, text])).toEqual([
    [1, 'Bruise, left cheek, 12 mm, blue'],
    [2, 'Bruise, left buttock, 12 mm'],
  ])
  await unit.as('nurse').ok('unwellBaby.withdrawMark', {
    episodeId,
    markId,
    version: 1,
    reason: 'Ink',
  })
  const { marks, withdrawnMarks, bands } = await act.page(episodeId)
  expect(marks).toMatchObject([{ number: 1, region: 'left-buttock' }])
  expect(withdrawnMarks).toMatchObject([
    { markId, text: 'Bruise, left cheek, 12 mm, blue', reason: 'Ink' },
  ])
  expect(bands[0]).toMatchObject({ band: 'injury' })
  expect(() => unit.db.rows("update injury_mark set colour = 'x'")).toThrow()
})

test('the body map goes with the handover sheet, on a page of its own', async () => {
  const episodeId = await injured()
  await add(episodeId)
  const { bytes } = await unit
    .as('nurse')
    .ok<{ bytes: Uint8Array }>('unwellBaby.handover', { episodeId })
  const pdf = await readPdf(bytes)
  expect(pdf.pages).toHaveLength(2)
  const text = pdf.pages[1]?.text ?? ''
  expect(text).toContain('Body map')
  expect(text).toContain('left cheek')
  expect(text).toContain('S. Okafor')
})
