import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleSetKinds } from '../../../../electron/rule-set-kinds.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

interface Revision {
  id: string
  version: number
  revision: string
  state: string
  title: string
  source: string
  approvedBy: string | null
  reviewDue: string | null
}
interface Whole extends Revision {
  content: string
  differences: unknown[]
}

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const revisionsOf = async (kind: string) => {
  const all = await unit
    .as('consultant')
    .ok<{ kind: string; inForce: string | null; revisions: Revision[] }[]>('ruleSets.overview')
  return all.find((one) => one.kind === kind)
}
const revision = (id: string) => unit.as('consultant').ok<Whole>('ruleSets.revision', { id })
const approval = {
  reason: 'Agreed by the governance meeting',
  reviewDue: '2027-11-01',
  agreedWith: 'Everybody outside whom these rules ask for',
}

/** The lead text of some rule with more behind it, so that something differs. */
function changed(content: unknown): unknown {
  let isDone = false
  const walk = (value: unknown, key: string): unknown => {
    if (isDone) return value
    if (typeof value === 'string' && ['text', 'title', 'source', 'label', 'means'].includes(key)) {
      isDone = true
      return `${value} (as agreed on the unit)`
    }
    if (Array.isArray(value)) return value.map((inner) => walk(inner, ''))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]),
    )
  }
  return walk(content, '')
}

describe.each(ruleSetKinds.map(({ kind }) => kind))('the rules of %s', (kind) => {
  test('are an unapproved default with version and source', async () => {
    const before = await revisionsOf(kind)
    expect(before?.revisions[0]).toMatchObject({
      state: 'unapproved-default',
      revision: expect.stringMatching(/\S/),
      source: expect.stringMatching(/.{5}/),
      approvedBy: null,
    })
  })

  test('go out as a file and come back as a draft that says what would change; another person approves it', async () => {
    const manager = unit.as('ward-manager')
    const shipped = (await revisionsOf(kind))?.revisions[0]
    const { text } = await manager.ok<{ text: string }>('ruleSets.exportFile', { id: shipped?.id })
    const file = JSON.parse(text) as { content: unknown }
    const content = changed(file.content)
    const isOther = JSON.stringify(content) !== JSON.stringify(file.content)
    const taken = JSON.stringify({ ...file, content })
    const { id } = await manager.ok('ruleSets.importFile', {
      text: taken,
      changes: 'In plain words',
    })
    const draft = await revision(id)
    expect(draft).toMatchObject({ state: 'draft', source: shipped?.source })
    // The other frameworks ship empty: nothing there could differ.
    expect(draft.differences.length > 0).toBe(isOther)
    expect((await revisionsOf(kind))?.inForce).toBe(shipped?.id)

    const act = { ...approval, id, version: draft.version }
    expect((await manager.fails('ruleSets.approve', act)).code).toBe('held')
    await unit.as('consultant').ok('ruleSets.approve', act)
    const after = await revisionsOf(kind)
    expect(after?.inForce).toBe(id)
    expect(after?.revisions.find((one) => one.id === id)).toMatchObject({
      state: 'in-force',
      approvedBy: 'consultant person',
      reviewDue: '2027-11-01',
    })
  })
})
