import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

interface View {
  sessions: {
    id: string
    version: number
    counts: { group: string; n: number }[]
    came: { name: string }[] | null
    learnt: string
    episode: string | null
  }[]
  episodes: { id: string; label: string }[]
  people: unknown[] | null
  byGroup: { group: string; asked: number; came: number }[]
}

let unit: TestUnit
let pairId: string
beforeAll(async () => {
  unit = await startTestUnit()
  pairId = (await unit.arrive({ motherName: 'Jolanta', babyName: 'Amber' })).pairId
})
afterAll(() => unit.close())

const session = (changes: object = {}) => ({
  kind: 'reflective',
  heldOn: '2026-11-23',
  minutes: 60,
  theme: 'baby-first',
  prompt: 'ordinary',
  facilitatorId: unit.as('nurse').staffId,
  attended: [unit.as('nurse').staffId, unit.as('consultant').staffId],
  outsideCount: 0,
  learnt: 'We say what we saw before what we think.',
  ...changes,
})

describe('a reflective session', () => {
  test('is refused with the name of a mother or baby on the unit, at the field; nothing is written', async () => {
    const nurse = unit.as('nurse')
    for (const learnt of ['amber cried', 'What JOLANTA said']) {
      const { code, fields } = await nurse.fails('culture.recordSession', session({ learnt }))
      expect(code).toBe('invalid')
      expect(fields?.map(({ field }) => field)).toEqual(['learnt'])
    }
    const { sessions } = await nurse.ok<View>('culture.sessions')
    expect(sessions).toEqual([])
  })

  test('is recorded by whoever led it or by the safeguarding lead, and by nobody else', async () => {
    const { fields } = await unit.as('consultant').fails('culture.recordSession', session())
    expect(fields?.[0]?.field).toBe('facilitatorId')
    await unit.as('nurse').ok('culture.recordSession', session())
  })

  test('shows who came to whoever led it and to the safeguarding lead alone; to all else counts', async () => {
    const named = async (role: 'nurse' | 'safeguarding-lead' | 'ward-manager' | 'consultant') =>
      (await unit.as(role).ok<View>('culture.sessions')).sessions[0]?.came?.length ?? null
    expect(await named('nurse')).toBe(2)
    expect(await named('safeguarding-lead')).toBe(2)
    expect(await named('ward-manager')).toBeNull()
    expect(await named('consultant')).toBeNull()
    const { sessions, people } = await unit.as('ward-manager').ok<View>('culture.sessions')
    expect(sessions[0]?.counts).toEqual([
      { group: 'Consultant', n: 1 },
      { group: 'Registered nurse', n: 1 },
    ])
    expect(people).toBeNull()
    const lead = await unit.as('safeguarding-lead').ok<View>('culture.sessions')
    expect(lead.people?.length).toBeGreaterThan(4)
  })

  test('its figure opens to sessions, and to nobody’s name, for the ward manager too', async () => {
    const members = await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
      first: '2026-11-01',
      last: '2026-11-30',
      measure: '5f-1',
    })
    const text = JSON.stringify(members)
    for (const role of ['nurse', 'consultant', 'nursery-nurse'] as const)
      expect(text).not.toContain(unit.as(role).staffId)
    expect(members.every(({ staff }) => staff === undefined)).toBe(true)
  })

  test('is corrected with a reason by those who see it, and a later reading counts the correction', async () => {
    const [found] = (await unit.as('nurse').ok<View>('culture.sessions')).sessions
    const change = {
      id: found?.id,
      version: found?.version,
      reason: 'The consultant was not there',
    }
    const attended = [unit.as('nurse').staffId]
    const refused = await unit
      .as('ward-manager')
      .fails('culture.correctSession', { ...change, session: session({ attended }) })
    expect(refused.code).toBe('not-permitted')
    await unit
      .as('nurse')
      .ok('culture.correctSession', { ...change, session: session({ attended }) })
    const { sessions } = await unit.as('nurse').ok<View>('culture.sessions')
    expect(sessions[0]?.counts).toEqual([{ group: 'Registered nurse', n: 1 }])
  })

  test('keeps somebody who was there, left, and came back since', async () => {
    const manager = unit.as('ward-manager')
    const post = { profession: 'nursery-nurse', employment: 'substantive' }
    const { id } = await manager.ok('users.addStaff', {
      ...post,
      name: 'Re Turned',
      startedOn: '2026-02-02',
      leftOn: '2026-05-01',
    })
    await manager.ok('users.beginPost', {
      ...post,
      id,
      version: 1,
      from: '2026-10-01',
      reason: 'Came back',
    })
    const there = (heldOn: string) => session({ heldOn, attended: [id] })
    await unit.as('nurse').ok('culture.recordSession', there('2026-03-02'))
    const { fields } = await unit.as('nurse').fails('culture.recordSession', there('2026-07-01'))
    expect(fields?.map(({ field }) => field)).toEqual(['attended'])
  })

  test('says at each field what cannot be', async () => {
    const fieldsOf = async (changes: object) =>
      (await unit.as('nurse').fails('culture.recordSession', session(changes))).fields?.map(
        ({ field }) => field,
      )
    expect(await fieldsOf({ heldOn: '2026-11-24' })).toContain('heldOn')
    expect(await fieldsOf({ theme: 'no-such-theme' })).toContain('theme')
    expect(await fieldsOf({ attended: [] })).toContain('attended')
    expect(await fieldsOf({ kind: 'joint-reflection' })).toContain('outsideCount')
    expect(await fieldsOf({ outsideCount: 2 })).toContain('agencies')
    expect(await fieldsOf({ heldOn: '2015-01-01' })).toContain('attended')
  })
})

