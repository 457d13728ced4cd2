import { describe, expect, test } from 'vitest'
import { dutiesContentSchema, recipientKeys } from '#domain/communications/duties-content.ts'
import { content } from './rules-of-the-unit.ts'

describe('the content', () => {
  test('lists every recipient once, and every question that is asked', () => {
    expect(content.recipients.map(({ key }) => key)).toEqual([...recipientKeys])
    const { questions: _, ...rest } = content
    expect(dutiesContentSchema.safeParse({ ...rest, questions: [] }).success).toBe(false)
    const [first, ...others] = content.events
    const twice = { ...content, events: [first, first, ...others] }
    expect(dutiesContentSchema.safeParse(twice).success).toBe(false)
  })

  test('the bruising protocol is the only published time of the matrix', () => {
    const published = content.events.flatMap(({ id, cells }) =>
      cells.filter(({ mark }) => mark === 'published').map(({ recipient }) => `${id} ${recipient}`),
    )
    expect(published).toEqual(['COM-06 social-worker', 'COM-06 host-authority', 'COM-06 police'])
  })
})
