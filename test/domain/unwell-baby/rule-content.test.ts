import { describe, expect, test } from 'vitest'
import { needsApproval, type SourceMark } from '#domain/shared/source.ts'
import { escalationContentSchema } from '#domain/unwell-baby/escalation-content.ts'
import { feverContentSchema } from '#domain/unwell-baby/fever.ts'
import { sayKeys, wordsToSay } from '#domain/unwell-baby/say.ts'
import { escortRules, rules } from './rules-of-the-unit.ts'

interface Marked {
  source: string
  mark: SourceMark
  id?: string
}

/** Every part of a content that carries a source. */
function marked(value: unknown): Marked[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'mark' in value ? [value as Marked] : []
  return [...own, ...Object.values(value).flatMap(marked)]
}

describe('sources', () => {
  test.each([
    ['fever', rules.fever, 'NICE NG143'],
    ['sepsis', rules.sepsis, 'NICE NG254'],
    ['pews', rules.pews, 'NHS England national PEWS'],
  ])('every row of %s names its document and section', (_, content, document) => {
    const rows = marked(content)
    expect(rows.length).toBeGreaterThan(30)
    for (const { source } of rows) {
      expect(source.startsWith(document)).toBe(true)
      expect(source).toContain(', ')
    }
  })

  test('what no published text holds shows as unapproved', () => {
    const unapproved = (rows: readonly Marked[]) =>
      rows.filter(({ mark }) => needsApproval(mark)).map(({ id }) => id)
    expect(unapproved(rules.fever.rows)).toEqual([])
    expect(unapproved(rules.sepsis.rows)).toEqual(['SEP-M-14', 'SEP-M-15', 'SEP-M-16', 'SEP-M-17'])
    expect(unapproved(rules.routes.routes)).toHaveLength(rules.routes.routes.length)
    expect(unapproved(escortRules.rows)).toHaveLength(escortRules.rows.length)
    expect(needsApproval(rules.routes.injury.mark)).toBe(false)
  })

  test('no number of a life support guideline is written down', () => {
    expect(JSON.stringify(rules.routes)).not.toMatch(/\b(15:2|30:2|100-120|rescue breaths)\b/)
  })
})

describe('a content that cannot be worked by is refused', () => {
  const refused = (content: unknown) => {
    const result = escalationContentSchema.safeParse(content)
    return result.success ? [] : result.error.issues.map(({ message }) => message)
  }
  const { routes } = rules

  test('a band without a route, or left out', () => {
    const [first, ...rest] = routes.bands
    expect(refused({ ...routes, bands: rest })).toContain(
      'The band life-threatening must be listed once',
    )
    expect(refused({ ...routes, bands: [{ ...first, route: 'none' }, ...rest] })).toContain(
      'The band life-threatening names the route none, which is not there',
    )
  })

  test('words that ask for what the record does not hold', () => {
    const say = routes.say.map((one) => ({ ...one, lines: ['{moon}'] }))
    expect(refused({ ...routes, say })[0]).toContain('{moon}')
  })

  test('a step that those whom it rings do not fulfil', () => {
    const [first, ...rest] = routes.routes
    if (!first) throw new Error('no route')
    const steps = first.steps.map((step) => ({ ...step, metBy: ['gp'] }))
    expect(refused({ ...routes, routes: [{ ...first, steps }, ...rest] })[0]).toContain(
      'not met by',
    )
  })

  test('a row that is there twice, or asks for nothing', () => {
    const [first, ...rest] = rules.fever.rows
    if (!first) throw new Error('no row')
    const parse = (rows: unknown) => feverContentSchema.safeParse({ ...rules.fever, rows }).success
    expect(parse([first, first, ...rest])).toBe(false)
    expect(parse([{ ...first, when: { kind: 'value', sign: 'heart-rate' } }, ...rest])).toBe(false)
    expect(parse([{ ...first, when: { kind: 'finding', anyOf: ['moon'] } }, ...rest])).toBe(false)
  })
})

describe('what to say', () => {
  const lines = (id: string) => rules.routes.say.find((one) => one.id === id)?.lines ?? []

  test('is filled from the record', () => {
    const said = wordsToSay(lines('say-999'), {
      caller: 'S. Okafor',
      unit: 'Example Unit',
      age: '4 months 3 days',
      correctedAge: '',
      bands: 'Sepsis: high risk',
    })
    expect(said[1]).toBe('I am S. Okafor at Example Unit.')
    expect(said[2]).toBe('The baby is 4 months 3 days old.')
    expect(said.join(' ')).not.toContain('Corrected age')
    expect(said.join(' ')).not.toMatch(/[{}]/)
  })

  test('leaves out the unit’s address and telephone where nobody recorded them, and nothing of the baby', () => {
    const facts = { caller: 'S. Okafor', unit: 'Example Unit', baby: 'Wren' }
    for (const { id } of rules.routes.say) {
      const said = wordsToSay(lines(id), facts).join(' ')
      expect(said).not.toMatch(/telephone|[Mm]y number|Example Unit, not/)
      expect(said).toContain('S. Okafor')
      expect(said).toContain('not recorded')
    }
    const whole = { ...facts, address: '1 Test Lane', telephone: '01632 960001' }
    expect(wordsToSay(lines('say-999'), whole)[1]).toBe(
      'I am S. Okafor at Example Unit, 1 Test Lane. My number is 01632 960001.',
    )
    expect(wordsToSay(lines('say-doctor'), whole)[0]).toContain('telephone 01632 960001. I am')
  })

  test('speaks of the corrected age of a premature baby', () => {
    expect(wordsToSay(lines('say-999'), { correctedAge: '5 wk' })[3]).toContain(
      'Corrected age 5 wk',
    )
  })

  test('a name that looks like a placeholder is a name', () => {
    expect(wordsToSay(['{baby}'], { baby: '{caller} $& $1' })).toEqual(['{caller} $& $1'])
  })

  test.each(sayKeys)('%s is asked for somewhere', (key) => {
    expect(
      rules.routes.say.some((one) => one.lines.some((line) => line.includes(`{${key}}`))),
    ).toBe(true)
  })
})
