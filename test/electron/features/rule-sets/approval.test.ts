import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

interface Head {
  id: string
  version: number
  revision: string
  state: string
  approvedBy: string | null
}
interface Kind {
  kind: string
  inForce: string | null
  unapprovedRules: number
  revisions: Head[]
}
type Supervision = { lateEntry: { minutes: number } }

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const kindOf = async (kind: string) => {
  const kinds = await unit.as('ward-manager').ok<Kind[]>('ruleSets.overview')
  return kinds.find((one) => one.kind === kind) as Kind
}
const current = (at?: string) =>
  unit
    .as('nurse')
    .ok<{ id: string; content: string }>('ruleSets.current', { kind: 'supervision', at })

/** A draft of the supervision rules by the ward manager, in which late entries count for longer. */
async function drafted(minutes = 90): Promise<Head> {
  const manager = unit.as('ward-manager')
  const base = (await kindOf('supervision')).inForce
  const { id } = await manager.ok('ruleSets.startDraft', { basedOn: base, changes: 'Late entries' })
  const { content } = await manager.ok<{ content: string }>('ruleSets.revision', { id })
  const rules = JSON.parse(content) as Supervision
  rules.lateEntry.minutes = minutes
  await manager.ok('ruleSets.changeDraft', { ...draftFields, id, version: 1, content: rules })
  return (await kindOf('supervision')).revisions.find((one) => one.id === id) as Head
}
const draftFields = {
  title: 'Supervision of mother with baby',
  source: 'Agreed on the unit',
  reviewDue: null,
  changes: 'Late entries count for longer',
  reason: 'Ward meeting of 20 November',
}
const approval = {
  reason: 'Agreed by the governance meeting',
  reviewDue: '2027-11-01',
  agreedWith: 'Three local authorities, letter of 18 November',
}

