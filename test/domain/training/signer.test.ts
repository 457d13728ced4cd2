import { describe, expect, it } from 'vitest'
import type { Standing } from '#domain/training/rules.ts'
import { asksForTraining, maySign, mayTrainedSign } from '#domain/training/signer.ts'
import { type Permission, permissions } from '#domain/users/permissions.ts'
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
        signerRole: 'nurse',
        authorId: row['the signer wrote it'] === 'yes' ? 'nurse-1' : 'nurse-2',
        allowedRoles: row.role === 'right' ? ['nurse', 'consultant'] : ['consultant'],
        training: row.training as Standing,
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
      signerRole: 'nurse' as const,
      authorId: null,
      allowedRoles: ['ward-manager', 'consultant'] as const,
      training: 'in-date' as const,
      registerComplete: true,
    }
    expect(maySign(facts)).toMatchObject({ message: 'This is signed by: ward manager, consultant' })
    expect(maySign({ ...facts, allowedRoles: ['nurse'], training: 'lapsed' })).toMatchObject({
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

  it('asks for training where a record is signed, and not where a password opens a door', () => {
    const asked = (permission: Permission) => asksForTraining(permission, 'ward-manager')
    expect(permissions.filter(asked)).toEqual(
      expect.arrayContaining(['supervision:decide', 'history:sign', 'training:declare']),
    )
    for (const permission of ['own:password', 'users:open', 'store:restore'] as Permission[])
      expect(asked(permission)).toBe(false)
    expect(asksForTraining('assurance:judge', 'commissioner')).toBe(false)
  })
})
