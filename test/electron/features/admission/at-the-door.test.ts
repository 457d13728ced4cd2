import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { bedBoard } from '../../../../electron/features/admission/bed-board.ts'
import type { ReferralLine } from '../../../../electron/features/admission/view.ts'
import type { BoardView } from '../../../../electron/features/board/cards.ts'
import type { QueueLine } from '../../../../electron/features/communications/queue.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { complete, offer, offerInput, pageOf, pass, refer, someone } from './referring.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const nurse = () => unit.as('nurse')
const list = async (which: 'open' | 'ended') =>
  (await nurse().ok<{ referrals: ReferralLine[] }>('admission.list', { which })).referrals
const board = () => nurse().ok<BoardView>('board.cards')
const beds = () => nurse().ok<ReturnType<typeof bedBoard>>('admission.beds')

interface Made {
  stayId: string
  motherId: string
  pairs: { pairId: string; babyId: string }[]
}
/** She comes to the door, as of now. */
const comes = (changes: object = {}) => ({
  mother: { person: someone('mother', '1996-02-03') },
  babies: [],
  bedId: unit.beds[0]?.id,
  planned: false,
  arrivedAt: unit.clock.now(),
  withoutOfferBecause: 'At the door with the police at three in the morning',
  cameFrom: 'place-of-safety',
  basis: knownBy,
  ...changes,
})
const arrives = (changes: object = {}) => nurse().ok<Made>('stays.arrive', comes(changes))

/** She was referred, and comes before anybody decided. */
async function referredAndHere(changes: object = {}) {
  const id = await refer(unit, changes)
  const { mother, children } = await pageOf(unit, id)
  await pass(unit, 60)
  const born = children.flatMap(({ baby }) =>
    baby ? [{ baby: { id: baby.id }, startedAt: null }] : [],
  )
  const made = await arrives({ mother: { id: mother.id }, babies: born })
  return { id, made, mother }
}

describe('a mother who was referred and comes without an offer', () => {
  test('ends her referral with the stay, as an end of its own', async () => {
    const { id, made } = await referredAndHere()
    expect(await pageOf(unit, id)).toMatchObject({
      stage: 'came-without-offer',
      open: false,
      arrival: { stayId: made.stayId, cameFrom: 'place-of-safety' },
    })
    expect((await list('open')).map((one) => one.id)).not.toContain(id)
    expect((await list('ended')).find((one) => one.id === id)).toMatchObject({
      stage: 'came-without-offer',
      stayId: made.stayId,
    })
  })

  test('is promised no second bed', async () => {
    const { id } = await referredAndHere()
    expect(
      await unit
        .as('ward-manager')
        .fails('admission.decide', offerInput(unit, id, { bedId: unit.beds[1]?.id })),
    ).toMatchObject({ code: 'held', message: expect.stringContaining('came in without an offer') })
    expect((await beds()).beds.map(({ expected }) => expected)).toEqual([null, null, null, null])
  })

  test('has what is expected of those who know her on the register at once', async () => {
    const { made } = await referredAndHere()
    const register = await nurse().ok<{ documents: unknown[]; missing: unknown[] }>(
      'documents.register',
      { stayId: made.stayId, referralId: null },
    )
    expect(register.documents.length).toBeGreaterThan(3)
    expect(register.missing).toEqual([])
  })

  test('starts the duties to tell others, of the referral and of the admission', async () => {
    const { made } = await referredAndHere({ socialCare: 'yes' })
    const { lines } = await nurse().ok<{ lines: QueueLine[] }>('communications.open')
    const own = lines.filter(({ event }) => event.family.stayId === made.stayId)
    expect(new Set(own.map(({ event }) => event.event))).toEqual(new Set(['COM-01', 'COM-02']))
  })

  test('names the baby whom the referral expected', async () => {
    const id = await refer(unit, { babies: [], unborn: [{ expectedOn: '2026-11-30' }] })
    const { mother } = await pageOf(unit, id)
    await pass(unit, 60)
    const made = await arrives({
      mother: { id: mother.id },
      babies: [{ baby: { person: someone('baby', '2026-11-22') }, startedAt: null }],
    })
    expect((await pageOf(unit, id)).children).toMatchObject([
      { baby: { id: made.pairs[0]?.babyId }, expectedOn: null },
    ])
  })

  test('fails the measures of a check, and is a line of every report', async () => {
    const { made } = await referredAndHere()
    expect(
      unit.db.row<{ because: string; author: string }>(
        'select without_offer_because as because, author from stay where record_id = @id',
        { id: made.stayId },
      ),
    ).toMatchObject({
      because: 'At the door with the police at three in the morning',
      author: nurse().staffId,
    })
  })

  test('leaves an offer that stands to be tied by hand, and no second one is made', async () => {
    const id = await refer(unit)
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id)
    const { mother } = await pageOf(unit, id)
    const { stayId } = await arrives({ mother: { id: mother.id } })
    expect((await pageOf(unit, id)).stage).toBe('offered')
    await nurse().ok('admission.linkArrival', { referralId: id, stayId, cameFrom: 'home' })
    expect((await pageOf(unit, id)).stage).toBe('arrived')
  })

  test('of the same name and birth as one on record is asked about once', async () => {
    const mother = someone('mother', '1996-02-03')
    await refer(unit, { mother: { person: mother } })
    const again = comes({
      mother: { person: { ...mother, nhsNumber: null, nhsNumberAbsent: 'not-known' } },
    })
    expect((await nurse().fails('stays.arrive', again)).fields?.map(({ field }) => field)).toEqual([
      'anotherPerson',
    ])
    await nurse().ok('stays.arrive', { ...again, anotherPerson: true })
  })
})

