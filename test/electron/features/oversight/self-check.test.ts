import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type CheckResult,
  type Finding,
  type SelfCheckId,
  selfChecks,
} from '#domain/oversight/self-check.ts'
import type { Role } from '#domain/users/roles.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { allSign, expectDocument, nameNurses, receiveDocument } from '../../../support/documents.ts'
import { happens, legalStatus } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'
import { answerEvents, wholeDecision } from '../../../support/supervision.ts'
import { complete, offer, pageOf, refer } from '../admission/referring.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function pass(minutes: number) {
  unit.clock.pass(minutes)
  for (const role of ['nurse', 'ward-manager', 'consultant', 'administrator'] as const)
    await unit
      .as(role)
      .signIn()
      .catch(() => undefined)
}

async function found(check: SelfCheckId, role: Role = 'ward-manager'): Promise<Finding[]> {
  const { results } = await unit.as(role).ok<{ results: CheckResult[] }>('oversight.selfCheck')
  expect(results.map((one) => one.check)).toEqual(Object.keys(selfChecks))
  return results.find((one) => one.check === check)?.findings ?? []
}

const endStay = ({ stayId }: Arrived) =>
  unit.as('nurse').ok('stays.end', {
    id: stayId,
    version: 1,
    reason: 'Discharged',
    endedAt: unit.clock.now(),
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
  })

async function changeStaff(role: Role, changes: object) {
  const register = await unit
    .as('administrator')
    .ok<{ recordId: string; version: number }[]>('users.staff')
  const { staffId } = unit.as(role)
  const { recordId, version, ...person } =
    register.find((one) => one.recordId === staffId) ?? ({} as never)
  await unit.as('administrator').ok('users.changeStaff', {
    id: recordId,
    version,
    reason: 'Put right',
    staff: { ...person, ...changes },
  })
}

