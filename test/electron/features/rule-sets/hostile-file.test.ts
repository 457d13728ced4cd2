import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

interface Kind {
  kind: string
  inForce: string
  revisions: { id: string; state: string }[]
}
interface Criteria {
  clauses: { id: string; kind: string; question: string }[]
  declineReasons: { clauses: string[] }[]
}

let unit: TestUnit
let text: string
beforeAll(async () => {
  unit = await startTestUnit()
  text = await exportOf('admission-criteria')
})
afterAll(() => unit.close())

const manager = () => unit.as('ward-manager')
const kindOf = async (kind: string) =>
  (await manager().ok<Kind[]>('ruleSets.overview')).find((one) => one.kind === kind) as Kind
async function exportOf(kind: string) {
  const { inForce } = await kindOf(kind)
  return (await unit.as('nurse').ok<{ text: string }>('ruleSets.exportFile', { id: inForce })).text
}
const drafts = async () =>
  (await kindOf('admission-criteria')).revisions.filter(({ state }) => state === 'draft').length

/** The file of criteria in force, edited. */
const edited = (change: (file: Record<string, unknown> & { content: Criteria }) => void) => {
  const file = JSON.parse(text)
  change(file)
  return JSON.stringify(file)
}
const first = ({ content }: { content: Criteria }) => {
  const [clause] = content.clauses
  if (!clause) throw new Error('The criteria have no clause')
  return clause
}
const inject = async (file: string) =>
  manager().fails('ruleSets.importFile', { text: file, changes: 'x' })

describe('a file of admission criteria that was tampered with is refused, and no draft is kept:', () => {
  test.each<[string, () => string, string]>([
    ['a picture', () => '\u0089PNG\r\n\u001a\n\u0000\u0000', 'text'],
    ['nothing', () => '', 'text'],
    ['a web page', () => '<html><body>Admission criteria</body></html>', 'text'],
    ['cut short on the way', () => text.slice(0, text.length / 2), 'text'],
    ['lists within lists', () => '['.repeat(200_000), 'text'],
    [
      'of another kind, named as criteria',
      () => edited((file) => Object.assign(file, { content: { levels: [] } })),
      'text.',
    ],
    [
      'criteria named as another kind',
      () => edited((file) => Object.assign(file, { kind: 'fever' })),
      'text.',
    ],
    [
      'of a kind that a newer app has',
      () => edited((file) => Object.assign(file, { kind: 'admission-criteria-2' })),
      'kind',
    ],
    [
      'with a field that a newer app has',
      () => edited((file) => Object.assign(first(file), { severity: 9 })),
      'text.',
    ],
    [
      'with a part that a newer app has',
      () => edited((file) => Object.assign(file, { approvedBy: 'The trust' })),
      'text',
    ],
    [
      'with a kind of clause that there is none of',
      () => edited((file) => Object.assign(first(file), { kind: 'ignore' })),
      'text.',
    ],
    [
      'with one clause twice',
      () => edited(({ content }) => content.clauses.push({ ...first({ content }) })),
      'text',
    ],
    [
      'with a clause that asks nothing',
      () => edited((file) => Object.assign(first(file), { question: ' ' })),
      'text.',
    ],
    [
      'with a clause as long as a book',
      () => edited((file) => Object.assign(first(file), { question: 'x'.repeat(100_000) })),
      'text.',
    ],
    [
      'larger than any rules',
      () => edited((file) => Object.assign(file, { title: 'x'.repeat(500_001) })),
      'text',
    ],
  ])('%s', async (_what, file, field) => {
    const before = await drafts()
    const failure = await inject(file())
    expect(failure.code).toBe('invalid')
    const fields = failure.fields ?? []
    expect(fields.some((one) => one.field.startsWith(field))).toBe(true)
    expect(fields.every(({ message }) => message.length > 10)).toBe(true)
    expect(await drafts()).toBe(before)
  })
})

test('what is wrong in the file is said with its place, and what a newer app may know as such', async () => {
  const file = edited((one) => {
    Object.assign(first(one), { severity: 9, question: '' })
    Object.assign(one.content.clauses[3] ?? {}, { id: '' })
  })
  const { fields } = await inject(file)
  const said = fields?.map(({ message }) => message) ?? []
  expect(said).toContainEqual(
    expect.stringMatching(/^clauses, ADM-I-01, severity: this version of the app does not know/),
  )
  expect(said).toContainEqual(expect.stringMatching(/^clauses, ADM-I-01, question: /))
  expect(said).toContainEqual(expect.stringMatching(/^clauses, number 4, id: /))
  expect(said.join()).not.toContain('This form')
})

describe('a file of admission criteria that can be read', () => {
  test('never says that it is approved, nor from when: it is a draft with every line that it changes', async () => {
    const file = edited((one) => {
      one.effectiveFrom = '2020-01-01T00:00:00.000Z'
      const { content } = one
      const gone = content.clauses.filter(({ kind }) => kind === 'stop').map(({ id }) => id)
      content.clauses = content.clauses.filter(({ id }) => !gone.includes(id))
      for (const reason of content.declineReasons)
        reason.clauses = reason.clauses.filter((id) => !gone.includes(id))
    })
    const { inForce } = await kindOf('admission-criteria')
    const { id } = await manager().ok('ruleSets.importFile', { text: file, changes: 'x' })
    const draft = await unit.as('consultant').ok<{
      state: string
      approvedBy: string | null
      differences: { where: string[]; becomes: string | null }[]
    }>('ruleSets.revision', { id })
    expect(draft).toMatchObject({ state: 'draft', approvedBy: null })
    const out = draft.differences.filter(({ becomes }) => becomes === null)
    expect(JSON.stringify(out)).toContain('ADM-X-08')
    expect(JSON.stringify(out)).toContain('ADM-X-09')
    expect((await kindOf('admission-criteria')).inForce).toBe(inForce)
  })

  test('keeps words in every script as they are, also what looks like a part of a page', async () => {
    const words = 'A <script>alert(1)</script> = 2+2, Tŷ-Gwyn, ஆ, ا'
    const file = edited((one) => Object.assign(first(one), { question: words }))
    const { id } = await manager().ok('ruleSets.importFile', { text: file, changes: 'x' })
    const { content } = await manager().ok<{ content: string }>('ruleSets.revision', { id })
    expect(first({ content: JSON.parse(content) }).question).toBe(words)
  })
})
