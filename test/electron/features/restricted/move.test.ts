import { beforeEach, describe, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { answer, pageOf, refer } from '../admission/referring.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
  family = await unit.arrive({ motherName: 'Zuzanna', babyName: 'Amber' })
  return () => unit.close()
})

type Role = Parameters<TestUnit['as']>[0]
interface View {
  people: { id: string; name: string; hidden: number }[]
  entries: {
    what: string
    by: string
    basis: object
    moved: { from: string; writer: string; fields: { label: string; text: string }[] } | null
  }[]
}
interface Made {
  id: string
  moveId: string
}
const canary = 'Heronsgate: he waits at the bus stop'
const told = { kind: 'told', by: 'Her sister', on: '2026-11-20' }
const view = (role: Role, of: object = { stayId: family.stayId }) =>
  unit.as(role).ok<View>('restricted.view', of)
const move = (role: Role, id: string, changes: object = {}) =>
  unit.as(role).ok<Made>('restricted.move', {
    id,
    version: 1,
    keptFrom: ['partner'],
    because: 'He comes to the ward and reads the screen',
    instead: null,
    ...changes,
  })
const event = (changes: object = {}) =>
  unit.as('other-clinician').ok<{ id: string }>('chronology.add', {
    stayId: family.stayId,
    personId: family.motherId,
    kind: 'home',
    happened: '3/2025',
    ended: '5/2025',
    what: canary,
    basis: told,
    receivedId: null,
    place: 'Page 4',
    ...changes,
  })
async function nobodyReads(role: Role, reads: [string, object][]) {
  for (const [path, input] of reads)
    expect(JSON.stringify(await unit.as(role).ok(path, input)), path).not.toContain('Heronsgate')
}

describe('before anybody has arrived', () => {
  test('words of a referral are restricted, and stand with the stay when she comes', async () => {
    const referralId = await refer(unit, { referralReason: canary })
    const { referral, mother } = await pageOf(unit, referralId)
    await move('nurse', referral.id, { instead: 'Postpartum psychosis' })
    await nobodyReads('nursery-nurse', [
      ['admission.get', { referralId }],
      ['search.find', { text: 'Heronsgate' }],
      ['restricted.view', { referralId }],
    ])
    const [entry] = (await view('consultant', { referralId })).entries
    expect(entry).toMatchObject({ what: canary, basis: { kind: 'told', by: 'A. Referrer' } })
    expect((await pageOf(unit, referralId)).referral.referralReason).toBe('Postpartum psychosis')
    const { people } = await view('nursery-nurse', { referralId })
    expect(people.find(({ id }) => id === mother.id)).toMatchObject({ hidden: 1 })
    expect(people).toHaveLength(2)
  })

  test('an event of the page of history of a referral is moved, and an entry is written', async () => {
    const referralId = await refer(unit)
    const { mother } = await pageOf(unit, referralId)
    const { id } = await event({ stayId: null, referralId, personId: mother.id })
    await move('nurse', id)
    await nobodyReads('nursery-nurse', [['chronology.view', { referralId }]])
    await unit.as('nursery-nurse').ok('restricted.add', {
      personId: mother.id,
      keptFrom: ['partner'],
      because: 'He asked',
      happenedAt: unit.clock.now(),
      what: 'She rang alone',
      basis: told,
    })
    expect((await view('ward-manager', { referralId })).entries).toHaveLength(2)
  })

  test('the note of an answer is moved, and the answer stays', async () => {
    const referralId = await refer(unit)
    await answer(unit, referralId, 'ADM-I-03', 'yes', { note: canary })
    const clause = async () =>
      (await pageOf(unit, referralId)).clauses.find(({ id }) => id === 'ADM-I-03')
    const typed = (await clause())?.typed
    await move('nurse', typed?.recordId ?? '')
    await nobodyReads('nursery-nurse', [['admission.get', { referralId }]])
    expect(await clause()).toMatchObject({ answer: 'yes' })
  })

  test('neither a stay nor a referral, or both, is refused', async () => {
    for (const wrong of [{}, { stayId: family.stayId, referralId: family.stayId }])
      expect((await unit.as('nurse').fails('restricted.view', wrong)).code).toBe('invalid')
  })
})