describe('a draft', () => {
  test('changes nothing, and shows what it would change', async () => {
    const before = await current()
    const draft = await drafted()
    expect(draft).toMatchObject({ state: 'draft', revision: 'unit-1' })
    expect(await current()).toEqual(before)
    const shown = await unit.as('consultant').ok<{ differences: unknown }>('ruleSets.revision', {
      id: draft.id,
    })
    expect(shown.differences).toEqual([
      { where: ['late entry', 'minutes'], was: expect.any(String), becomes: '90' },
    ])
  })

  test('is approved by somebody else, from then on, and old decisions keep their rules', async () => {
    const draft = await drafted()
    const { id, version } = draft
    expect(
      await unit.as('ward-manager').fails('ruleSets.approve', { ...approval, id, version }),
    ).toMatchObject({ code: 'held', message: expect.stringContaining('You wrote these rules') })
    await unit.as('consultant').ok('ruleSets.approve', { ...approval, id, version })
    expect((await current()).id).toBe(id)
    expect((await current('2026-11-20T00:00:00.000Z')).id).not.toBe(id)
    const { revisions, unapprovedRules } = await kindOf('supervision')
    expect(revisions[0]).toMatchObject({ id, state: 'in-force', approvedBy: 'consultant person' })
    expect(revisions[1]).toMatchObject({ state: 'never-approved' })
    expect(unapprovedRules).toBe(0)
    expect(
      unit.db.row('select action, reason from audit where entity_id = @id order by seq desc', {
        id,
      }),
    ).toEqual({ action: 'approve', reason: approval.reason })
  })

  test('takes effect on its day, never before today', async () => {
    const { id, version } = await drafted()
    const approve = (effectiveFrom: string) =>
      unit.as('consultant').call('ruleSets.approve', { ...approval, id, version, effectiveFrom })
    expect(await approve('2026-11-22T09:00:00.000Z')).toMatchObject({
      ok: false,
      failure: { fields: [{ field: 'effectiveFrom' }] },
    })
    expect(await approve('2026-12-01T00:00:00.000Z')).toMatchObject({ ok: true })
    expect((await current()).id).not.toBe(id)
    unit.clock.set('2026-12-01T00:00:01.000Z')
    await unit.as('nurse').signIn()
    expect((await current()).id).toBe(id)
  })

  test('needs the word of those outside whom its kind asks for', async () => {
    const { id, version } = await drafted()
    const { agreedWith: _, ...without } = approval
    expect(
      await unit.as('consultant').fails('ruleSets.approve', { ...without, id, version }),
    ).toMatchObject({ fields: [{ field: 'agreedWith' }] })
  })

  test('of criteria that say neither who is admitted nor who is not is not approved', async () => {
    const manager = unit.as('ward-manager')
    const base = (await kindOf('admission-criteria')).inForce
    const { id } = await manager.ok('ruleSets.startDraft', { basedOn: base, changes: 'Shorter' })
    const get = () =>
      manager.ok<{ content: string; needsFirst: string | null }>('ruleSets.revision', { id })
    const before = await get()
    expect(before.needsFirst).toBeNull()
    const rules = JSON.parse(before.content)
    const measured = rules.clauses.filter(({ kind }: { kind: string }) => kind === 'process')
    const content = {
      ...rules,
      groups: [],
      clauses: measured,
      declineReasons: rules.declineReasons.map((one: object) => ({ ...one, clauses: [] })),
    }
    await manager.ok('ruleSets.changeDraft', { ...draftFields, id, version: 1, content })
    const { needsFirst } = await get()
    const refused = await unit
      .as('consultant')
      .fails('ruleSets.approve', { ...approval, agreedWith: null, id, version: 2 })
    expect(refused).toMatchObject({ code: 'held', message: needsFirst })
    expect(needsFirst).toMatch(/^These criteria say neither who is admitted nor who is not/)
  })

  test('is not approved by whoever changed it, nor changed once it is approved', async () => {
    const { id, version } = await drafted()
    const { content } = await current()
    const change = { ...draftFields, id, content: JSON.parse(content) }
    await unit.as('consultant').ok('ruleSets.changeDraft', { ...change, version })
    expect(
      await unit
        .as('consultant')
        .fails('ruleSets.approve', { ...approval, id, version: version + 1 }),
    ).toMatchObject({ code: 'held' })
    await unit
      .as('safeguarding-lead')
      .ok('ruleSets.approve', { ...approval, id, version: version + 1 })
    for (const [path, input] of [
      ['ruleSets.changeDraft', { ...change, version: version + 2 }],
      ['ruleSets.dropDraft', { id, version: version + 2, reason: 'No' }],
    ] as const)
      expect(await unit.as('ward-manager').fails(path, input)).toMatchObject({ code: 'held' })
  })

  test('is refused with each fault at its place, and nothing is kept', async () => {
    const { id, version } = await drafted()
    const content = JSON.parse((await current()).content)
    content.lateEntry.minutes = 0
    content.fallback[0].level = 'SUP-4'
    const input = { ...draftFields, id, version, content }
    const { fields } = await unit.as('ward-manager').fails('ruleSets.changeDraft', input)
    expect(fields?.map(({ field }) => field)).toContain('content.lateEntry.minutes')
    const { faults } = await unit
      .as('ward-manager')
      .ok<{ faults: unknown }>('ruleSets.consider', { kind: 'supervision', content })
    expect(faults).toEqual(fields)
  })

  test('that is dropped is gone from the list, and its number is not given again', async () => {
    const { id, version } = await drafted()
    await unit.as('ward-manager').ok('ruleSets.dropDraft', { id, version, reason: 'Not wanted' })
    expect((await kindOf('supervision')).revisions).toHaveLength(1)
    expect(await drafted()).toMatchObject({ revision: 'unit-2' })
  })
})

describe('a default of the app', () => {
  test('says that nobody approved it, and is approved by two people together', async () => {
    const { inForce, revisions, unapprovedRules } = await kindOf('fever')
    const id = inForce as string
    expect(revisions[0]).toMatchObject({ state: 'unapproved-default', approvedBy: null })
    expect(unapprovedRules).toBeGreaterThan(0)
    const input = { ...approval, id, version: 1 }
    expect(await unit.as('ward-manager').fails('ruleSets.approve', input)).toMatchObject({
      code: 'held',
      fields: [{ field: 'second.signInName' }],
    })
    await unit
      .as('ward-manager')
      .ok('ruleSets.approve', input, { second: unit.second('consultant') })
    const after = await kindOf('fever')
    expect(after.revisions[0]).toMatchObject({ state: 'in-force', approvedBy: 'consultant person' })
    expect(after.unapprovedRules).toBe(0)
  })

  test('is never edited: a draft is begun from it', async () => {
    const { inForce: id } = await kindOf('fever')
    const input = { ...draftFields, id, version: 1, content: {} }
    expect(await unit.as('ward-manager').fails('ruleSets.changeDraft', input)).toMatchObject({
      code: 'held',
    })
  })
})

