import { describe, expect, it } from 'vitest'
import type { SessionKind } from '#domain/culture/codes.ts'
import { type EventPrompt, jointDue, reflectionsDue } from '#domain/culture/reflection-due.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page, shipped } from './builders.ts'

const rows = (heading: string) =>
  tableUnder(page, heading).map((row) => [row.line ?? '', row] as const)
const day = (typed: string | undefined) => `2026-11-${(typed ?? '').padStart(2, '0')}`
const orNull = (typed: string | undefined, none: string) =>
  typed === none ? null : (typed ?? null)

describe('reflection on an event, within ten working days', () => {
  it.each(rows('11. When an event'))('line %s of docs/states/culture.md', (_, row) => {
    const [prompt, at, episode] = (row.event ?? '').split(' ')
    const [kind, ledBy, heldOn, lookedBackOn] = (row.sessions ?? '').split(' ')
    const event = {
      prompt: prompt as EventPrompt,
      at: `${day(at)}T12:00:00.000Z`,
      episodeId: orNull(episode, '-'),
    }
    const session = {
      kind: kind as SessionKind,
      prompt: ledBy as EventPrompt,
      heldOn: day(heldOn),
      episodeId: orNull(lookedBackOn, '-'),
    }
    const [due] = reflectionsDue(
      [event],
      row.sessions === 'none' ? [] : [session],
      shipped.eventReflectionWithin.workingDays,
      day(row.today),
    )
    const said = due && `${Number(due.dueOn.slice(8))}${due.late ? ' late' : ''}`
    expect(said ?? 'none').toBe(row.due)
  })

  it('names two events of a kind on one day once, and the soonest due first', () => {
    const at = (on: number) => `${day(String(on))}T12:00:00.000Z`
    const event = (prompt: EventPrompt, on: number, episodeId: string | null = null) => ({
      prompt,
      at: at(on),
      episodeId,
    })
    const due = reflectionsDue(
      [event('bruise', 5), event('hospital', 2, 'a'), event('hospital', 2, 'b')],
      [],
      10,
      '2026-11-06',
    )
    expect(due.map(({ prompt, on }) => `${prompt} ${on}`)).toEqual([
      'hospital 2026-11-02',
      'bruise 2026-11-05',
    ])
  })
})

describe('reflection together with social workers', () => {
  it.each(rows('12. When staff'))('line %s of docs/states/culture.md', (_, row) => {
    const due = jointDue(
      orNull(row['last held'], 'never'),
      orNull(row['stays recorded since'], 'never'),
      shipped.jointReflectionEvery.months,
      row.today ?? '',
    )
    expect(due ? `${due.dueOn}${due.late ? ' late' : ''}` : 'none').toBe(row.due)
  })
})
