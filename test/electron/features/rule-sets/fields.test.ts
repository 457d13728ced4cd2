import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  editable,
  type FieldWithin,
  putAfter,
  putValue,
  valueAt,
} from '#domain/rule-sets/fields.ts'
import type { RuleShape } from '#domain/rule-sets/shape.ts'
import { ruleSetKinds } from '../../../../electron/rule-set-kinds.ts'

const seeds = join(import.meta.dirname, '../../../../drizzle/seed/rule-sets')
const kinds = ruleSetKinds.map((kind) => {
  const schema = z.toJSONSchema(kind.content, { io: 'input', unrepresentable: 'any' })
  const file = kind.kind === 'spot-questions' ? 'spot-check-questions' : kind.kind
  const content: unknown = JSON.parse(readFileSync(join(seeds, `${file}.json`), 'utf8')).content
  return { ...kind, shape: schema as RuleShape, rules: content, schema: kind.content }
})
const named = (name: string) => {
  const found = kinds.find(({ kind }) => kind === name)
  if (!found) throw new Error(name)
  return found
}

/** Every figure, text, yes and no of a content, whatever its schema says. */
const leaves = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0)
    : 1

const covered = ({ value, shape }: FieldWithin) =>
  value === undefined || shape.kind === 'text' ? Number(value !== undefined) : leaves(value)

describe('the fields of every kind of rules', () => {
  test.each(kinds.map((kind) => [kind.kind, kind] as const))(
    '%s: each field stands where it says, and put back it changes nothing',
    (_, { shape, rules, schema }) => {
      const { fields, items } = editable(shape, rules)
      for (const { path, value } of fields) {
        expect(valueAt(rules, path)).toEqual(value)
        expect(putValue(rules, path, value)).toEqual(rules)
      }
      for (const { path, value } of items) expect(valueAt(rules, path)).toEqual(value)
      expect(schema.safeParse(rules).success).toBe(true)
    },
  )

  test.each(kinds.map((kind) => [kind.kind, kind] as const))(
    '%s: nothing but what names a kind of rule is out of reach',
    (_, { shape, rules }) => {
      const { fields } = editable(shape, rules)
      const reached = fields.reduce((sum, field) => sum + covered(field), 0)
      const fixed = (
        JSON.stringify(rules).match(
          /"kind":"(value|finding|consciousness|staff-concern|carer-concern|any|only|one-of)"/g,
        ) ?? []
      ).length
      expect(leaves(rules) - reached).toBeLessThanOrEqual(Math.max(fixed, leaves(rules) * 0.02))
    },
  )
})

describe('the routes of an unwell baby', () => {
  const { shape, rules, schema } = named('escalation-routes')
  const { fields, items } = editable(shape, rules)
  const field = (where: string) => {
    const found = fields.find((one) => one.where.join(', ') === where)
    if (!found)
      throw new Error(
        `${where}: ${fields
          .map((one) => one.where.join(', '))
          .slice(0, 40)
          .join('\n')}`,
      )
    return found
  }

  test('the route of a band is chosen, a limit is a limit, and whom to ring are choices', () => {
    const limit = field(
      'routes, paediatrics-30 On-call paediatrics, steps, paediatrics-30, within'.replace(
        'paediatrics-30 ',
        'paediatrics ',
      ),
    )
    expect(limit).toMatchObject({
      value: { kind: 'minutes', minutes: 30 },
      shape: { kind: 'limit' },
    })
    const ring = field('routes, paediatrics On-call paediatrics, steps, paediatrics-30, ring')
    expect(ring.shape.kind).toBe('choices')
    expect(field('bands, sepsis-moderate, band').shape.kind).toBe('choice')
    expect(
      field('routes, paediatrics On-call paediatrics, steps, paediatrics-30, otherwise'),
    ).toMatchObject({
      value: undefined,
      optional: true,
    })
  })

  test('a limit changes its kind at once, and an optional helper is set and taken away', () => {
    const limit = field('routes, paediatrics On-call paediatrics, steps, paediatrics-30, within')
    const hours = putValue(rules, limit.path, { kind: 'hours', hours: 1 })
    expect(schema.safeParse(hours).success).toBe(true)
    const other = field('routes, paediatrics On-call paediatrics, steps, paediatrics-30, otherwise')
    const set = putValue(rules, other.path, '999')
    expect(schema.safeParse(set).success).toBe(true)
    expect(putValue(set, other.path, undefined)).toEqual(rules)
  })

  test('the rule of bruises: its signs, its babies and its steps', () => {
    expect(field('injury, mobility').shape).toMatchObject({ kind: 'choices' })
    const step = items.find(({ where }) => where.join(', ') === 'injury, steps, number 2')
    if (!step) throw new Error('no step')
    const more = putAfter(rules, step.path, 'Ring the named nurse')
    expect(schema.safeParse(more).success).toBe(true)
    expect(putValue(more, [...step.path.slice(0, -1), 2], undefined)).toEqual(rules)
  })
})

describe('the duties', () => {
  const { shape, rules, schema } = named('duties')
  const { items, fields } = editable(shape, rules)

  test('a cell is known by who is told in which cases; another one like it is added and changed', () => {
    const cell = items.find(
      ({ where }) => where[1]?.startsWith('COM-04') && where[3]?.startsWith('health-visitor'),
    )
    if (!cell) throw new Error('no cell')
    const more = putAfter(rules, cell.path, cell.value)
    const next = [...cell.path.slice(0, -1), Number(cell.path.at(-1)) + 1]
    const police = putValue(more, [...next, 'recipient'], 'police')
    expect(schema.safeParse(police).success).toBe(true)
    const limit = fields.find(({ path }) => path.join('/') === [...cell.path, 'limit'].join('/'))
    expect(limit?.shape).toMatchObject({ kind: 'limit' })
    const before = putValue(rules, [...cell.path, 'limit'], {
      kind: 'working-days-before',
      days: 5,
    })
    expect(schema.safeParse(before).success).toBe(true)
  })

  test('a question is asked of those that are on the list alone', () => {
    const cell = items.find(({ where }) => where[2] === 'cells')
    const asked = putValue(rules, [...(cell?.path ?? []), 'question'], 'no-such-question')
    expect(schema.safeParse(asked).success).toBe(false)
  })
})

test('a way that leads nowhere is refused', () => {
  expect(() => putValue({ list: [1] }, ['list', 4], 1)).toThrow()
  expect(() => putValue({ figure: 1 }, ['figure', 'deeper'], 1)).toThrow()
  expect(() => putAfter({ figure: 1 }, ['figure'], 1)).toThrow()
})
