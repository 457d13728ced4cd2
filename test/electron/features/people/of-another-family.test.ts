import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { expectDocument, type RegisterView } from '../../../support/documents.ts'
import { refer } from '../admission/referring.ts'

let unit: TestUnit
let own: Arrived
let other: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  own = await unit.arrive({ bed: 0, babyName: 'Amber' })
  other = await unit.arrive({ bed: 1, babyName: 'Cai' })
})
afterAll(() => unit.close())

const nurse = () => unit.as('nurse')
const told = { kind: 'told', by: 'J. Reed, social worker', on: '2026-11-23' }
const status = (changes: object = {}) => ({
  personId: own.babyId,
  code: 'LEG-04',
  startsAt: '2026-11-20T09:00:00.000Z',
  endsAt: null,
  authority: 'Westmarch Council',
  basis: told,
  ...changes,
})
const fieldsOf = ({ fields }: { fields?: { field: string; message: string }[] }) => fields

describe('a legal status', () => {
  test('names a document of its own family alone, of whichever stay or referral', async () => {
    const ofOthers = await expectDocument(nurse(), other.stayId)
    const failure = await nurse().fails('people.addLegalStatus', status({ documentId: ofOthers }))
    expect(fieldsOf(failure)).toEqual([
      { field: 'documentId', message: 'Choose a document of this mother and baby' },
    ])
    const documentId = await expectDocument(nurse(), own.stayId)
    await nurse().ok('people.addLegalStatus', status({ documentId }))
    const before = status({ personId: own.motherId, code: 'LEG-01', documentId })
    await nurse().ok('people.addLegalStatus', before)
  })

  test('before the birth names one of the referral', async () => {
    const referralId = await refer(unit)
    const { documents } = await nurse().ok<RegisterView>('documents.register', { referralId })
    const { family } = await nurse().ok<{ family: { motherId: string; babyIds: string[] } }>(
      'chronology.view',
      { referralId },
    )
    const fact = (personId?: string) =>
      status({ personId, code: 'LEG-01', documentId: documents[0]?.id })
    await nurse().ok('people.addLegalStatus', fact(family.babyIds[0]))
    expect(fieldsOf(await nurse().fails('people.addLegalStatus', fact(own.babyId)))).toEqual([
      { field: 'documentId', message: 'Choose a document of this mother and baby' },
    ])
  })

  test('is not moved to another child by a correction', async () => {
    const { id } = await nurse().ok<{ id: string }>('people.addLegalStatus', status())
    const change = { id, version: 1, reason: 'Wrong baby' }
    expect(
      await nurse().fails('people.changeLegalStatus', {
        ...change,
        fact: status({ personId: other.babyId }),
      }),
    ).toMatchObject({ code: 'held', message: expect.stringContaining('somebody else') })
    await nurse().ok('people.changeLegalStatus', { ...change, fact: status() })
  })
})

describe('one page of history', () => {
  const entry = ({ stayId, motherId }: Arrived) => ({
    stayId,
    personId: motherId,
    kind: 'home',
    happened: '3/2025',
    ended: '',
    what: 'Moved to Westmarch',
    basis: told,
    receivedId: null,
    place: null,
  })

  test('takes no entry of another family by a correction, and sets none against its own', async () => {
    const { id } = await nurse().ok<{ id: string }>('chronology.add', entry(own))
    const theirs = await nurse().ok<{ id: string }>('chronology.add', entry(other))
    const change = { id: theirs.id, version: 1, reason: 'Corrected' }
    expect(await nurse().fails('chronology.change', { ...change, fact: entry(own) })).toMatchObject(
      { code: 'held' },
    )
    const clash = { stayId: own.stayId, firstId: id, what: 'Where she lived', state: 'open' }
    const failure = await nurse().fails('chronology.clash', { ...clash, secondId: theirs.id })
    expect(fieldsOf(failure)).toEqual([
      { field: 'secondId', message: 'Choose an entry of this page of history' },
    ])
    const { lines } = await nurse().ok<{ lines: ChronologyLine[] }>('chronology.view', {
      stayId: own.stayId,
    })
    const secondId = lines.find(({ recordId }) => recordId !== id)?.recordId
    await nurse().ok('chronology.clash', { ...clash, secondId })
  })
})

describe('an expected document', () => {
  test('is of a stay and of the referral from which she came, and of no other', async () => {
    const referralId = await refer(unit)
    const failure = await nurse().fails('documents.expect', {
      referralId,
      stayId: own.stayId,
      classId: 'DOC-10',
      title: 'Social-work chronology',
      babyId: null,
      sourceName: 'Westmarch Council',
    })
    expect(fieldsOf(failure)).toEqual([
      {
        field: 'referralId',
        message: 'This stay did not come from this referral. Choose one of the two',
      },
    ])
  })
})
