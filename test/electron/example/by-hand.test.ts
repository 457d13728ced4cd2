import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { buildExample, examplePassword } from '../../../electron/example/build-example.ts'
import type { NamedMember } from '../../../electron/features/assurance/drill.ts'
import { caller, migrationsFolder, newFolder, startBareApp } from '../../support/app.ts'
import { tableUnder } from '../../support/markdown-table.ts'

/** The figures of one small variant, against a page on which each was worked out by hand. */
const page = readFileSync('docs/states/example-by-hand.md', 'utf8')
const variant = { end: '2026-11-23T14:00:00.000Z', beds: 1, days: 40, seed: 15 }
const period = { first: '2026-10-14', last: '2026-11-23' }

const byHand = tableUnder(page, 'The figures')
const leftOut = tableUnder(page, 'Left out here').map(({ measure }) => measure)
const worked = byHand.flatMap(({ measure = '' }) =>
  page.includes(`\n## Measure ${measure}:`) ? [measure] : [],
)

const onTheWall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** `2 × 425` is 850. */
const product = (words: string) =>
  words.split('×').reduce((product, factor) => product * Number(factor), 1)

interface Line {
  /** When, or which member of staff. */
  of: string
  class: string
  quantity: number
}

/** Lines of the same time and class as one, in the order of their words. */
function summed(lines: readonly Line[]): string[] {
  const sums = new Map<string, number>()
  for (const line of lines) {
    const name = `${line.of}: ${line.class}`
    sums.set(name, (sums.get(name) ?? 0) + line.quantity)
  }
  return [...sums].map(([name, sum]) => `${name} ${sum}`).sort()
}

const linesOf = (measure: string): Line[] =>
  tableUnder(page, `Measure ${measure}:`).map((row) => ({
    of: row.when ?? row.staff ?? '',
    class: row.class ?? '',
    quantity: product(row['how many'] ?? '1'),
  }))

const lineOf = (member: NamedMember): Line => ({
  of: member.staff?.name ?? onTheWall.format(new Date(member.at)).replace(',', ''),
  class: member.class,
  quantity: member.quantity,
})

describe('the example worked out by hand', () => {
  let unit: ReturnType<typeof startBareApp>
  let window: ReturnType<typeof caller>
  const figures = new Map<
    string,
    ReportModel['requirements'][number]['linesOfEnquiry'][number]['measures'][number]
  >()

  beforeAll(async () => {
    const folder = newFolder()
    await buildExample({ ...variant, folder, migrationsFolder, log: () => undefined })
    unit = startBareApp(variant.end, folder)
    window = caller(unit.app, 'ward-manager')
    await window.ok('session.signIn', { signInName: 'ward-manager' }, { password: examplePassword })
    const { requirements } = await window.ok<ReportModel>('assurance.requirements', period)
    for (const { linesOfEnquiry } of requirements)
      for (const { measures } of linesOfEnquiry)
        for (const measure of measures) figures.set(measure.id, measure)
  })
  afterAll(() => unit.close())

  test('every measure that counts anything here stands on the page', () => {
    const known = new Set([...byHand.map(({ measure }) => measure), ...leftOut])
    const counting = [...figures.values()].filter(({ figure }) => figure.population > 0)
    expect(counting.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
  })

  test.each(byHand.map((row) => [row.measure ?? '', row] as const))(
    'the figure of %s',
    (measure, row) => {
      const found = figures.get(measure)?.figure
      expect({
        pass: found?.pass,
        fail: found?.fail,
        incomplete: found?.incomplete,
        notEligible: found?.notEligible,
      }).toEqual({
        pass: Number(row.pass),
        fail: Number(row.fail),
        incomplete: Number(row.incomplete),
        notEligible: Number(row['not eligible']),
      })
    },
  )

  test.each(worked)('the records behind %s', async (measure) => {
    const members = await window.ok<NamedMember[]>('assurance.records', { ...period, measure })
    expect(summed(members.map(lineOf))).toEqual(summed(linesOf(measure)))
  })
})
