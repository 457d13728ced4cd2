import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowedColumns, discloseRow } from '#domain/assurance/disclosure.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import * as schema from '#drizzle/schema/index.ts'
import { buildExample, examplePassword } from '../../../electron/example/build-example.ts'
import type { BoardView } from '../../../electron/features/board/cards.ts'
import { caller, migrationsFolder, newFolder, startBareApp } from '../../support/app.ts'

/** A small variant: three beds, ten weeks. */
const end = '2026-11-23T14:00:00.000Z'
const small = { end, beds: 3, days: 70, seed: 7, migrationsFolder, log: () => undefined }

/** Columns that leave as codes, with their names in the store; yes and no are no words there. */
const codeColumns = Object.values(schema)
  .filter((one) => is(one, SQLiteTable))
  .flatMap((table) => {
    const type = getTableName(table)
    const kept = getTableColumns(table) as Record<string, { name: string; dataType: string }>
    return (allowedColumns[type] ?? [])
      .filter(({ as }) => as === 'code' || as === 'codes')
      .flatMap(({ column }) => {
        const found = kept[column]
        return found?.dataType === 'string' ? [{ type, column, name: found.name }] : []
      })
  })

async function opened(folder: string) {
  const bare = startBareApp(end, folder)
  const as = async (signInName: string) => {
    const window = caller(bare.app, signInName)
    await window.ok('session.signIn', { signInName }, { password: examplePassword })
    return window
  }
  return { ...bare, as }
}

