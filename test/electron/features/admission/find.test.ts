import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FoundStay } from '../../../../electron/features/admission/find.ts'
import type { ReferralLine } from '../../../../electron/features/admission/view.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { refer, someone } from './referring.ts'

let unit: TestUnit
let referralId: string
let stayed: Arrived
const mother = { ...someone('mother', '1995-04-12', 'Siân'), familyName: 'Llewellyn' }
const baby = { ...someone('baby', '2026-09-14', 'Osian'), familyName: 'Price' }

beforeAll(async () => {
  unit = await startTestUnit()
  referralId = await refer(unit, {
    mother: { person: mother },
    babies: [{ baby: { person: baby } }],
  })
  await refer(unit)
  stayed = await unit.arrive({ motherName: 'Łucja', babyName: 'Tomos' })
})
afterAll(() => unit.close())

const find = (text: string) =>
  unit.as('nurse').ok<{ referrals: ReferralLine[]; stays: FoundStay[] }>('admission.find', { text })

test.each([
  ['the name without its accent', 'sian llew'],
  ['the names the other way round', 'LLEWELLYN siân'],
  ['the date of birth', '12/4/1995'],
  ['the NHS number', mother.nhsNumber],
  ['the name of the baby', 'osian price'],
  ['the NHS number of the baby', baby.nhsNumber],
])('a referral is found by %s', async (_, text) => {
  const { referrals, stays } = await find(text)
  expect(referrals.map(({ id }) => id)).toEqual([referralId])
  expect(stays).toEqual([])
})

test.each(['lucja', 'tomos example'])('a stay is found by %j', async (text) => {
  expect((await find(text)).stays).toMatchObject([
    { stayId: stayed.stayId, mother: { givenName: 'Łucja' }, endedAt: null },
  ])
})

test.each(['', 'x', 'nobody of that name', '1/1/1950'])('%j finds nobody', async (text) => {
  expect(await find(text)).toMatchObject({ referrals: [], stays: [] })
})
