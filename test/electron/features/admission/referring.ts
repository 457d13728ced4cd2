import { addMinutes, dateOf } from '#domain/shared/calendar.ts'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import type { ReferralPage } from '../../../../electron/features/admission/view.ts'
import type { TestUnit } from '../../../support/app.ts'

const person = { bornAt: null, gestationDays: null, expectedOn: null, nhsNumberAbsent: null }
let people = 100

/** Somebody invented, with a number from the test range that nobody else has. */
export function someone(kind: 'mother' | 'baby', bornOn: string, givenName = 'Invented') {
  people += 1
  const nhsNumber = testNhsNumber(people * 7 + 3)
  return { ...person, kind, givenName, familyName: `Example-${people}`, nhsNumber, bornOn }
}

/** A referral by telephone of a mother of 30 and a baby of 10 weeks, as of now. */
export const wholeReferral = (unit: TestUnit, changes: object = {}) => ({
  mother: { person: someone('mother', '1996-02-03') },
  babies: [{ baby: { person: someone('baby', '2026-09-14') } }],
  unborn: [],
  referrer: 'crisis-team',
  referrerName: 'A. Referrer',
  referrerRole: 'Crisis nurse',
  referrerOrganisation: 'Invented NHS Trust',
  callBackNumber: '01632 960 001',
  receivedAt: unit.clock.now(),
  planned: false,
  referralReason: 'Postpartum psychosis, nine days after the birth',
  motherStatus: '01',
  socialCare: 'no',
  sources: [{ kind: 'gp', name: 'Dr Invented, The Surgery' }],
  ...changes,
})

/** Lets time pass; those of the ward sign in again, as after the lock. */
export async function pass(unit: TestUnit, minutes: number) {
  unit.clock.pass(minutes)
  for (const role of ['nurse', 'ward-manager', 'consultant'] as const) await unit.as(role).signIn()
}

export async function refer(unit: TestUnit, changes: object = {}): Promise<string> {
  const made = await unit
    .as('nurse')
    .ok<{ referralId: string }>('admission.take', wholeReferral(unit, changes))
  return made.referralId
}

export const pageOf = (unit: TestUnit, referralId: string) =>
  unit.as('nurse').ok<ReferralPage>('admission.get', { referralId })

export const told = (unit: TestUnit) => ({
  kind: 'told',
  by: 'The referrer, from the record',
  on: dateOf(unit.clock.now()),
})

/** One clause answered as of today. */
export async function answer(
  unit: TestUnit,
  referralId: string,
  clauseId: string,
  given: string,
  changes: object = {},
) {
  const { clauses } = await pageOf(unit, referralId)
  const seenVersion = clauses.find(({ id }) => id === clauseId)?.typed?.version ?? 0
  return unit.as('nurse').ok('admission.answer', {
    referralId,
    clauseId,
    answer: given,
    describedOn: dateOf(unit.clock.now()),
    setByCourt: false,
    note: null,
    basis: told(unit),
    seenVersion,
    ...changes,
  })
}

/** One item received now, describing today. */
export async function receive(
  unit: TestUnit,
  referralId: string,
  itemId: string,
  changes: object = {},
) {
  const { items } = await pageOf(unit, referralId)
  const item = items.find(({ id }) => id === itemId)
  return unit.as('nurse').ok('admission.receive', {
    referralId,
    itemId,
    outcome: 'received',
    receivedAt: unit.clock.now(),
    describedOn: dateOf(unit.clock.now()),
    essentialPart: item?.essentialPart ? 'yes' : null,
    summary: 'As it was read out',
    basis: told(unit),
    seenVersion: item?.row?.version ?? 0,
    ...changes,
  })
}

export async function checkCpis(unit: TestUnit, referralId: string, result = 'no-flag') {
  const { children } = await pageOf(unit, referralId)
  for (const child of children)
    await unit.as('nurse').ok('admission.recordCpis', {
      referralId,
      childKey: child.id,
      result,
      checkedAt: unit.clock.now(),
      reference: null,
      note: null,
    })
}

interface Left {
  clauses?: readonly string[]
  items?: readonly string[]
  cpis?: boolean
}

/** Answers every clause and gets every must-know, but for what is left open. */
export async function complete(unit: TestUnit, referralId: string, left: Left = {}) {
  const { clauses, items } = await pageOf(unit, referralId)
  if (left.cpis !== true) await checkCpis(unit, referralId)
  for (const { id, kind, computed } of clauses)
    if (!computed && !left.clauses?.includes(id))
      await answer(unit, referralId, id, kind === 'inclusion' ? 'yes' : 'no')
  for (const { id, mustKnow, fromCpis } of items)
    if (mustKnow && !fromCpis && !left.items?.includes(id)) await receive(unit, referralId, id)
}

/** The decision that the page shows as the last one. */
export const seenDecision = async (unit: TestUnit, referralId: string): Promise<string | null> =>
  (await pageOf(unit, referralId)).decisions.at(-1)?.recordId ?? null

/** An offer now, by the ward manager, who has seen the last decision. */
export const offer = async (unit: TestUnit, referralId: string, changes: object = {}) =>
  unit.as('ward-manager').ok<{ id: string }>('admission.decide', {
    ...offerInput(unit, referralId, changes),
    seenDecision: await seenDecision(unit, referralId),
  })

export const offerInput = (unit: TestUnit, referralId: string, changes: object = {}) => ({
  outcome: 'offered',
  referralId,
  decidedAt: unit.clock.now(),
  bedId: null,
  note: null,
  seenDecision: null as string | null,
  ...changes,
})

export const overrideInput = (
  unit: TestUnit,
  referralId: string,
  ruleId: string,
  changes: object = {},
) => ({
  referralId,
  ruleId,
  because: 'She cannot wait for it: she is alone with the baby tonight',
  dueAt: addMinutes(unit.clock.now(), 24 * 60),
  second: { by: 'password' },
  ...changes,
})

/** The arrival of everybody born, now. */
export async function arrive(
  unit: TestUnit,
  referralId: string,
  bed: number,
  changes: object = {},
) {
  const { children } = await pageOf(unit, referralId)
  return unit.as('nurse').ok<{ stayId: string; pairs: unknown[] }>('admission.arrive', {
    referralId,
    cameFrom: 'home',
    bedId: unit.beds[bed]?.id,
    arrivedAt: unit.clock.now(),
    childIds: children.filter(({ baby }) => baby !== null).map(({ id }) => id),
    ...changes,
  })
}
