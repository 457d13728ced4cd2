import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Ending } from '#domain/leave/record.ts'
import type { Persons } from '#domain/leave/standing.ts'
import { type EndedSearch, notBackSince, type Outing } from '#domain/shared/not-back.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/leave.md'), 'utf8')
const rows = tableUnder(page, '9. Found is not back')

const at = (time: string) => `2026-02-02T${time}:00.000Z`
const whom: Record<string, Persons> = {
  both: { mother: true, babies: ['baby'] },
  baby: { mother: false, babies: ['baby'] },
  'the mother': { mother: true, babies: [] },
}

function outingOf(words: string): Outing[] {
  const [, who, from, to] =
    /^(\w+) out on leave (?:from )?([\d:]+)(?: to ([\d:]+))?$/.exec(words) ?? []
  const persons = whom[who ?? '']
  if (!persons || !from) return []
  return [{ ...persons, leftAt: at(from), returns: to ? [{ ...persons, backAt: at(to) }] : [] }]
}

function searchOf(words: string): EndedSearch[] {
  const [, who, time, how] = /^search for (.+?) (?:goes on|ended ([\d:]+) (.+))$/.exec(words) ?? []
  const persons = whom[who ?? '']
  if (!persons) return []
  const endedHow = (how ?? null) as Ending | null
  return [{ ...persons, missingSince: at('10:30'), endedAt: time ? at(time) : null, endedHow }]
}

it.each(rows.map((row) => [row.line, row] as const))(
  'line %s of docs/states/leave.md',
  (_, row) => {
    const since = row['since then'] ?? ''
    const goesOn = row.ended === 'goes on'
    const search: EndedSearch = {
      mother: true,
      babies: ['baby'],
      missingSince: at('10:00'),
      endedAt: goesOn ? null : at('12:00'),
      endedHow: goesOn ? null : (row.ended as Ending),
    }
    const outings = outingOf(since)
    const others = searchOf(since)
    // What the table says in words is understood: a line without an effect would prove nothing.
    expect(outings.length + others.length).toBe(since === '-' ? 0 : 1)
    const { mother, babies } = notBackSince(search, outings, [search, ...others])
    expect([...(mother ? ['mother'] : []), ...babies].join(', ') || '-').toBe(row['not back'])
  },
)