describe('a stay on record while its referral is not decided', () => {
  test('ends the referral as one without an offer', async () => {
    const id = await refer(unit)
    const { mother } = await pageOf(unit, id)
    await complete(unit, id)
    await pass(unit, 1)
    await offer(unit, id)
    const { stayId } = await arrives({ mother: { id: mother.id } })
    await nurse().ok('admission.linkArrival', {
      referralId: id,
      stayId,
      cameFrom: 'home',
      withoutOffer: true,
    })
    expect((await pageOf(unit, id)).stage).toBe('came-without-offer')
  })
})

describe('a full unit', () => {
  test('lets a family in without a bed, with the reason, and shows them first until they have one', async () => {
    expect((await nurse().fails('stays.arrive', comes({ bedId: null }))).fields).toMatchObject([
      { field: 'bedBecause' },
    ])
    const { stayId } = await arrives({ bedId: null, bedBecause: 'All beds are taken' })
    expect((await board()).beds[0]).toMatchObject({ bedName: 'No bed', stay: { stayId } })
    expect((await beds()).hereWithoutBed).toMatchObject([
      { stayId, bedBecause: 'All beds are taken' },
    ])
    await nurse().ok('stays.moveBed', {
      id: stayId,
      version: 1,
      reason: 'A bed is free now',
      bedId: unit.beds[2]?.id,
    })
    expect((await beds()).hereWithoutBed).toEqual([])
    expect((await beds()).beds[2]?.here).toMatchObject({ stayId, bedBecause: null })
  })

  test('opens a closed bed for her, with the reason', async () => {
    const bed = unit.beds[3]
    await unit.as('ward-manager').ok('stays.changeBed', {
      id: bed?.id,
      version: 1,
      reason: 'The window is broken',
      name: bed?.name,
      position: 4,
      closed: true,
    })
    expect((await nurse().fails('stays.arrive', comes({ bedId: bed?.id }))).fields).toMatchObject([
      { field: 'bedBecause' },
    ])
    const { stayId } = await arrives({ bedId: bed?.id, bedBecause: 'The window is boarded up' })
    expect((await board()).beds.find(({ stay }) => stay?.stayId === stayId)?.bedId).toBe(bed?.id)
  })
})

describe('a baby whose date of birth nobody knows', () => {
  const baby = { ...someone('baby', '2026-11-01'), nhsNumber: null, nhsNumberAbsent: 'not-known' }
  const withBaby = (changes: object) =>
    comes({ babies: [{ baby: { person: { ...baby, ...changes } }, startedAt: null }] })

  test('comes in, and the board says so', async () => {
    expect((await nurse().fails('stays.arrive', withBaby({ bornOn: null }))).fields).toMatchObject([
      { field: 'babies.0.baby.person.bornOn' },
    ])
    await nurse().ok(
      'stays.arrive',
      withBaby({ bornOn: null, bornOnEstimate: 'Looks about a week old; the police' }),
    )
    expect((await board()).beds[0]?.pairs[0]?.baby.ageText).toBe('date of birth not known')
  })

  test('comes in with an estimate, read by every age row until it is put right with its history', async () => {
    const made = await nurse().ok<Made>(
      'stays.arrive',
      withBaby({ bornOn: '2026-08-10', bornOnEstimate: 'Looks about three months; the GP' }),
    )
    const pairId = made.pairs[0]?.pairId
    const id = made.pairs[0]?.babyId
    expect((await board()).beds[0]?.pairs[0]?.baby.ageText).toBe('about 3 months, estimated')
    const { episodeId } = await nurse().ok<{ episodeId: string }>('unwellBaby.raise', {
      pairId,
      recognisedAt: unit.clock.now(),
      findings: ['looks-ill'],
      whose: 'staff',
      words: 'pale',
      basis: { kind: 'observed', by: 'A. Nurse' },
      another: false,
    })
    const episode = () =>
      nurse().ok<{ baby: { everyRow: string | null; age: string } }>('unwellBaby.episode', {
        episodeId,
      })
    expect((await episode()).baby.everyRow).toContain('every age row is read')
    const before = await nurse().ok<Record<string, unknown>>('people.get', { personId: id })
    const { givenName, familyName, kind } = before
    await nurse().ok('people.change', {
      id,
      version: 1,
      reason: 'The red book was found',
      person: { ...baby, givenName, familyName, kind, bornOn: '2026-08-01', basis: knownBy },
    })
    expect((await episode()).baby).toMatchObject({ everyRow: null, age: '3 months 22 days' })
    const versions = unit.db.rows<{ bornOn: string; estimate: string | null }>(
      'select born_on as bornOn, born_on_estimate as estimate from person where record_id = @id order by version',
      { id },
    )
    expect(versions).toEqual([
      { bornOn: '2026-08-10', estimate: 'Looks about three months; the GP' },
      { bornOn: '2026-08-01', estimate: null },
    ])
  })
})
