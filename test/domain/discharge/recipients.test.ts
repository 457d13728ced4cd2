import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactFaults, planFaults, printable } from '#domain/discharge/plan.ts'
import type { Recipient } from '#domain/discharge/recipients.ts'
import { addressed, sentFaults } from '#domain/discharge/sent.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const shut = (because: string) => ({ may: false, because }) as const
const karl: Recipient = {
  id: 'karl',
  kind: 'family',
  name: 'Karl Kowalski',
  what: 'Said to be the father',
  relations: ['father'],
  route: shut('They must not be contacted. Ask the social worker'),
}
const anna: Recipient = {
  id: 'anna',
  kind: 'family',
  name: 'Anna Nowak',
  what: 'Grandparent',
  relations: ['grandparent'],
  route: { may: true, through: 'Jo Reed' },
}
const jo: Recipient = {
  id: 'jo',
  kind: 'professional',
  name: 'Jo Reed',
  what: 'Social worker',
  relations: [],
  route: { may: true, through: '' },
}
const mother: Recipient = {
  id: 'mother',
  kind: 'mother',
  name: 'Zuzanna Nowak',
  what: 'the mother',
  relations: [],
  route: { may: true, through: '' },
}
const known = [mother, karl, anna, jo]

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/discharge.md'), 'utf8')
const linesOf = (title: string) => tableUnder(page, title).map((row) => [row.line, row] as const)

describe('to whom the summary may go', () => {
  test.each(linesOf('2. To whom the summary may go'))('line %s', (_, row) => {
    const recipient =
      row.chosen === 'the mother'
        ? 'mother'
        : row.chosen === 'somebody else'
          ? 'somebody-else'
          : (known.find(({ name }) => name === row.chosen)?.id ?? 'withdrawn')
    const to = addressed({ recipient, sentTo: row.typed === '-' ? undefined : row.typed }, known)
    if ('text' in to)
      return expect([to.text, '-', '-']).toEqual([row['kept as'], row['refused at'], row.because])
    expect(['-', to.fault.field]).toEqual([row['kept as'], row['refused at']])
    expect(to.fault.message).toContain(row.because)
  })
})

describe('what the plan may name', () => {
  test.each(linesOf('3. What the plan may name'))('line %s', (_, row) => {
    const said = {
      destination: row['to whom, and where'] ?? '',
      documents: row['documents handed on'] ?? '',
    }
    const fields = contactFaults(said, known).map(({ field }) => field)
    expect(fields.join() || '-').toBe(row['refused at'])
    const shown = printable(said, known)
    expect(JSON.stringify(shown)).not.toContain('Kowalski')
    for (const field of fields) expect(shown[field as keyof typeof shown]).toMatch(/^Not printed/)
  })
})

describe('the times', () => {
  const now = '2026-11-23T09:00:30.000Z'
  const times = { arrivedAt: '2026-11-20T10:15:20.000Z', now, before: null }
  const plan = {
    plannedFor: '2026-12-01T09:00:00.000Z',
    agreement: 'agreed',
    agreedWith: 'Jo Reed',
    agreedAt: '2026-11-23T09:00:00.000Z',
    whereTo: 'home',
    destination: 'Home',
  } as const
  test.each([
    [{}, {}, []],
    [{ plannedFor: '2026-11-23T09:00:00.000Z' }, {}, []],
    [{ plannedFor: '2026-11-23T08:59:00.000Z' }, {}, ['plannedFor']],
    [
      { plannedFor: '2026-11-22T09:00:00.000Z' },
      { before: { ...plan, agreedAt: null, plannedFor: '2026-11-22T09:00:00.000Z' } },
      [],
    ],
    [{ plannedFor: '2026-11-19T09:00:00.000Z' }, {}, ['plannedFor']],
    [{ plannedFor: '2028-11-19T09:00:00.000Z' }, {}, ['plannedFor']],
    [{ agreedAt: '2026-11-20T10:15:00.000Z' }, {}, []],
    [{ agreedAt: '2026-11-20T10:14:00.000Z' }, {}, ['agreedAt']],
    [{ agreedAt: '2026-11-23T09:03:00.000Z' }, {}, ['agreedAt']],
  ])('of a plan: %o %o', (changes, also, fields) => {
    const faults = planFaults({ ...plan, ...changes }, { ...times, ...also })
    expect(faults.map(({ field }) => field)).toEqual(fields)
  })
  test.each([
    ['2026-11-23T09:00:00.000Z', 0],
    ['2026-11-23T08:40:00.000Z', 0],
    ['2026-11-23T08:39:00.000Z', 1],
    ['1900-01-01T00:00:00.000Z', 1],
    ['2026-11-23T09:01:00.000Z', 1],
  ])('of a sending at %s', (sentAt, faults) => {
    expect(sentFaults(sentAt, '2026-11-23T08:40:20.000Z', now)).toHaveLength(faults)
  })
})