describe('a session that looks back on an episode', () => {
  const recorded = () => unit.as('nurse').ok<View>('culture.sessions')

  test('names it by its time alone, and not one that came later or never was', async () => {
    const { episodeId } = await unit.as('nurse').ok<{ episodeId: string }>('unwellBaby.raise', {
      pairId,
      recognisedAt: unit.clock.now(),
      findings: [],
      whose: 'staff',
      words: 'Hot to touch',
      mobility: 'not-mobile',
      basis: { kind: 'observed' },
    })
    const looked = { kind: 'reflective', prompt: 'hospital', episodeId }
    const early = session({ ...looked, heldOn: '2026-11-22' })
    const never = session({ ...looked, episodeId: pairId })
    for (const one of [early, never])
      expect((await unit.as('nurse').fails('culture.recordSession', one)).fields).toMatchObject([
        { field: 'episodeId' },
      ])
    await unit.as('nurse').ok('culture.recordSession', session(looked))
    const { sessions, episodes } = await recorded()
    expect(episodes).toEqual([{ id: episodeId, label: 'Unwell baby, 23 Nov 2026, 09:00' }])
    expect(sessions[0]?.episode).toBe('Unwell baby, 23 Nov 2026, 09:00')
  })
})

describe('what was learnt', () => {
  test('is noted, changed, and checked later; each step is refused before its time', async () => {
    const nurse = unit.as('nurse')
    const point = {
      source: 'drill',
      learnt: 'The emergency bag stood behind the door',
      change: 'It hangs by the window now',
      ownerId: nurse.staffId,
      changeDueOn: '2026-12-10',
    }
    const named = await nurse.fails('culture.noteLearning', { ...point, change: 'Tell Amber' })
    expect(named.fields?.[0]?.field).toBe('change')
    const { id } = await nurse.ok('culture.noteLearning', point)
    const early = { learningId: id, checkedOn: '2026-11-23', outcome: 'held', how: 'Looked' }
    expect((await nurse.fails('culture.checkLearning', early)).code).toBe('held')
    await nurse.ok('culture.changeMade', { id, version: 1, madeOn: '2026-11-23', made: 'Moved it' })
    const soon = await nurse.fails('culture.checkLearning', early)
    expect(soon.fields?.[0]?.field).toBe('checkedOn')
    unit.clock.pass(30 * 24 * 60)
    await nurse.signIn()
    await nurse.ok('culture.checkLearning', { ...early, checkedOn: '2026-12-22' })
    const { points } = await nurse.ok<{ points: { checks: unknown[]; late: string | null }[] }>(
      'culture.learning',
    )
    expect(points[0]?.checks).toHaveLength(1)
    expect(points[0]?.late).toBeNull()
  })
})
