import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { tableUnder } from '../../../support/markdown-table.ts'
import { pageOf, refer } from '../admission/referring.ts'

const page = readFileSync(new URL('../../../../docs/states/people.md', import.meta.url), 'utf8')
const rows = tableUnder(page, '12. What "asked and not established" may carry')

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const on = '2026-11-23'
const bases: Record<string, object> = {
  'not-established': { kind: 'not-established', by: 'The GP, rung', on },
  told: { kind: 'told', by: 'The social worker', on },
  document: { kind: 'document', document: 'Sealed order', on },
}
const unnamed = { nhsNumber: null, bornAt: null, gestationDays: null, expectedOn: null }
const manager = () => unit.as('ward-manager')

interface Family {
  referralId: string
  motherId: string
  babyId: string
}

async function family(): Promise<Family> {
  const referralId = await refer(unit)
  const { mother, children } = (await pageOf(unit, referralId)) as unknown as {
    mother: { id: string }
    children: { baby: { id: string } }[]
  }
  return { referralId, motherId: mother.id, babyId: children[0]?.baby.id ?? '' }
}

const added = async (kind: string, givenName: string): Promise<string> => {
  const born =
    kind === 'other' ? {} : { bornOn: '1990-01-02', nhsNumberAbsent: 'not-yet-allocated' }
  const person = { kind, givenName, familyName: 'Invented', bornOn: null, nhsNumberAbsent: null }
  const basis = bases.told
  const made = await manager().ok('people.add', {
    ...person,
    ...unnamed,
    ...born,
    basis,
    anotherPerson: true,
  })
  return made.id
}

const statusOf = (personId: string, code: string, basis: object | undefined) => ({
  personId,
  code,
  startsAt: addMinutes(unit.clock.now(), -60),
  endsAt: code === 'LEG-07' ? addMinutes(unit.clock.now(), 60 * 24 * 30) : null,
  basis,
})

type Act = (
  it: Family,
  says: string,
  basis: object | undefined,
  by: string,
) => Promise<Reply<unknown>>

/** "responsibility no, contact yes" as the fields of a tie. */
const saidIn = (says: string) => ({
  parentalResponsibility: /responsibility ([\w-]+)/.exec(says)?.[1] ?? 'not-known',
  safeToContact: /contact ([\w-]+)/.exec(says)?.[1] ?? 'not-known',
})
const tieOf =
  (relation: string): Act =>
  async ({ babyId }, says, basis, by) =>
    manager().call('people.addTie', {
      personId: await added(by, `Invented ${relation}`),
      toPersonId: babyId,
      relation,
      ...saidIn(says),
      basis,
    })

const acts: Record<string, Act> = {
  answer: ({ referralId }, answer, basis) =>
    unit.as('nurse').call('admission.answer', {
      referralId,
      clauseId: 'ADM-X-04',
      answer,
      describedOn: on,
      setByCourt: false,
      note: null,
      basis,
      seenVersion: 0,
    }),
  item: ({ referralId }, outcome, basis) =>
    unit.as('nurse').call('admission.receive', {
      referralId,
      itemId: 'ADM-R-16',
      outcome,
      receivedAt: unit.clock.now(),
      describedOn: on,
      essentialPart: null,
      summary: 'Her sister would care for the baby',
      basis,
      seenVersion: 0,
    }),
  'legal status': ({ babyId }, code, basis) =>
    manager().call('people.addLegalStatus', statusOf(babyId, code, basis)),
  'end of a legal status': async ({ babyId }, whatFollowed, basis) => {
    const { id } = await manager().ok(
      'people.addLegalStatus',
      statusOf(babyId, 'LEG-04', bases.told),
    )
    const endedAt = unit.clock.now()
    return manager().call('people.endLegalStatus', { id, version: 1, endedAt, whatFollowed, basis })
  },
  'status of the mother': ({ motherId }, code, basis) =>
    manager().call('people.addMentalHealthAct', statusOf(motherId, code, basis)),
  father: tieOf('father'),
  mother: tieOf('mother'),
  contact: ({ motherId }, says, basis) =>
    manager().call('people.addContact', {
      personId: motherId,
      agency: 'gp',
      role: 'GP',
      name: 'Dr Invented',
      telephone: '01632 960 004',
      safeToContact: saidIn(says).safeToContact,
      basis,
    }),
  'source holds no document': async ({ referralId }, _, basis) => {
    const { documents } = await unit
      .as('nurse')
      .ok<{ documents: { id: string }[] }>('documents.register', { referralId, stayId: null })
    return unit.as('nurse').call('documents.close', {
      documentId: documents[0]?.id,
      outcome: 'not-held',
      closedAt: unit.clock.now(),
      basis,
    })
  },
}

describe('what was asked and not established', () => {
  test.each(rows.map((row) => [row.line, row] as const))(
    'line %s of docs/states/people.md',
    async (_, row) => {
      const act = acts[row['what is recorded'] ?? '']
      if (!act) throw new Error(`No act for ${row['what is recorded']}`)
      const reply = await act(
        await family(),
        row['it says'] ?? '',
        bases[row.basis ?? ''],
        row.by ?? '',
      )
      expect(reply).toMatchObject(
        row.taken === 'yes' ? { ok: true } : { ok: false, failure: { code: 'invalid' } },
      )
      if (!reply.ok)
        for (const { field } of reply.failure.fields ?? [])
          expect(['basis.kind', 'parentalResponsibility', 'safeToContact']).toContain(field)
    },
  )
})
