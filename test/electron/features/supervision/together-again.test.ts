import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellLevel } from '#domain/supervision/codes.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { noFactors, wholeDecision } from '../../../support/supervision.ts'
import { pass, refer } from '../admission/referring.ts'

const limit = 'The court: never alone with the baby'
let unit: TestUnit
let family: Arrived
const nurse = () => unit.as('nurse')
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
})
afterEach(() => unit.close())

const decided = async (level: CellLevel, more: object = {}) => {
  await nurse().ok('supervision.decide', {
    ...wholeDecision(family.pairId, level, unit.clock.now(), 24),
    ...more,
  })
  await pass(unit, 10)
}
const separated = () =>
  decided('SUP-0', {
    legalBasis: { kind: 'order', document: 'Interim care order of 20 Nov' },
    authorityRequirement: limit,
  })

/** They part for a minute, and come back within the same stay. */
async function partAndComeBack(): Promise<string> {
  const { pairId: id, stayId, babyId } = family
  const endedAt = unit.clock.now()
  await nurse().ok('stays.endPair', { id, version: 1, reason: 'To hospital', endedAt })
  await pass(unit, 1)
  const startedAt = unit.clock.now()
  const baby = { id: babyId }
  const again = await nurse().ok<{ pairId: string }>('stays.babyArrives', {
    ...{ stayId, baby, startedAt },
  })
  return again.pairId
}

async function endStay() {
  await nurse().ok('stays.end', {
    ...{ id: family.stayId, version: 1, reason: 'Discharged', endReason: 'home' },
    ...{ endedAt: unit.clock.now(), missingBecause: 'Arranged by telephone' },
  })
  await pass(unit, 5)
}

/** The stay ends, and the same mother and baby arrive again. */
async function newStay(): Promise<string> {
  await endStay()
  const made = await nurse().ok<{ pairs: { pairId: string }[] }>('stays.arrive', {
    ...{ bedId: family.bedId, planned: true, arrivedAt: unit.clock.now() },
    withoutOfferBecause: 'She came back with the crisis team the same night',
    mother: { id: family.motherId },
    babies: [{ baby: { id: family.babyId }, startedAt: null }],
  })
  return made.pairs[0]?.pairId ?? ''
}

const side = { level: 'SUP-0', fallback: 'fallback: not assessed again' }

describe.each([
  ['parted and back in the same stay', partAndComeBack],
  ['back in a new stay', newStay],
] as const)('%s', (_, comeBack) => {
  test('a separation and the limit of a court stand on, on every page that names a level', async () => {
    await separated()
    const pairId = await comeBack()
    const board = await nurse().ok<{
      beds: { pairs: object[] }[]
      overdue: { what: string }[]
    }>('board.cards')
    expect(board.beds[0]?.pairs[0]).toMatchObject({
      ...{ inside: side, outside: side, night: side },
      authorityRequirement: limit,
    })
    expect(board.overdue.map(({ what }) => what)).toContain('supervision not assessed again')
    const { standing } = await nurse().ok<{ standing: object }>('supervision.current', { pairId })
    expect(standing).toMatchObject({
      inside: { level: 'SUP-0', reason: 'fallback-absent' },
      authorityRequirement: limit,
    })
  })

  test('what was less strict than the fallback does not come back with them', async () => {
    await decided('SUP-4')
    const pairId = await comeBack()
    const { standing } = await nurse().ok<{ standing: object }>('supervision.current', { pairId })
    expect(standing).toMatchObject({ inside: { level: 'SUP-1', reason: 'fallback-absent' } })
  })

  test('less than was decided last is a lowering, with all that one needs', async () => {
    await decided('SUP-2')
    const pairId = await comeBack()
    const now = unit.clock.now()
    const failure = await nurse().fails('supervision.decide', wholeDecision(pairId, 'SUP-3', now))
    expect(failure.fields?.map(({ field }) => field)).toContain('conditions.SUP-C5')
    await nurse().ok('supervision.decide', wholeDecision(pairId, 'SUP-2', now))
  })
})

describe('an assessment prepared for a baby who was here before', () => {
  const prepared = (childId: string, level: CellLevel, more: object = {}) => {
    const { cells, rationale, evidence } = wholeDecision('', level, unit.clock.now())
    const times = { decidedAt: unit.clock.now(), reviewWithinHours: 24 }
    return {
      ...{ childId, seenVersion: 0, ...times, cells, rationale, evidence },
      ...{ factors: noFactors, ...more },
    }
  }
  async function referredAgain(): Promise<string> {
    const referralId = await refer(unit, {
      mother: { id: family.motherId },
      babies: [{ baby: { id: family.babyId } }],
    })
    const { children } = await nurse().ok<{ children: { id: string }[] }>('admission.get', {
      referralId,
    })
    return children[0]?.id ?? ''
  }
  const refused = async (input: object) => {
    const failure = await nurse().fails('supervision.prepare', input)
    return failure.fields?.map(({ field }) => field)
  }

  test('neither words the limit of a court anew nor leaves it out', async () => {
    await decided('SUP-1', { authorityRequirement: limit })
    await endStay()
    const childId = await referredAgain()
    expect(await refused(prepared(childId, 'SUP-1'))).toEqual(['authorityRequirement'])
    const reworded = { authorityRequirement: 'As the court agreed' }
    expect(await refused(prepared(childId, 'SUP-1', reworded))).toEqual(['authorityRequirement'])
    const same = { authorityRequirement: limit }
    await nurse().ok('supervision.prepare', prepared(childId, 'SUP-1', same))
  })

  test('is not less strict than what was decided last', async () => {
    await decided('SUP-2')
    await endStay()
    const childId = await referredAgain()
    expect(await refused(prepared(childId, 'SUP-3'))).toEqual(['cells'])
    await nurse().ok('supervision.prepare', prepared(childId, 'SUP-2'))
  })
})

test.each([
  ['raise', 'nursery-nurse'],
  ['raise', 'nurse'],
  ['decide', 'nurse'],
] as const)(
  '“not allowed” inside the unit is no way round a separation: %s by a %s',
  async (act, role) => {
    await decided('SUP-3')
    await unit.as(role).signIn()
    const failure = await unit.as(role).fails(`supervision.${act}`, {
      ...wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 24, { 'unit-day': 'not-allowed' }),
    })
    expect(failure.fields).toMatchObject([
      { field: 'cells', message: expect.stringContaining('“Separate”, with its legal basis') },
    ])
  },
)
