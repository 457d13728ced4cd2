import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  type Find,
  type FoundGroup,
  mostMore,
  mostShown,
  type SearchKind,
} from '#domain/search/found.ts'
import type { Role } from '#domain/users/roles.ts'
import { person } from '#drizzle/schema/people.ts'
import { searchNameOf } from '../../../../electron/features/people/queries.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { happens } from '../../../support/duties.ts'
import { knownBy } from '../../../support/known-by.ts'
import { refer, someone } from '../admission/referring.ts'

let unit: TestUnit
let referralId: string
let stayed: Arrived
const mother = { ...someone('mother', '1995-04-12', 'Siân'), familyName: "O'Llewellyn" }

beforeAll(async () => {
  unit = await startTestUnit()
  referralId = await refer(unit, { mother: { person: mother } })
  stayed = await unit.arrive({ motherName: 'Łucja', babyName: 'Tomos' })
  const { id: fatherId } = await unit.as('nurse').ok('people.add', {
    ...someone('mother', '1991-01-01', 'Gethin'),
    kind: 'other',
    basis: knownBy,
    familyName: 'Pugh',
  })
  await unit.as('nurse').ok('people.addTie', {
    personId: fatherId,
    toPersonId: stayed.babyId,
    relation: 'father',
    parentalResponsibility: 'not-known',
    safeToContact: 'not-known',
    basis: { kind: 'told', by: 'Her mother', on: '2026-11-23' },
  })
  happens(unit, stayed, { event: 'COM-05' })
})
afterAll(() => unit.close())

const search = async (text: string, role: Role = 'nurse') =>
  (await unit.as(role).ok<{ groups: FoundGroup[] }>('search.find', { text })).groups
const group = async (kind: SearchKind, text: string, role?: Role) =>
  (await search(text, role)).find((one) => one.kind === kind)

describe('what is found', () => {
  test.each([
    ['the name without its accent', 'sian'],
    ['another apostrophe', 'o’llew'],
    ['the names the other way round', "o'llewellyn siân"],
    ['the date of birth', '12/4/1995'],
    ['the NHS number', mother.nhsNumber ?? ''],
  ])('somebody referred, by %s, leads to the referral', async (_, text) => {
    const people = await group('people', text)
    expect(people?.shown[0]).toMatchObject({
      title: "Siân O'Llewellyn",
      leadsTo: { page: 'referral', referralId },
    })
    expect((await group('referrals', text))?.shown.map(({ id }) => id)).toEqual([referralId])
  })

  it('finds a baby on the unit, with the stay, the day of arrival and the bed', async () => {
    const people = await group('people', 'tomos')
    expect(people?.shown).toMatchObject([
      { title: 'Tomos Example', leadsTo: { page: 'stay', stayId: stayed.stayId } },
    ])
    expect(people?.shown[0]?.about).toMatch(/^Baby, born 14 Sep 2026.*on the unit since/)
    expect((await group('stays', 'tomos'))?.shown[0]).toMatchObject({ title: 'Łucja Example' })
  })

  it('finds somebody in the life of a family, and leads to the family', async () => {
    expect((await group('people', 'gethin pugh'))?.shown).toMatchObject([
      {
        title: 'Gethin Pugh',
        leadsTo: { page: 'family', motherId: stayed.motherId },
        about: expect.stringContaining('Person in a family'),
      },
    ])
  })

  it('finds an open duty by its agency and the name of the baby together', async () => {
    const duties = await group('duties', 'social tomos')
    expect(duties?.count).toBeGreaterThan(0)
    expect(duties?.shown[0]?.leadsTo).toMatchObject({ page: 'duty' })
    expect(await group('duties', 'social siân')).toBeUndefined()
  })

  it('finds staff by name and by profession', async () => {
    expect((await group('staff', 'consultant person'))?.shown[0]).toMatchObject({
      title: 'consultant person',
      leadsTo: { page: 'staff', staffId: unit.as('consultant').staffId },
    })
  })

  it('finds a document by words of its title with the name of the mother', async () => {
    const register = await unit
      .as('nurse')
      .ok<{ documents: { id: string; title: string }[] }>('documents.register', {
        referralId,
      })
    const first = register.documents[0]
    if (!first) throw new Error('No document is expected of this referral')
    const found = await group('documents', `${first.title.split(' ')[0]} llewellyn`)
    expect(found?.shown.map(({ id }) => id)).toContain(first.id)
    expect(found?.shown[0]?.leadsTo).toEqual({ page: 'referral', referralId })
  })

  test.each(['%', "'", '_', 'NEAR(', '" OR 1', '*', 'nobody of that name', '1/1/1950'])(
    '%j finds nothing, and does no harm',
    async (text) => {
      expect(await search(text)).toEqual([])
    },
  )

  it('says what is wrong with a text that no name holds', async () => {
    const failure = await unit.as('nurse').fails('search.find', { text: 'tom\u202eos' })
    expect(failure.fields?.[0]).toMatchObject({ field: 'text' })
  })

  it('shows the first of many, and says how many there are', async () => {
    for (let n = 0; n < mostShown; n += 1)
      await refer(unit, {
        mother: {
          person: { ...someone('mother', '1990-01-02', `Beca${n}`), familyName: 'Manyfold' },
        },
      })
    const many = await group('people', 'manyfold')
    expect(many?.count).toBe(mostShown)
    await refer(unit, {
      mother: { person: { ...someone('mother', '1990-01-02', 'Becan'), familyName: 'Manyfold' } },
    })
    const more = await group('people', 'manyfold')
    expect(more?.count).toBe(mostShown + 1)
    expect(more?.shown).toHaveLength(mostShown)
    const next = { text: 'manyfold', kind: 'people', after: more?.shown.at(-1)?.id }
    const rest = await unit.as('nurse').ok<Find[]>('search.more', next)
    expect(rest).toHaveLength(1)
    expect(more?.shown.map(({ id }) => id)).not.toContain(rest[0]?.id)
    expect(await unit.as('nurse').ok('search.more', { ...next, after: rest[0]?.id })).toEqual([])
  })

  it('shows no more of what the role may not read, and refuses a place that is none', async () => {
    const next = { text: 'manyfold', kind: 'people', after: referralId }
    expect(await unit.as('administrator').ok('search.more', next)).toEqual([])
    const failure = await unit.as('nurse').fails('search.more', { ...next, after: '8' })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['after'])
  })
})

