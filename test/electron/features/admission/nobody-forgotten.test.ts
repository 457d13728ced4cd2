import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReferralPage } from '../../../../electron/features/admission/view.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { arrive, complete, offer, pageOf, pass, receive, refer, someone } from './referring.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

test('she arrives with no baby only where somebody says that none came with her', async () => {
  const twin = () => ({ baby: { person: someone('baby', '2026-09-14') } })
  const id = await refer(unit, { babies: [twin(), twin()] })
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id)
  await pass(unit, 1)
  expect(await arrive(unit, id, 2, { childIds: [] }).catch(String)).toContain(
    'Choose who came with her, or say that no baby did',
  )
  expect((await arrive(unit, id, 2, { childIds: [], withoutBabies: true })).pairs).toEqual([])
})

test('what a decision waits for is done when it has come, and the decision is what is left', async () => {
  const id = await refer(unit)
  await unit.as('ward-manager').ok('admission.decide', {
    outcome: 'waiting',
    referralId: id,
    seenDecision: null,
    decidedAt: unit.clock.now(),
    waitingOn: ['ADM-R-03'],
    note: null,
  })
  const decide = ({ toDo }: ReferralPage) => toDo.find(({ kind }) => kind === 'decide')?.what
  expect(decide(await pageOf(unit, id))).toBe('Decide')
  await receive(unit, id, 'ADM-R-03')
  expect(decide(await pageOf(unit, id))).toBe('Decide: what it waited for has come')
})
