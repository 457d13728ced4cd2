import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
let template: string
beforeAll(async () => {
  unit = await startTestUnit()
  const { bytes } = await unit
    .as('ward-manager')
    .ok<{ bytes: Uint8Array }>('assurance.frameworkTemplate')
  template = new TextDecoder().decode(bytes)
})
afterAll(() => unit.close())

interface View {
  revision: string | null
  frameworks: {
    id: string
    version: number
    requirements: { id: string; level: string; n: number }[]
  }[]
}
const period = { first: '2026-10-01', last: '2026-12-31' }
const frameworks = () => unit.as('commissioner').ok<View>('assurance.frameworks', period)
const network = () => template.replaceAll('finding-five', 'network')
const take = (text: string) =>
  unit.as('ward-manager').ok<{ id: string }>('assurance.importFramework', {
    text,
    changes: 'Sent by the network',
  })

async function approve(id: string) {
  const reviewDue = '2027-11-01'
  const { version } = await unit
    .as('safeguarding-lead')
    .ok<{ version: number }>('ruleSets.revision', { id })
  return unit.as('safeguarding-lead').call('ruleSets.approve', {
    id,
    version,
    reviewDue,
    reason: 'Asked for by the network',
    agreedWith: '',
  })
}

describe('a framework from a file', () => {
  test('is a draft that changes nothing until somebody else has approved it', async () => {
    expect((await frameworks()).frameworks).toEqual([])
    const { id } = await take(network())
    expect((await frameworks()).frameworks).toEqual([])
    expect(await approve(id)).toMatchObject({ ok: true })
    unit.clock.pass(1)
    const { frameworks: found } = await frameworks()
    expect(found.map((one) => [one.id, one.version])).toEqual([['network', 1]])
    expect(found[0]?.requirements.map(({ id }) => id)).toContain('5a')
  })

  test('has the same level and n as Finding Five where it asks for the same measures', async () => {
    const five = await unit
      .as('commissioner')
      .ok<{ requirements: { id: string; computedLevel: string; n: number }[] }>(
        'assurance.requirements',
        period,
      )
    const [other] = (await frameworks()).frameworks
    expect(other?.requirements.map(({ id, level, n }) => [id, level, n])).toEqual(
      five.requirements.map(({ id, computedLevel, n }) => [id, computedLevel, n]),
    )
  })

  test('read again is its next version; a cut before that still has the one before', async () => {
    const before = await unit
      .as('commissioner')
      .ok<View & { cut: object }>('assurance.frameworks', period)
    const { id } = await take(network().replaceAll('Second edition', 'Third edition'))
    expect(await approve(id)).toMatchObject({ ok: true })
    unit.clock.pass(1)
    expect((await frameworks()).frameworks[0]?.version).toBe(2)
    const then = await unit
      .as('commissioner')
      .ok<View>('assurance.frameworks', { ...period, cut: before.cut })
    expect(then.frameworks[0]?.version).toBe(1)
  })

  test('may be JSON', async () => {
    const framework = {
      id: 'json-network',
      title: 'Invented',
      source: { document: 'D', publisher: 'P', section: 'S' },
      findings: [{ id: 'F', words: 'F' }],
      requirements: [
        {
          id: 'J1',
          short: 'Short',
          finding: 'F',
          addressedTo: 'The unit',
          words: 'Words',
          linesOfEnquiry: [{ id: 'K', question: 'Is it so?', evidence: [], measures: ['5e-1'] }],
        },
      ],
    }
    await take(JSON.stringify(framework))
  })

  test.each([
    ['no table at all', 'hello', 'headings are missing'],
    [
      'words without an end',
      () => network().replace('Are only fitting pairs admitted', 'x'.repeat(5_001)),
      'Line 2: Question: Shorten it to 5,000 characters or fewer',
    ],
    [
      'a measure that there is not',
      () => network().replace('5a-1', '9z-1'),
      'Line 2: There is no measure 9z-1',
    ],
    [
      'more rows than are read',
      () => `${network()}\n${'network,,,,,1,,,,Q?,,5a-1\n'.repeat(5_001)}`,
      'more than 5000 rows',
    ],
    [
      'words that are turned round',
      () => network().replace(/"?The MBU/, (words) => `${words}\u202e`),
      'hidden mark',
    ],
    ['the place of Finding Five', () => template, 'Finding Five is shipped'],
    ['half of a JSON', '{"id": "x"', 'not whole JSON'],
    ['a JSON without requirements', '{"id": "x", "title": "y"}', 'requirements'],
  ])('with %s is refused at the file, with what to mend', async (_, text, words) => {
    const failure = await unit.as('ward-manager').fails('assurance.importFramework', {
      text: typeof text === 'string' ? text : text(),
      changes: 'Sent by the network',
    })
    expect(failure.fields?.[0]?.field).toMatch(/^text/)
    expect(failure.fields?.map(({ message }) => message).join(' ')).toContain(words)
  })
})
