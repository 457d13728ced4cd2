import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { pageOf, refer } from './referring.ts'

const page = readFileSync(new URL('../../../../docs/states/admission.md', import.meta.url), 'utf8')

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const rings = {
  'a professional': { referrerName: 'Vic Caller' },
  'of the family': {
    referrer: 'self-or-family',
    referrerName: 'Vic Caller',
    referrerRole: 'Partner',
  },
} as const

/** What the record says of contact with whoever rang. */
async function record(motherId: string, safeToContact: string) {
  const { id } = await unit.as('ward-manager').ok('people.add', {
    kind: 'other',
    givenName: 'Vic',
    familyName: 'Caller',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
    basis: knownBy,
    anotherPerson: true,
  })
  await unit.as('ward-manager').ok('people.addTie', {
    personId: id,
    toPersonId: motherId,
    relation: 'partner-of-mother',
    parentalResponsibility: 'no',
    safeToContact,
    contactThrough: safeToContact === 'only-through' ? 'Joan Kin' : null,
    livesWith: 'no',
    basis: knownBy,
  })
}

async function declined(referrer: keyof typeof rings, says: string) {
  const referralId = await refer(unit, rings[referrer])
  const { mother, choices } = (await pageOf(unit, referralId)) as unknown as {
    mother: { id: string }
    choices: { declineReasons: { code: string }[] }
  }
  if (says !== 'nothing') await record(mother.id, says)
  const { id } = await unit.as('ward-manager').ok('admission.decide', {
    outcome: 'declined',
    referralId,
    decidedAt: unit.clock.now(),
    reasonCode: choices.declineReasons[0]?.code,
    signposting: [],
    signpostingNote: 'Nothing fits: she is well',
    note: null,
    seenDecision: null,
  })
  return { referralId, decisionId: id }
}

const told = (decisionId: string, toldTo: string) =>
  unit.as('nurse').call('admission.tellReferrer', {
    decisionId,
    toldTo,
    toldAt: unit.clock.now(),
    how: 'By telephone',
  })

describe('that the referrer is told of a decision', () => {
  test.each(tableUnder(page, 'Who is told of a decision').map((row) => [row.line, row] as const))(
    'obeys what the record says of contact: line %s',
    async (_, row) => {
      const referrer = row['the referrer is'] as keyof typeof rings
      const { referralId, decisionId } = await declined(referrer, row['the record says'] ?? '')
      const { toDo, callBack } = await pageOf(unit, referralId)
      expect(toDo.map(({ what }) => what)).toEqual([row['to do']])
      const mayTell = row['told straight'] === 'yes'
      expect(callBack.kind === 'direct').toBe(mayTell)
      const reply = await told(decisionId, 'Vic Caller')
      expect(reply).toMatchObject(
        mayTell ? { ok: true } : { ok: false, failure: { fields: [{ field: 'toldTo' }] } },
      )
      if (!mayTell)
        expect(await told(decisionId, 'D. Worker, social worker')).toMatchObject({ ok: true })
    },
  )
})
