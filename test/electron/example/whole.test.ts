import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { buildExample, examplePassword } from '../../../electron/example/build-example.ts'
import type { BoardView } from '../../../electron/features/board/cards.ts'
import { caller, migrationsFolder, newFolder, startBareApp } from '../../support/app.ts'

const end = '2026-11-23T14:00:00.000Z'
/** The year that ends with the example. */
const year = { first: '2025-11-24', last: '2026-11-23' }

/** Needs minutes: the unit as `npm start -- --example` shows it, with everything as it is shipped. */
describe.runIf(process.env.MBU_EXTENDED === '1')('the whole example unit, extended run', () => {
  const folder = newFolder()
  const unit = startBareApp(end, folder)
  const as = async (signInName: string) => {
    const window = caller(unit.app, signInName)
    await window.ok('session.signIn', { signInName }, { password: examplePassword })
    return window
  }
  let measures: ReportModel['requirements'][number]['linesOfEnquiry'][number]['measures']
  beforeAll(async () => {
    await buildExample({ folder, end, migrationsFolder, log: () => undefined })
    const { requirements } = await (await as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      year,
    )
    measures = requirements.flatMap(({ linesOfEnquiry }) =>
      linesOfEnquiry.flatMap((line) => line.measures),
    )
  }, 900_000)
  afterAll(() => unit.close())

  test('has twelve beds, most of them taken', async () => {
    const { beds } = await (await as('nurse')).ok<BoardView>('board.cards')
    expect(beds).toHaveLength(12)
    expect(beds.filter(({ stay }) => stay).length).toBeGreaterThanOrEqual(8)
  })

  test('has something to show in every measure over a year', () => {
    const empty = measures.filter(
      ({ figure }) => figure.pass + figure.fail + figure.incomplete === 0,
    )
    expect(empty.map(({ id }) => id)).toEqual([])
  })

  test('has faults that most measures find, and none that only fails', () => {
    const found = measures.filter(({ figure }) => figure.fail > 0)
    expect(found.length).toBeGreaterThan(measures.length / 2)
    expect(measures.filter(({ figure }) => figure.pass === 0).map(({ id }) => id)).toEqual([])
  })

  test('holds an unbroken audit over two years', async () => {
    const found = await (await as('administrator')).ok<{ whole: boolean; checked: number }>(
      'audit.verify',
    )
    expect(found.whole).toBe(true)
    expect(found.checked).toBeGreaterThan(10_000)
  })
})