describe('what is moved', () => {
  test('keeps its kind, its end and its place beside it, and who wrote it first reads it', async () => {
    const { id } = await event()
    await move('nurse', id)
    for (const role of ['other-clinician', 'consultant'] as const) {
      const [entry] = (await view(role)).entries
      expect(entry).toMatchObject({ what: canary, moved: { writer: 'other-clinician person' } })
      const fields = (entry?.moved?.fields ?? []).map(({ label, text }) => `${label}: ${text}`)
      expect(fields).toEqual(
        expect.arrayContaining(['Kind: home', 'Precision: month', 'Place: Page 4']),
      )
      expect(fields.join()).toMatch(/Ended on: .*May 2025/)
    }
    expect((await view('nursery-nurse')).entries).toEqual([])
  })

  test('of a contact with a health service is each text with what it is', async () => {
    const { id } = await unit.as('nurse').ok<{ id: string }>('chronology.addContact', {
      stayId: family.stayId,
      personId: family.babyId,
      happened: '11/2026',
      service: 'emergency-department',
      provider: 'Westmarch Infirmary',
      place: 'Westmarch',
      reported: canary,
      reportedBy: 'Mother',
      seen: 'partly',
      observed: 'A bruise',
      outcome: null,
      basis: told,
      receivedId: null,
    })
    await move('consultant', id)
    await nobodyReads('nursery-nurse', [
      ['chronology.view', { stayId: family.stayId }],
      ['chronology.pattern', { stayId: family.stayId }],
      ['restricted.view', { stayId: family.stayId }],
    ])
    const [entry] = (await view('nurse')).entries
    expect(entry?.what).toBe(`Reported: ${canary}\nObserved: A bruise`)
    expect(entry?.moved?.fields.map(({ text }) => text)).toContain('Westmarch Infirmary')
  })

  test('of a contact leaves its list: an address or number that must not be found', async () => {
    const { id } = await unit.as('nurse').ok<{ id: string }>('people.addContact', {
      personId: family.babyId,
      agency: 'other',
      role: 'Refuge worker',
      name: 'Heronsgate House',
      telephone: '01632 960 004',
      safeToContact: 'yes',
      basis: told,
    })
    await move('nurse', id)
    await nobodyReads('nursery-nurse', [['people.contacts', { personId: family.babyId }]])
    expect((await view('nurse')).entries[0]?.what).toContain('Telephone: 01632 960 004')
  })

  test('of the baby-care log is its note; the feed stays, and no earlier version shows the note', async () => {
    const { id } = await unit.as('nursery-nurse').ok<{ id: string }>('babyCare.add', {
      pairId: family.pairId,
      kind: 'feed',
      way: 'bottle-formula',
      happenedAt: unit.clock.now(),
      source: 'staff',
      amount: 90,
      note: canary,
    })
    await move('nurse', id)
    const read: [string, object][] = [['babyCare.log', { pairId: family.pairId }]]
    await nobodyReads('other-clinician', read)
    const log = await unit
      .as('nurse')
      .ok<{ entries: { amount: number }[] }>('babyCare.log', { pairId: family.pairId })
    expect(log.entries).toMatchObject([{ amount: 90 }])
    const [entry] = (await view('nursery-nurse')).entries
    expect(entry).toMatchObject({ what: canary, basis: { kind: 'observed' } })
    // Marked as entered in error afterwards, it shows no more than before.
    await unit.as('nurse').ok('babyCare.withdraw', { id, version: 2, reason: 'Wrong baby' })
    await nobodyReads('other-clinician', read)
  })

  test('is no longer in the copy for a subject access request, and something else may stand there', async () => {
    const { id } = await event()
    await move('nurse', id)
    await nobodyReads('ward-manager', [['retention.copyLines', { personId: family.motherId }]])
    const again = await unit.as('nurse').fails('restricted.move', {
      id,
      version: 2,
      keptFrom: ['partner'],
      because: 'Again',
    })
    expect(again.code).toBe('not-found')
    const other = await event({ what: 'Nothing bad' })
    const wrong = { id: other.id, version: 1, keptFrom: ['partner'], because: 'He reads it' }
    const failure = await unit.as('nurse').fails('restricted.move', { ...wrong, instead: 'Words' })
    expect(failure.fields).toMatchObject([{ field: 'instead' }])
  })
})