describe('the example unit', () => {
  const folder = newFolder()
  let unit: Awaited<ReturnType<typeof opened>>
  beforeAll(async () => {
    await buildExample({ ...small, folder })
    unit = await opened(folder)
  })
  afterAll(() => unit.close())

  test('has families on the board, with supervision decided and now and then late', async () => {
    const { beds, onShift } = await (await unit.as('nurse')).ok<BoardView>('board.cards')
    expect(beds).toHaveLength(3)
    expect(beds.some(({ pairs }) => pairs.length > 0)).toBe(true)
    expect(onShift.some(({ nurseInCharge }) => nurseInCharge)).toBe(true)
  })

  test('has restricted entries, an opening in an emergency that waits for its review, and a held record', async () => {
    const manager = await unit.as('ward-manager')
    const openings = await manager.ok<{ state: string }[]>('restricted.openings')
    expect(openings.map(({ state }) => state).sort()).toEqual(['reviewed', 'waiting'])
    const { rows } = await manager.ok<{ rows: { state: string }[] }>('retention.kept', {})
    expect(rows.filter(({ state }) => state === 'held')).toHaveLength(1)
    expect(
      unit.app.house.read().rows('select 1 from restricted_entry where version = 1').length,
    ).toBeGreaterThan(1)
  })

  test('has a week of rounds: most on time, some late, missed or entered in bulk', async () => {
    const members = await (await unit.as('ward-manager')).ok<{ class: string; reason: string }[]>(
      'assurance.records',
      { first: '2026-11-17', last: '2026-11-22', measure: '5d-7' },
    )
    expect(members.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'Seen on time',
        'Seen late',
        'No check on record',
        'Entered in bulk, or later than one interval after',
      ]),
    )
  })

  test('has no code that a report would keep back as if it were free text', async () => {
    await unit.as('administrator')
    const { raw } = unit.app.house.store()
    const keptBack = codeColumns.flatMap(({ type, column, name }) =>
      (raw.prepare(`select distinct ${name} as told from ${type}`).all() as { told: unknown }[])
        .flatMap(({ told }) => discloseRow(type, { [column]: told }, {}, () => 'pseudonym'))
        .filter(({ withheld }) => withheld)
        .map(({ value }) => `${type}.${column}: ${value}`),
    )
    expect([...new Set(keptBack)]).toEqual([])
  })

  test('answers the measures of supervision with passes and failures', async () => {
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-20', last: '2026-11-23' },
    )
    const measures = requirements
      .find(({ id }) => id === '5d')
      ?.linesOfEnquiry.flatMap((one) => one.measures)
    const covered = measures?.find(({ id }) => id === '5d-4')?.figure
    expect(covered?.pass).toBeGreaterThan(0)
    expect(covered?.fail).toBeGreaterThan(0)
  })

  test('has mothers and babies assessed in time and late, and professionals who answered and did not', async () => {
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-14', last: '2026-11-23' },
    )
    const measures = requirements
      .find(({ id }) => id === '5d')
      ?.linesOfEnquiry.flatMap((one) => one.measures)
    const figure = (id: string) => measures?.find((one) => one.id === id)?.figure
    for (const id of ['5d-1', '5d-2', '5d-6']) expect(figure(id)?.pass, id).toBeGreaterThan(0)
    const faults = ['5d-1', '5d-2', '5d-6'].map((id) => figure(id)?.fail ?? 0)
    expect(faults.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0)
  })

  test('has a referral in every open stage, and faults that the measures of admission find', async () => {
    const { referrals } = await (await unit.as('ward-manager')).ok<{
      referrals: { stage: string; open: boolean; toDo: { late: boolean }[] }[]
    }>('admission.list', { which: 'open' })
    // Beside them stand referrals that have ended with something left to do.
    expect(new Set(referrals.filter(({ open }) => open).map(({ stage }) => stage))).toEqual(
      new Set(['received', 'checking', 'waiting', 'offered', 're-opened']),
    )
    expect(referrals.some(({ toDo }) => toDo.some(({ late }) => late))).toBe(true)
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-15', last: '2026-11-23' },
    )
    const measures = requirements
      .find(({ id }) => id === '5a')
      ?.linesOfEnquiry.flatMap((one) => one.measures)
    for (const id of ['5a-1', '5a-5', '5a-8'])
      expect(measures?.find((one) => one.id === id)?.figure.pass).toBeGreaterThan(0)
    expect(measures?.some(({ figure }) => figure.fail > 0)).toBe(true)
  })

  test('has documents read, unread and late, and faults that the measures of history find', async () => {
    const { beds } = await (await unit.as('nurse')).ok<BoardView>('board.cards')
    expect(beds.some(({ stay }) => (stay?.unread ?? 0) > 0)).toBe(true)
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-15', last: '2026-11-23' },
    )
    const measures = requirements
      .find(({ id }) => id === '5c')
      ?.linesOfEnquiry.flatMap((one) => one.measures)
    for (const id of ['5c-1', '5c-3', '5c-4', '5c-5'])
      expect([id, measures?.find((one) => one.id === id)?.figure.pass ?? 0]).not.toEqual([id, 0])
    expect(measures?.some(({ figure }) => figure.fail > 0)).toBe(true)
  })

  // Counted by hand from the table of training-story.ts: of ten who are past their first months, one let the
  // level lapse, and another did it alone in front of a screen; five are starters or not asked.
  test.each([
    ['5b-1', { pass: 9, fail: 1, incomplete: 0, notEligible: 5 }],
    ['5b-2', { pass: 8, fail: 2, incomplete: 0, notEligible: 5 }],
    ['5b-3', { pass: 9, fail: 1, incomplete: 0, notEligible: 5 }],
  ])('has the training that was worked out by hand: %s', async (id, figure) => {
    const { requirement } = await (await unit.as('commissioner')).ok<{
      requirement: ReportModel['requirements'][number]
    }>('assurance.requirement', { first: '2026-09-15', last: '2026-11-23', requirement: '5b' })
    const measures = requirement.linesOfEnquiry.flatMap((one) => one.measures)
    expect(measures.find((one) => one.id === id)?.figure).toMatchObject(figure)
  })

  test('has the use of health services analysed, now and then late or never', async () => {
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-15', last: '2026-11-23' },
    )
    const figure = requirements
      .find(({ id }) => id === '3')
      ?.linesOfEnquiry.flatMap((one) => one.measures)
      .find(({ id }) => id === '3-1')?.figure
    expect(figure?.pass).toBeGreaterThan(0)
    const kept = unit.app.house
      .read()
      .rows<{ n: number }>(
        'select count(*) as n from chronology_entry union all select count(*) from health_contact',
      )
    expect(kept.every(({ n }) => n > 0)).toBe(true)
  })

  test('has open duties, and faults that the measures of telling others find', async () => {
    const { lines } = await (await unit.as('nurse')).ok<{
      lines: { loop: { status: { state: string }; contact: object | null } }[]
    }>('communications.open')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.some(({ loop }) => loop.contact !== null)).toBe(true)
    const states = unit.app.house.read().rows<{ n: number }>(
      `select count(*) as n from duty_sending union all select count(*) from duty_acknowledgement
         union all select count(*) from duty_drop`,
    )
    expect(states.every(({ n }) => n > 0)).toBe(true)
  })

  test('has had unwell babies, and one whose clock runs at the end', async () => {
    const nurse = await unit.as('nurse')
    const { beds } = await nurse.ok<BoardView>('board.cards')
    const running = beds.flatMap(({ pairs }) => pairs.flatMap(({ episode }) => episode ?? []))
    expect(running).toHaveLength(1)
    expect(running[0]).toMatchObject({ nextStep: 'Speak to on-call paediatrics', lateSince: null })
    const { requirements } = await (await unit.as('commissioner')).ok<ReportModel>(
      'assurance.requirements',
      { first: '2026-09-15', last: '2026-11-23' },
    )
    const figures = requirements
      .find(({ id }) => id === '5e')
      ?.linesOfEnquiry.flatMap(({ measures }) => measures)
      .filter(({ id }) => ['5e-1', '5e-2', '5e-3'].includes(id))
    expect(figures?.map(({ figure }) => figure.pass > 0)).toEqual([true, true, true])
  })

  test('holds an unbroken audit', async () => {
    const found = await (await unit.as('administrator')).ok<{ whole: boolean; checked: number }>(
      'audit.verify',
    )
    expect(found.whole).toBe(true)
    expect(found.checked).toBeGreaterThan(100)
  })

  test('is the same for the same seed and end', async () => {
    const again = newFolder()
    await buildExample({ ...small, folder: again })
    const other = await opened(again)
    const cards = async (one: typeof unit) => {
      const { beds } = await (await one.as('nurse2')).ok<BoardView>('board.cards')
      return beds.map(({ bedName, stay, pairs }) => ({
        bedName,
        day: stay?.day,
        babies: pairs.map(({ baby, inside, outside }) => ({ baby, inside, outside })),
      }))
    }
    expect(await cards(other)).toEqual(await cards(unit))
    other.close()
  }, 120_000)
})
