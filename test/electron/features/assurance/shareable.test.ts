import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShareableModel } from '#domain/assurance/shareable/shareable-model.ts'
import { measuresOfShareable } from '#domain/assurance/shareable/shareable-model.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

const autumn = { first: '2026-07-01', last: '2026-09-30', distribution: ['Trust board'] }

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit('2026-09-20T09:00:00.000Z')
  await unit.arrive({ bed: 0, babyName: 'Zuzanna' })
  unit.clock.set('2026-10-05T09:00:00.000Z')
  for (const role of ['commissioner', 'ward-manager', 'nurse'] as const)
    await unit.as(role).signIn()
})
afterAll(() => unit.close())

const make = (input: object) =>
  unit
    .as('commissioner')
    .ok<{ reportId: string }>('assurance.makeReport', { disclosure: 'shareable', ...input })
const refused = (input: object) =>
  unit.as('commissioner').fails('assurance.makeReport', { disclosure: 'shareable', ...input })
const modelOf = (reportId: string) =>
  unit.as('commissioner').ok<ShareableModel>('assurance.report', { reportId })

describe('a shareable report', () => {
  test('holds no record and no exact small figure, says so on its cover, and can be taken away in every format', async () => {
    const { reportId } = await make(autumn)
    const model = await modelOf(reportId)
    expect(model.cover).toMatchObject({ disclosure: 'shareable', version: 1 })
    expect(JSON.stringify(model)).not.toMatch(/Zuzanna|"members"|"records"/)
    for (const { measure } of measuresOfShareable(model))
      for (const value of Object.values(measure.figure))
        expect(typeof value === 'number' && value > 0 && value < 8).toBe(false)
    for (const format of ['html', 'csv', 'json'] as const) {
      const file = await unit
        .as('commissioner')
        .ok<{ bytes: Uint8Array; name: string }>('assurance.file', { reportId, format })
      expect(file.name).toContain('-shareable')
    }
  })

  test('is refused for any other period, at its field, and for one that has not ended', async () => {
    expect(await refused({ ...autumn, last: '2026-09-29' })).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'last', message: expect.stringContaining('whole calendar quarter') }],
    })
    expect(await refused({ ...autumn, first: '2026-10-01', last: '2026-12-31' })).toMatchObject({
      fields: [{ field: 'last', message: expect.stringContaining('has ended') }],
    })
  })

  const figure = (model: ShareableModel, id: string) =>
    measuresOfShareable(model).find(({ measure }) => measure.id === id)?.measure
  const takeAway = (reportId: string) =>
    unit.as('commissioner').call('assurance.file', { reportId, format: 'csv' })

  test('made again says the same; after a correction by a few, what changed is withheld', async () => {
    const first = await make(autumn)
    expect(figure(await modelOf(first.reportId), '5d-3')?.state).toBe('printed')
    expect(await takeAway(first.reportId)).toMatchObject({ ok: true })
    // A second mother who had arrived in the period is entered late.
    await unit.arrive({ bed: 1, babyName: 'Osian', at: '2026-09-29T09:00:00.000Z' })
    await unit.as('commissioner').signIn()
    const later = await modelOf((await make(autumn)).reportId)
    expect(figure(later, '5d-3')?.state).toBe('near-earlier')
    expect(figure(later, '5d-3')?.figure.population).toBe('withheld')
  }, 60_000)
})

describe('what was only looked at inside', () => {
  // Long enough ago that no trend of the reports above has printed it.
  const summer = { first: '2025-04-01', last: '2025-06-30', distribution: ['Trust board'] }
  const figure = (model: ShareableModel, id: string) =>
    measuresOfShareable(model).find(({ measure }) => measure.id === id)?.measure
  const by = () => unit.as('commissioner')
  const arrival = async (bed: number) => {
    await unit.as('nurse').signIn()
    await unit.arrive({
      bed,
      babyName: `Baby ${bed}`,
      bornOn: '2025-04-14',
      at: `2025-05-0${bed}T09:00:00.000Z`,
    })
    await by().signIn()
  }

  test('is no release: the next one prints what changed meanwhile', async () => {
    const draft = await make(summer)
    await by().ok('assurance.preview', draft)
    await arrival(2)
    const next = await modelOf((await make(summer)).reportId)
    expect(figure(next, '5d-3')?.state).toBe('printed')
  }, 60_000)

  test('cannot leave any more once another that differs by a few has left, as a file or as a pack', async () => {
    const old = await make(summer)
    await arrival(3)
    const newer = await make(summer)
    await by().ok('assurance.file', { ...newer, format: 'csv' })
    for (const [path, input] of [
      ['assurance.file', { ...old, format: 'csv' }],
      ['assurance.pack', old],
    ] as const)
      expect(await by().fails(path, input)).toMatchObject({
        code: 'held',
        message: expect.stringContaining('Make this one again'),
      })
    // What has left once may leave again: it tells nothing new.
    await by().ok('assurance.file', { ...newer, format: 'json' })
    await by().ok('assurance.pack', newer)
  }, 60_000)
})
