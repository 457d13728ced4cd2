import { describe, expect, test } from 'vitest'
import { measureIds } from '#domain/assurance/catalogue.ts'
import { frameworkFaults, readFramework } from '#domain/assurance/framework.ts'
import { frameworkAsTable, frameworkFromTable } from '#domain/assurance/frameworks/from-table.ts'
import {
  contentOf,
  frameworksIn,
  otherFrameworksSchema,
  withFramework,
} from '#domain/assurance/frameworks/rule-content.ts'
import json from '#drizzle/seed/frameworks/finding-five.json' with { type: 'json' }

const headings = frameworkAsTable(readFramework(json, measureIds))[0] ?? []
const row = (changes: Record<string, string> = {}) =>
  headings.map(
    (heading) =>
      ({
        'Framework id': 'network',
        'Framework title': 'Invented network',
        Document: 'Standards',
        Publisher: 'Invented college',
        Section: 'Second edition',
        'Requirement id': 'N1',
        'Short name': 'Fitting pairs',
        'Addressed to': 'The unit',
        Words: 'Only fitting pairs are admitted.',
        Question: 'How is it decided?',
        Evidence: 'policy; log',
        Measures: '5a-1; 5a-5',
        ...changes,
      })[heading] ?? '',
  )
const read = (...rows: string[][]) => frameworkFromTable([headings, ...rows], measureIds)

describe('a framework as a table', () => {
  test('is read with its requirements, lines of enquiry and measures', () => {
    const second = row({
      'Framework id': '',
      'Framework title': '',
      'Short name': '',
      'Addressed to': '',
      Words: '',
      Question: 'And in time?',
      Measures: '5a-5',
    })
    const found = read(row(), second, row({ 'Requirement id': 'N2', Measures: '5e-1' }))
    expect(found).toMatchObject({
      ok: true,
      framework: {
        id: 'network',
        requirements: [
          {
            id: 'N1',
            linesOfEnquiry: [
              {
                question: 'How is it decided?',
                measures: ['5a-1', '5a-5'],
                evidence: ['policy', 'log'],
              },
              { question: 'And in time?', measures: ['5a-5'] },
            ],
          },
          { id: 'N2' },
        ],
      },
    })
  })

  test('that is Finding Five comes back with the same requirements and measures', () => {
    const five = readFramework(json, measureIds)
    const found = frameworkFromTable(frameworkAsTable(five), measureIds)
    if (!found.ok) throw new Error(JSON.stringify(found.faults))
    const measures = (framework: Pick<typeof five, 'requirements'>) =>
      framework.requirements.map(({ id, words, linesOfEnquiry }) => [
        id,
        words,
        linesOfEnquiry.map((one) => one.measures),
      ])
    expect(measures(found.framework)).toEqual(measures(five))
    expect(frameworkFaults({ ...found.framework, version: 1 }, measureIds)).toEqual([])
  })

  test.each([
    ['a measure that there is not', row({ Measures: '5a-1; 9z-1' }), 2, 'no measure 9z-1'],
    ['no measure', row({ Measures: ' ; ' }), 2, 'at least one measure'],
    ['no question', row({ Question: '' }), 2, 'Enter: Question'],
    ['no words', row({ Words: ' ' }), 2, 'Enter: Words'],
    ['no publisher', row({ Publisher: '' }), 2, 'Enter: Publisher'],
    ['an id with blanks', row({ 'Framework id': 'My network' }), 2, 'without blanks'],
  ])('with %s is refused at its line', (_, wrong, line, words) => {
    const found = read(wrong)
    expect(found.ok).toBe(false)
    expect(found.ok ? [] : found.faults).toContainEqual({
      line,
      message: expect.stringContaining(words),
    })
  })

  test('of two frameworks is refused, and so is one without headings or rows', () => {
    expect(read(row(), row({ 'Framework id': 'other', 'Requirement id': 'N2' }))).toMatchObject({
      ok: false,
      faults: [{ line: 3 }],
    })
    expect(frameworkFromTable([['A', 'B']], measureIds)).toMatchObject({ faults: [{ line: 1 }] })
    expect(frameworkFromTable([headings], measureIds)).toMatchObject({ faults: [{ line: 2 }] })
    expect(frameworkFromTable([], measureIds)).toMatchObject({ ok: false })
  })
})

describe('the frameworks of a unit', () => {
  const found = read(row())
  const framework = found.ok ? found.framework : undefined
  if (!framework) throw new Error('The sample cannot be read')

  test('get the next version of one that is there, and keep the others', () => {
    const other = { ...framework, id: 'other' }
    const once = withFramework(withFramework([], framework), other)
    const twice = withFramework(once, { ...framework, title: 'Third edition' })
    expect(twice.map(({ id, version }) => [id, version])).toEqual([
      ['network', 2],
      ['other', 1],
    ])
  })

  test('are refused where one takes the place of Finding Five, or two have one id', () => {
    const valid = withFramework([], framework)
    const [only] = valid
    if (!only) throw new Error('There is none')
    const content = contentOf(valid)
    expect(otherFrameworksSchema.safeParse(content).success).toBe(true)
    const faults = (wrong: unknown) =>
      otherFrameworksSchema.safeParse(wrong).error?.issues.map(({ message }) => message)
    expect(faults(contentOf([{ ...only, id: 'finding-five' }]))).toEqual([
      expect.stringContaining('shipped with the app'),
    ])
    expect(
      faults({ ...content, frameworks: [...content.frameworks, ...content.frameworks] }),
    ).toEqual(['Two frameworks have the same id'])
    expect(faults({ ...content, frameworks: [] })).toEqual([expect.stringContaining('not there')])
    expect(faults({ ...content, requirements: [] })).toEqual([
      expect.stringContaining('at least one requirement'),
    ])
  })

  test('come back from their rules as they went in, each requirement an item of its own', () => {
    const five = { ...readFramework(json, measureIds), id: 'other' }
    const both = [...withFramework([], framework), five]
    const content = contentOf(both)
    expect(frameworksIn(otherFrameworksSchema.parse(content))).toEqual(both)
    const ids = content.requirements.map(({ id }) => id)
    expect(new Set(ids).size).toBe(five.requirements.length + 1)
  })
})
