import { describe, expect, it } from 'vitest'
import type { Standing } from '#domain/training/rules.ts'
import { maySign, mayTrainedSign, wroteItThemselves } from '#domain/training/signer.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { page } from './builders.ts'

const emergencies = { none: undefined, blank: '  ', given: 'Night, nobody else on shift' }

describe('who may sign', () => {
  it.each(tableUnder(page, '5. Who may sign').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const answer = maySign({
        signerId: 'nurse-1',
        mayByRole: row.role === 'right',
        writers: row['the signer wrote it'] === 'yes' ? ['nurse-2', 'nurse-1'] : ['nurse-2'],
        training: row.training === 'not asked' ? null : (row.training as Standing),
        registerComplete: row['register complete'] === 'yes',
        emergencyReason: meaningOf<string | undefined>(emergencies, row['reason of an emergency']),
      })
      expect(answer.may).toBe(row.may)
      const why =
        answer.may === 'not' ? answer.because : answer.may === 'sign-counted' ? answer.counted : '-'
      expect(why).toBe(row.counted)
    },
  )

  it('says what to do instead', () => {
    const facts = {
      signerId: 'a',
      mayByRole: true,
      writers: ['a'],
      training: 'in-date' as const,
      registerComplete: true,
    }
    expect(maySign({ ...facts, mayByRole: false })).toMatchObject({
      message: 'Your role does not allow this. Ask the ward manager',
    })
    expect(maySign(facts)).toMatchObject({ message: wroteItThemselves })
    expect(maySign({ ...facts, training: 'lapsed' })).toMatchObject({
      message:
        'Your required safeguarding training has lapsed. Ask a colleague in date to sign, or give the reason of the emergency',
    })
  })

  it('speaks of a second person as of somebody else', () => {
    const facts = { training: 'missing' as const, registerComplete: true }
    expect(mayTrainedSign(facts, 'The second person’s')).toMatchObject({
      may: 'not',
      message:
        'The second person’s required safeguarding training is not on the register. Ask a colleague in date to sign, or give the reason of the emergency',
    })
  })
})