describe('the self-check finds', () => {
  it('what is overdue on the ward, with the way to the stay', async () => {
    expect(await found('overdue')).toEqual([])
    const { stayId } = await unit.arrive({ babyName: 'Amber' })
    expect(await found('overdue')).toMatchObject([
      {
        what: 'Bed 1',
        about: 'Amber: supervision never assessed',
        leadsTo: { page: 'stay', stayId },
      },
    ])
  })

  it('an agency that was not told after the family left', async () => {
    const family = await unit.arrive()
    happens(unit, family, { event: 'COM-05' })
    await pass(4 * 24 * 60)
    expect(await found('duty-after-stay')).toEqual([])
    await endStay(family)
    expect((await found('duty-after-stay'))[0]).toMatchObject({ leadsTo: { page: 'duty' } })
  })

  it('an episode without an outcome of a baby who has left for good', async () => {
    const family = await unit.arrive({ bornOn: '2026-07-20' })
    await pass(5)
    const episodeId = await actsOn(unit, family).raise()
    await pass(5)
    const nurse = unit.as('nurse')
    const now = unit.clock.now()
    await nurse.ok('unwellBaby.left', { episodeId, leftAt: now, destination: 'Hospital' })
    await nurse.ok(
      'unwellBaby.outcome',
      { episodeId, kind: 'admitted', at: now, plan: 'Ward 4', reviewAt: null },
      { password: testPassword },
    )
    expect(await found('episode-after-stay')).toEqual([])
    const pair = { id: family.pairId, version: 1, reason: 'To family', endedAt: unit.clock.now() }
    await nurse.ok('stays.endPair', pair)
    expect(await found('episode-after-stay')).toMatchObject([
      { id: episodeId, leadsTo: { page: 'episode', episodeId } },
    ])
  })

  it('a referral that is open though she has come', async () => {
    const referralId = await refer(unit)
    await complete(unit, referralId)
    await pass(1)
    await offer(unit, referralId)
    const { mother } = await pageOf(unit, referralId)
    await unit.as('nurse').ok('stays.arrive', {
      bedId: unit.beds[0]?.id,
      planned: true,
      withoutOfferBecause: 'Somebody recorded her at the door without opening the referral',
      arrivedAt: unit.clock.now(),
      mother: { id: mother.id },
      babies: [],
    })
    expect(await found('referral-after-arrival')).toMatchObject([
      { id: referralId, leadsTo: { page: 'referral', referralId } },
    ])
  })

  it('what was recorded by somebody whose day of leaving had passed', async () => {
    await unit.arrive()
    expect(await found('signed-after-leaving')).toEqual([])
    await changeStaff('nurse', { leftOn: '2026-11-20' })
    expect(await found('signed-after-leaving')).toMatchObject([
      { what: 'nurse person', leadsTo: { page: 'staff', staffId: unit.as('nurse').staffId } },
    ])
  })

  it('a leaver’s account from the day after the last, and not on it', async () => {
    await changeStaff('nurse', { leftOn: '2026-11-23' })
    expect(await found('leaver-account')).toEqual([])
    await pass(24 * 60)
    expect(await found('leaver-account')).toMatchObject([
      { about: 'signs in as nurse', leadsTo: { page: 'account' } },
    ])
  })

  it('two mothers of one name and one date of birth', async () => {
    const first = await unit.arrive({ motherName: 'Siân' })
    expect(await found('same-person')).toEqual([])
    const nurse = unit.as('nurse')
    await nurse.ok('people.add', {
      basis: knownBy,
      kind: 'mother',
      givenName: 'Sian',
      familyName: 'EXAMPLE',
      nhsNumber: null,
      nhsNumberAbsent: 'not-known',
      bornOn: '1994-05-03',
      bornAt: null,
      gestationDays: null,
      expectedOn: null,
      anotherPerson: true,
    })
    const [finding] = await found('same-person')
    expect(finding?.about).toBe('2 records, born 3 May 1994')
    expect(finding?.people).toContain(first.motherId)
  })

  it('a baby without a legal status, then one without its document, then one that has run out', async () => {
    const { babyId, motherId } = await unit.arrive()
    expect(await found('no-status')).toMatchObject([{ leadsTo: { page: 'family', motherId } }])
    await legalStatus(unit, babyId, 'LEG-07', '2026-10-01T00:00:00.000Z')
    expect(await found('no-status')).toEqual([])
    expect(await found('status-without-document')).toHaveLength(1)
    expect(await found('status-run-out')).toEqual([])
    await pass(10 * 24 * 60)
    expect(await found('status-run-out')).toMatchObject([{ leadsTo: { page: 'family', motherId } }])
  })

  it('supervision that was lowered with no document since the decision before, and not with one', async () => {
    const family = await unit.arrive({ babyName: 'Amber' })
    const nurse = unit.as('nurse')
    const decide = async (level: 'SUP-2' | 'SUP-3') => {
      await answerEvents(unit, family.pairId)
      await nurse.ok(
        'supervision.decide',
        {
          ...wholeDecision(family.pairId, level, unit.clock.now(), 24),
          ...(level === 'SUP-3'
            ? { team: 'Ward round', socialWorkerTold: { who: 'Duty team', at: unit.clock.now() } }
            : {}),
        },
        level === 'SUP-3' ? { second: unit.second('consultant') } : {},
      )
    }
    await decide('SUP-2')
    await pass(60)
    await decide('SUP-3')
    expect(await found('supervision-lowered')).toMatchObject([
      { what: 'Amber Example', leadsTo: { page: 'stay', stayId: family.stayId } },
    ])
    await pass(60)
    await decide('SUP-2')
    expect(await found('supervision-lowered')).toEqual([])
    await pass(30)
    await nameNurses(unit, family.stayId)
    const report = await expectDocument(nurse, family.stayId)
    await receiveDocument(nurse, report, unit.clock.now())
    await allSign(unit, report)
    await pass(30)
    await decide('SUP-3')
    expect(await found('supervision-lowered')).toEqual([])
  })

  it('a level of assurance that was lowered while nothing is recorded as evidence', async () => {
    const { babyId } = await unit.arrive()
    await legalStatus(unit, babyId, 'LEG-07', '2026-10-01T00:00:00.000Z')
    await pass(10 * 24 * 60)
    const lead = unit.as('safeguarding-lead')
    const lowering = {
      first: '2026-11-01',
      last: '2026-11-30',
      requirement: '6',
      level: 'none',
      because: 'A partner told us that names were taken as facts.',
      version: null,
    }
    await lead.signIn()
    await lead.ok('assurance.setLevel', lowering)
    expect(await found('level-lowered')).toMatchObject([
      { what: '6, 1 Nov 2026 to 30 Nov 2026', leadsTo: { page: 'evidence', evidenceId: null } },
    ])
    await unit.as('ward-manager').ok('oversight.addEvidence', {
      title: 'Letter of the partner',
      kind: 'survey',
      requirements: ['6'],
      ownerId: unit.as('nurse').staffId,
      effectiveFrom: '2026-01-01',
      reviewDue: '2027-06-30',
      document: {
        revision: '1',
        fileHash: 'a'.repeat(64),
        fileName: 'letter.pdf',
        keptAt: 'Office',
      },
    })
    expect(await found('level-lowered')).toEqual([])
  })

  it('the rules that are shipped defaults, and a training register that nobody declared', async () => {
    const rules = await found('unapproved-rules')
    expect(rules.length).toBeGreaterThan(5)
    expect(rules.map(({ what }) => what)).not.toContain('Other frameworks')
    expect(rules[0]?.about).toBe('Shipped default, not approved by the unit')
    expect(await found('training-not-declared')).toHaveLength(1)
    const { version } = await unit.as('ward-manager').ok<{ version: number }>('training.register')
    await unit.as('ward-manager').ok('training.declareRegister', {
      version,
      complete: true,
      reason: 'Checked against the personnel list',
    })
    expect(await found('training-not-declared')).toEqual([])
  })
})

describe('the self-check is for those who may open a figure by name', () => {
  it.each(['commissioner', 'administrator', 'nurse'] as const)('not for the %s', async (role) => {
    expect(await unit.as(role).fails('oversight.selfCheck')).toMatchObject({
      code: 'not-permitted',
    })
  })
})

describe('evidence', () => {
  it('that no requirement has, or that does not count, leads to where it is mended', async () => {
    expect(await found('without-evidence')).toHaveLength(12)
    const { id } = await unit.as('ward-manager').ok('oversight.addEvidence', {
      title: 'Supervision policy',
      kind: 'policy',
      requirements: ['5d'],
      ownerId: unit.as('nurse').staffId,
      effectiveFrom: '2026-01-01',
      reviewDue: '2026-06-30',
      document: {
        revision: '4',
        fileHash: 'a'.repeat(64),
        fileName: 'policy.pdf',
        keptAt: 'Policy library',
      },
    })
    expect(await found('without-evidence')).toHaveLength(11)
    expect(await found('evidence-not-counting')).toMatchObject([
      {
        what: 'Supervision policy',
        about: 'Stale: its review is overdue; for 5d',
        leadsTo: { page: 'evidence', evidenceId: id },
        people: [],
      },
    ])
  })
})
