import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'

let unit: TestUnit
let family: Arrived
let fatherId: string
const nurse = () => unit.as('nurse')
const told = { kind: 'told', by: 'The mother', on: '2026-11-22' }

beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ at: '2026-11-22T10:00:00.000Z' })
  const father = await nurse().ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName: 'Vic',
    familyName: 'Quill',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  fatherId = father.id
})
afterAll(() => unit.close())

const tie = (changes: object = {}) => ({
  personId: fatherId,
  toPersonId: family.babyId,
  relation: 'father',
  parentalResponsibility: 'not-known',
  safeToContact: 'do-not-contact',
  livesWith: 'not-known',
  basis: told,
  ...changes,
})
const asking = (changes: object) => ({
  motherId: family.motherId,
  personId: family.motherId,
  questionKey: 'household',
  question: 'Who lives with her?',
  askedAt: '2026-11-23T08:00:00.000Z',
  answer: 'He would not say',
  nextAskAt: '2026-11-27T10:00:00.000Z',
  ...changes,
})

test('the same tie from the same source is taken once; another source says it anew', async () => {
  await nurse().ok('people.addTie', tie())
  expect((await nurse().fails('people.addTie', tie({ safeToContact: 'yes' }))).fields).toEqual([
    {
      field: 'relation',
      message:
        'This tie is on record already from the same source. Change that entry where something about it differs',
    },
  ])
  await nurse().ok('people.addTie', tie({ basis: { ...told, by: 'The GP' } }))
})

test('nobody is asked whom the unit must not contact; what they say of themselves is written down', async () => {
  const by = 'Vic Quill'
  const on = '2026-11-23'
  const refused = await nurse().fails(
    'people.ask',
    asking({ basis: { kind: 'not-established', by, on } }),
  )
  expect(refused.fields).toMatchObject([
    {
      field: 'basis.by',
      message: expect.stringContaining('Vic Quill: they must not be contacted'),
    },
  ])
  await nurse().ok(
    'people.ask',
    asking({ answer: 'Her sister', nextAskAt: null, basis: { kind: 'told', by, on } }),
  )
})