describe('whoever wrote what was moved', () => {
  interface Moved {
    id: string
    version: number
    what: string
    mover: string
    seenAt: string | null
  }
  const mine = (role: Role) => unit.as(role).ok<Moved[]>('restricted.moved')

  test('is told until they say that they have seen it', async () => {
    await move('nurse', (await event()).id)
    const [told] = await mine('other-clinician')
    expect(told).toMatchObject({ what: canary, mover: 'nurse person', seenAt: null })
    expect(await mine('nurse')).toEqual([])
    const seen = { id: told?.id, version: told?.version }
    expect((await unit.as('nurse').fails('restricted.seen', seen)).code).toBe('held')
    await unit.as('other-clinician').ok('restricted.seen', seen)
    expect((await mine('other-clinician'))[0]?.seenAt).toBe(unit.clock.now())
  })
})

describe('the word on a move', () => {
  interface Line {
    id: string
    version: number
    state: string
    mayReview: boolean
    reviewer: string | null
  }
  const list = (role: Role = 'ward-manager') => unit.as(role).ok<Line[]>('restricted.moves')
  const word = ({ id, version }: Line) => ({
    id,
    version,
    outcome: 'needed',
    review: 'Asked the sister: true',
  })

  test('is said by somebody else than who moved it, once, and stands red where nobody does', async () => {
    await move('ward-manager', (await event()).id)
    const [own] = await list()
    expect(own).toMatchObject({ state: 'waiting', mayReview: false })
    if (!own) throw new Error('Not on the list')
    const wrong = await unit.as('ward-manager').fails('restricted.reviewMove', word(own))
    expect(wrong.message).toContain('Somebody else than who moved it')
    unit.clock.set(addHours(unit.clock.now(), 72))
    for (const role of ['ward-manager', 'safeguarding-lead'] as const) await unit.as(role).signIn()
    expect((await list())[0]?.state).toBe('overdue')
    const red = await unit.as('safeguarding-lead').ok<{ id: string }[]>('store.attention')
    expect(red.map(({ id }) => id)).toContain('moved-words')
    await unit.as('safeguarding-lead').ok('restricted.reviewMove', word(own))
    expect((await list())[0]).toMatchObject({ state: 'reviewed', mayReview: false })
    const twice = await unit.as('safeguarding-lead').fails('restricted.reviewMove', word(own))
    expect(twice.code).toBe('held')
  })

  test('is not asked of what somebody did with their own words', async () => {
    await move('other-clinician', (await event()).id)
    expect(await list()).toEqual([])
  })
})

test('whose names stand under the restricted entries of a stay is logged, also where none is shown', async () => {
  await view('nursery-nurse')
  const [read] = unit.db.rows<{ patients: string; payload: string }>(
    `select patients, payload from audit where entity = 'restricted.view' order by seq desc limit 1`,
  )
  expect(read?.patients.split(' ')).toEqual(
    expect.arrayContaining([family.motherId, family.babyId]),
  )
  expect(JSON.parse(read?.payload ?? '{}')).toMatchObject({ found: 0 })
  const shown = await unit
    .as('ward-manager')
    .ok<{ what: string }[]>('audit.entries', { filter: { personId: family.babyId } })
  expect(shown.map(({ what }) => what)).toContain('Opened the restricted entries: 0 found')
})
