import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildExample, examplePassword } from '../../../electron/example/build-example.ts'
import { caller, migrationsFolder, newFolder, startBareApp } from '../../support/app.ts'

/** One bed, just long enough for a whole quarter to be written of. */
const end = '2026-11-23T14:00:00.000Z'
const folder = newFolder()
let bare: ReturnType<typeof startBareApp>
let lead: ReturnType<typeof caller>
beforeAll(async () => {
  const log = () => undefined
  await buildExample({ folder, migrationsFolder, log, end, beds: 1, days: 205, seed: 7 })
  bare = startBareApp(end, folder)
  lead = caller(bare.app, 'lead')
  const by = { signInName: 'safeguarding-lead' }
  await lead.ok('session.signIn', by, { password: examplePassword })
}, 180_000)
afterAll(() => bare.close())

interface Written {
  id: string
  stage: string
  title: string
}

test('the example unit has a report that is final, with all its words cleared, and one that is begun', async () => {
  const all = await lead.ok<Written[]>('writing.list')
  expect(all.map(({ stage, title }) => [stage, title])).toEqual([
    ['draft', 'October to December 2026'],
    ['final', 'July to September 2026'],
  ])
  const id = all.find(({ stage }) => stage === 'final')?.id
  const view = await lead.ok<{
    texts: { entity: string; withheld: string | null }[]
    comments: { outcome: string | null }[]
    final: { files: unknown[] }
  }>('writing.one', { id })
  expect(view.comments).toHaveLength(2)
  expect(view.comments.every(({ outcome }) => outcome !== null)).toBe(true)
  expect(view.final.files.length).toBeGreaterThan(4)
  const own = view.texts.filter(({ entity }) => entity === 'report_narrative')
  expect(own.map(({ withheld }) => withheld)).toEqual([null, null, null])
})

test('a level stands that two raised, and the commissioner’s own beside the unit’s', async () => {
  const { requirements } = await lead.ok<{
    requirements: { id: string; judgement: unknown; commissioner: unknown }[]
  }>('assurance.requirements', { first: '2026-07-01', last: '2026-09-30' })
  const of = (id: string) => requirements.find((one) => one.id === id)
  expect(of('5c')?.judgement).toMatchObject({ level: 'reasonable', secondRole: 'Consultant' })
  expect(of('5d')?.commissioner).toMatchObject({ level: 'limited' })
})