describe('10,000 of one name', () => {
  it('are counted at once, and come fifty at a time', async () => {
    const nurse = unit.as('nurse')
    const { userId, staffId, role } = nurse
    const unitId = unit.db.row<{ id: string }>('select unit_id as id from unit')?.id ?? ''
    unit.app.house.writeAs(
      { userId, staffId, role, name: 'nurse person' },
      unitId,
    )((tx) => {
      const one = someone('mother', '1990-01-02')
      for (let n = 0; n < 10_000; n += 1)
        tx.insert(person, {
          ...one,
          nhsNumber: null,
          nhsNumberAbsent: 'not-known',
          givenName: `Beca${n}`,
          familyName: 'Tenthousand',
          searchName: searchNameOf(`Beca${n}`, 'Tenthousand'),
          basisKind: 'observed',
        })
      return { value: null, audit: [{ action: 'add', entity: 'person', entityId: unitId }] }
    })
    const found = await group('people', 'tenthousand')
    expect(found?.count).toBe(10_000)
    expect(found?.shown).toHaveLength(mostShown)
    const seen = new Set(found?.shown.map(({ id }) => id))
    let after = found?.shown.at(-1)?.id
    for (let page = 0; page < 3; page += 1) {
      const finds = await nurse.ok<Find[]>('search.more', {
        text: 'tenthousand',
        kind: 'people',
        after,
      })
      expect(finds).toHaveLength(mostMore)
      for (const { id } of finds) seen.add(id)
      after = finds.at(-1)?.id
    }
    expect(seen.size).toBe(mostShown + 3 * mostMore)
  })
})

describe('who may find what', () => {
  it('finds staff alone for the administrator, who sees no clinical record', async () => {
    expect((await search('person', 'administrator')).map(({ kind }) => kind)).toEqual(['staff'])
    expect(await search('tomos', 'administrator')).toEqual([])
  })

  it('refuses the commissioner, who sees no names', async () => {
    expect(await unit.as('commissioner').fails('search.find', { text: 'tomos' })).toMatchObject({
      code: 'not-permitted',
    })
  })
})

describe('the log', () => {
  const last = () =>
    unit.db.row<{ entity: string; patients: string; payload: string }>(
      `select entity, patients, payload from audit where action = 'read' order by seq desc limit 1`,
    )

  it('keeps that somebody searched, whom it showed and how many it found, and not what was typed', async () => {
    unit.clock.set('2026-11-23T13:00:00.000Z')
    await unit.as('nurse').signIn()
    await search('łucja')
    const entry = last()
    expect(entry?.entity).toBe('search.find')
    expect(entry?.patients).toContain(stayed.motherId)
    expect(JSON.parse(entry?.payload ?? '{}')).toMatchObject({ found: expect.any(Number) })
    expect(entry?.payload).not.toContain('cja')
  })

  it('keeps a search that found nobody', async () => {
    unit.clock.set('2026-11-23T16:00:00.000Z')
    await unit.as('nurse').signIn()
    await search('somebody who is not here')
    expect(JSON.parse(last()?.payload ?? '{}')).toMatchObject({ found: 0 })
  })
})
