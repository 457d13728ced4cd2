import { describe, expect, it } from 'vitest'
import { firstReadings, requiredReaders } from '#domain/documents/required-readers.ts'
import { wardReaders } from '#domain/documents/rule-content.ts'
import { unreadRiskCritical } from '#domain/documents/rules.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import {
  aContent,
  aFile,
  arrivedAt,
  classes,
  june,
  page,
  shipped,
  signedByAll,
  spoken,
} from '../history-review/builders.ts'

const maybe = (text = '-') => (text === '-' ? null : june(text))

describe('who else reads, by the child’s legal status', () => {
  it.each(tableUnder(page, '7. Who else reads').map((row) => [row.line, row] as const))(
    'line %s of docs/states/history-review.md',
    (_, row) => {
      const { status = '', from } = row
      const file = {
        ...aFile([aContent('words', june('3 Jun 10:00'))], [], {
          classId: meaningOf(classes, row.class),
        }),
        statuses:
          status === 'none' ? [] : [{ code: status, from: maybe(from) ?? '', to: maybe(row.to) }],
      }
      const readers = requiredReaders(file, shipped, june(row.now ?? '')).map(({ role }) => role)
      expect(readers.slice(0, 4)).toEqual([...wardReaders])
      expect(readers.includes('safeguarding-lead') ? 'yes' : 'no').toBe(
        row['safeguarding lead reads'],
      )
      const due = firstReadings(file, shipped, arrivedAt).find(
        ({ role }) => role === 'safeguarding-lead',
      )?.dueAt
      expect(spoken(due ?? null)).toBe(row.due)
    },
  )

  it('keeps a document unread until the fifth has signed too', () => {
    const file = {
      ...aFile([aContent('first words', june('3 Jun 10:00'))], signedByAll(june('3 Jun 12:00'))),
      statuses: [{ code: 'LEG-07', from: june('1 Jun 10:00'), to: null }],
    }
    const unread = unreadRiskCritical(
      { arrivedAt, documents: [file] },
      shipped,
      june('3 Jun 13:00'),
    )
    expect(unread.map(({ roles }) => roles)).toEqual([['safeguarding-lead']])
  })
})
