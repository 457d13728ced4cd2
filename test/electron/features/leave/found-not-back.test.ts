import { afterEach, beforeEach, expect, test } from 'vitest'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { roundsDoneByWhole, roundsDoneUntilBack } from '#domain/supervision/round-measure.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import { supervisionFacts } from '../../../../electron/features/supervision/facts.ts'
import type { RoundsView } from '../../../../electron/features/supervision/round-service.ts'
import type { Arrived, TestUnit } from '../../../support/app.ts'
import { aFamily, type leaving } from './leaving.ts'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
let missingId: string

const ended = (version: number, more: object = {}) => ({
  id: missingId,
  version,
  endedAt: unit.clock.now(),
  endedHow: 'found-elsewhere',
  endedWords: 'At her mother’s house, both well',
  ...more,
})
const end = (version: number, more: object = {}) =>
  unit.as('nurse').ok('leave.endMissing', ended(version, more))
const away = async () => {
  const { beds } = await unit.as('nurse').ok<BoardView>('board.cards')
  const [bed] = beds.filter(({ stay }) => stay?.stayId === family.stayId)
  return { mother: bed?.stay?.away?.state, baby: bed?.pairs[0]?.away?.state }
}
const round = async () =>
  (await unit.as('nurse').ok<RoundsView>('supervision.rounds')).babies.find(
    ({ pairId }) => pairId === family.pairId,
  )

// They left without leave, and are found an hour later.
beforeEach(async () => {
  ;({ unit, family, on } = await aFamily())
  ;({ missingId } = await on.missing())
  await on.pass(60)
})
afterEach(() => unit.close())

test('mother and baby who were found elsewhere are not shown as here, and no round is due', async () => {
  await end(1)
  await on.pass(60)
  expect(await away()).toEqual({ mother: 'found', baby: 'found' })
  expect(await on.overdue()).toContain('baby found elsewhere, not back')
  expect(await round()).toMatchObject({ dueAt: null, awaySince: expect.any(String) })
  expect((await on.view()).missing[0]?.notBack).toHaveLength(2)
})

test('that they are back is recorded on the search, not before they were found', async () => {
  await end(1)
  const foundAt = unit.clock.now()
  await on.pass(60)
  const early = await unit
    .as('nurse')
    .fails(
      'leave.endMissing',
      ended(2, { endedHow: 'returned', endedAt: '2026-01-01T00:00:00.000Z' }),
    )
  expect(early.fields?.map(({ field }) => field)).toEqual(['endedAt'])
  expect((await unit.as('nurse').fails('leave.endMissing', ended(2))).code).toBe('held')
  await end(2, { endedHow: 'returned', endedWords: 'By taxi with her brother' })
  await on.pass(1)
  expect(await away()).toEqual({ mother: undefined, baby: undefined })
  expect((await round())?.dueAt).not.toBeNull()
  // When they were found stays in the history of the record.
  expect(
    unit.db.rows('select ended_how as how, ended_at as at from missing_report order by version'),
  ).toContainEqual({ how: 'found-elsewhere', at: foundAt })
})

test('the mother comes back first: the baby is still elsewhere', async () => {
  await end(1)
  await on.pass(30)
  await end(2, { endedHow: 'returned', mother: true, babies: [] })
  expect(await away()).toEqual({ mother: undefined, baby: 'found' })
})

test('whom the police search for is missing as long as the stay goes on', async () => {
  await end(1, { endedHow: 'with-police' })
  expect(await away()).toEqual({ mother: 'missing', baby: 'missing' })
  expect(await on.overdue()).toContain('baby missing')
})

test('5d-7 takes the baby as out until the return; the third version as here once found', async () => {
  await unit.as('nurse').ok('supervision.signRound', {
    checks: [
      {
        pairId: family.pairId,
        seenAt: unit.clock.now(),
        timed: 'typed',
        outcome: 'away',
        note: 'Not here',
      },
    ],
  })
  await end(1)
  await on.pass(240)
  const day = unit.clock.now().slice(0, 10)
  const period = periodOfDays(day, day)
  const cut = { at: unit.clock.now(), auditSeq: Number.MAX_SAFE_INTEGER }
  const missed = (measure: typeof roundsDoneByWhole) =>
    measure
      .members(supervisionFacts(unit.db, period, cut), period, cut)
      .filter(({ reason }) => reason === 'No check on record').length
  expect(missed(roundsDoneByWhole)).toBe(1)
  expect(missed(roundsDoneUntilBack)).toBe(0)
})
