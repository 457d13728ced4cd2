import { describe, expect, it } from 'vitest'
import { type Conclusion, type ReviewInput, reviewFaults } from '#domain/chronology/review.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page, shipped } from './builders.ts'

const answered = (row: Record<string, string>): ReviewInput['signs'] =>
  shipped.signs
    .map(({ id: signId }, index) => {
      if (row['signs answered'] === 'all cannot be said')
        return { signId, answer: 'cannot-say' as const, why: undefined }
      const isSeen = index === 0 && row['one is seen'] === 'yes'
      return {
        signId,
        answer: isSeen ? ('present' as const) : ('not-present' as const),
        why: row['what it is seen in'] === 'said' ? 'Four of five attendances' : undefined,
      }
    })
    .slice(row['signs answered'] === 'all but one' ? 1 : 0)

describe('what an analysis must hold', () => {
  it.each(tableUnder(page, '3. What an analysis must hold').map((row) => [row.line, row] as const))(
    'line %s of docs/states/chronology.md',
    (_, row) => {
      const faults = reviewFaults(
        {
          stayId: '',
          lookedAt: ['gp'],
          signs: answered(row),
          analysis: 'Five attendances in six weeks',
          impact: 'The baby was woken and examined each time',
          conclusion: row.next as Conclusion,
          nextStep: row['next step in words'] === 'yes' ? 'Named doctor, tomorrow' : undefined,
          contactsHash: '',
        },
        shipped,
      )
      const at = faults.map(({ field }) => (field.startsWith('signs.') ? 'the sign' : field))
      expect(at.join(' ') || 'nowhere').toBe(row['refused at'])
    },
  )
})
