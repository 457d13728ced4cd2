import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { leaving } from './leaving.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/states/leave.md'), 'utf8')
const ties = ['yes', 'do-not-contact', 'not-known', 'only-through'] as const

let unit: TestUnit
const families = new Map<string, Arrived>()
beforeAll(async () => {
  unit = await startTestUnit()
  for (const [index, safeToContact] of ties.entries()) {
    const family = await unit.arrive({ bornOn: '2026-07-20' })
    families.set(safeToContact, family)
    const on = leaving(unit, family)
    await on.act('01')
    await on.legal('LEG-00')
    await on.supervise('SUP-4')
    const { id: personId } = await nurse().ok('people.add', {
      basis: knownBy,
      kind: 'other',
      givenName: 'Karl',
      familyName: 'Kowalski',
      nhsNumber: null,
      nhsNumberAbsent: null,
      bornOn: `199${index}-02-03`,
      bornAt: null,
      gestationDays: null,
      expectedOn: null,
    })
    await nurse().ok('people.addTie', {
      personId,
      toPersonId: family.babyId,
      relation: 'father',
      parentalResponsibility: 'not-known',
      safeToContact,
      contactThrough: safeToContact === 'only-through' ? 'Jo Reed' : null,
      livesWith: 'no',
      basis: { kind: 'document', document: 'Plan of the conference', on: '2026-11-20' },
    })
  }
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const familyOf = (tie: string) => {
  const family = families.get(tie)
  if (!family) throw new Error(`No family with the tie ${tie}`)
  return family
}
const heldOf = async (leaveId: string) => {
  const { answer } = await nurse().ok<{ answer: { held: string[] } }>('leave.consider', {
    leaveId,
    answers: { consentSays: 'yes' },
  })
  return answer.held.some((line) => line.startsWith('Karl Kowalski:'))
}

test.each(tableUnder(page, '7. Who is with the baby').map((row) => [row.line, row] as const))(
  'line %s of docs/states/leave.md',
  async (_, row) => {
    const family = familyOf(row['tie of the father'] ?? '')
    const { leaveId } = await leaving(unit, family).ask({
      withWhom: row.written,
      babies: row['baby goes'] === 'yes' ? [family.pairId] : [],
    })
    expect(await heldOf(leaveId)).toBe(row.held === 'yes')
  },
)

describe('who must not be contacted', () => {
  const on = () => leaving(unit, familyOf('do-not-contact'))

  test('leave with him is not agreed, nor is he the adult who was approved', async () => {
    const { leaveId } = await on().ask({ withWhom: 'Karl Kowalski' })
    expect((await on().refused(leaveId)).message).toContain('must not be contacted')
    const other = await on().ask()
    const failure = await on().refused(other.leaveId, { adult: 'Karl Kowalski' })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['adult'])
  })

  test('a departure with him is refused; where the baby stays out with him it is called back', async () => {
    const { leaveId } = await on().ask()
    await on().agree(leaveId)
    await on().pass(10)
    const gone = { leaveId, leftAt: unit.clock.now(), babies: [familyOf('do-not-contact').pairId] }
    const failure = await nurse().fails('leave.left', { ...gone, wentWith: 'Karl Kowalski' })
    expect(failure.message).toContain('must not be contacted')
    await on().leave(leaveId)
    await on().pass(5)
    await on().back(leaveId, {
      babies: [],
      babyCondition: '',
      stillOut: {
        known: true,
        where: 'The café by the gate',
        carer: 'responsibility',
        withWhom: 'Mr Kowalski',
        telephone: '07700 900456',
        dueAt: on().inMinutes(20),
        consentBy: 'The mother',
      },
    })
    const { leaves } = await on().view()
    expect(leaves.find(({ recordId }) => recordId === leaveId)?.recall.join()).toContain(
      'Karl Kowalski: they must not be contacted',
    )
  })
})
