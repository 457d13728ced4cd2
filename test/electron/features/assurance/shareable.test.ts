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

  test('made again says the same; after a correction by a few, what changed is withheld', async () => {
    const first = await modelOf((await make(autumn)).reportId)
    const figure = (model: ShareableModel, id: string) =>
      measuresOfShareable(model).find(({ measure }) => measure.id === id)?.measure
    expect(figure(first, '5d-3')?.state).toBe('printed')
    // A second mother who had arrived in the period is entered late.
    await unit.arrive({ bed: 1, babyName: 'Osian', at: '2026-09-29T09:00:00.000Z' })
    await unit.as('commissioner').signIn()
    const later = await modelOf((await make(autumn)).reportId)
    expect(figure(later, '5d-3')?.state).toBe('near-earlier')
    expect(figure(later, '5d-3')?.figure.population).toBe('withheld')
  })
})