describe('two drafts at once', () => {
  interface Whole {
    inForce: { id: string; revision: string }
    overtakenBy: string | null
    followedBy: { revision: string; effectiveFrom: string } | null
    differences: { where: string[]; was: string | null; becomes: string | null }[]
  }
  const whole = (id: string) => unit.as('consultant').ok<Whole>('ruleSets.revision', { id })

  test('the later one says what came into force since, and every line that it changes back', async () => {
    const first = await drafted(75)
    const second = await drafted(90)
    expect(await whole(second.id)).toMatchObject({ overtakenBy: null, followedBy: null })
    const seen = await whole(second.id)
    const { id, version } = first
    await unit.as('consultant').ok('ruleSets.approve', { ...approval, id, version })

    const late = { ...approval, id: second.id, version: second.version }
    const blind = { ...late, comparedWith: seen.inForce.id }
    expect(await unit.as('consultant').fails('ruleSets.approve', blind)).toMatchObject({
      code: 'clash',
      message: expect.stringMatching(/^Version unit-1 has come into force meanwhile/),
    })
    const now = await whole(second.id)
    expect(now).toMatchObject({ overtakenBy: 'unit-1', inForce: { id } })
    expect(now.differences).toEqual([expect.objectContaining({ was: '75', becomes: '90' })])
    await unit.as('consultant').ok('ruleSets.approve', { ...late, comparedWith: now.inForce.id })
    expect(await current()).toMatchObject({ id: second.id })
  })

  test('one says that another is approved for a later day, and will take its place', async () => {
    const first = await drafted(75)
    const second = await drafted(90)
    const effectiveFrom = '2026-12-01T09:00:00.000Z'
    const { id, version } = first
    await unit.as('consultant').ok('ruleSets.approve', { ...approval, id, version, effectiveFrom })
    expect(await whole(second.id)).toMatchObject({
      overtakenBy: null,
      followedBy: { revision: 'unit-1', effectiveFrom },
    })
  })
})

test('approved rules that stay get a new review date', async () => {
  const { id, version } = await drafted()
  await unit.as('consultant').ok('ruleSets.approve', { ...approval, id, version })
  const renew = (reviewDue: string) =>
    unit
      .as('consultant')
      .call('ruleSets.renewReview', { id, version: version + 1, reason: 'Looked at', reviewDue })
  expect(await renew('2026-11-23')).toMatchObject({ ok: false })
  expect(await renew('2028-11-01')).toMatchObject({ ok: true })
  expect((await kindOf('supervision')).revisions[0]).toMatchObject({ reviewDue: '2028-11-01' })
})

describe('a file of rules', () => {
  test('comes back as a draft that somebody else approves', async () => {
    const { inForce } = await kindOf('supervision')
    const file = await unit.as('nurse').ok<{ name: string; text: string }>('ruleSets.exportFile', {
      id: inForce,
    })
    expect(file.name).toBe('supervision-1.json')
    const changed = file.text.replace('"minutes": 60', '"minutes": 75')
    const { id } = await unit
      .as('ward-manager')
      .ok('ruleSets.importFile', { text: `\uFEFF${changed}`, changes: 'From the sister unit' })
    expect((await kindOf('supervision')).revisions.find((one) => one.id === id)).toMatchObject({
      state: 'draft',
      origin: 'imported',
    })
    await unit.as('consultant').ok('ruleSets.approve', { ...approval, id, version: 1 })
    expect((await current()).id).toBe(id)
  })

  test.each([
    ['no JSON', 'supervision', 'text'],
    ['a list', '[]', 'text'],
    ['an unknown kind', JSON.stringify(fileOf('horoscope', {})), 'kind'],
    ['rules that are not of their kind', JSON.stringify(fileOf('fever', { levels: [] })), 'text.'],
    ['a hidden prototype', '{"__proto__":{"kind":"fever"}}', 'text'],
  ])('with %s is refused at its field', async (_, text, field) => {
    const failure = await unit
      .as('ward-manager')
      .fails('ruleSets.importFile', { text, changes: 'x' })
    expect(failure).toMatchObject({ code: 'invalid' })
    expect(failure.fields?.some((one) => one.field.startsWith(field))).toBe(true)
  })
})

function fileOf(kind: string, content: unknown) {
  return {
    kind,
    revision: '1',
    title: 'T',
    source: 'S',
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    reviewDue: null,
    content,
  }
}
