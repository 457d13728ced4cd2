import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  type DocumentView,
  expectDocument,
  receiveDocument,
  signDocument,
} from '../../../support/documents.ts'

let unit: TestUnit
let family: Arrived
let documentId: string
let receivedId: string
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
  documentId = await expectDocument(unit.as('nurse'), family.stayId)
  receivedId = (await receiveDocument(unit.as('nurse'), documentId, unit.clock.now())).id
})
afterAll(() => unit.close())

const consultant = () => unit.as('consultant')
const open = () => consultant().ok('documents.open', { receivedId, version: 1 })
const log = (seen: number[], seconds: number) =>
  consultant().ok('documents.reading', { receivedId, version: 1, pages: 14, seen, seconds })
const view = () => consultant().ok<DocumentView>('documents.get', { documentId })

describe('the log of reading', () => {
  test('begins with opening: what was not opened here was not read here', async () => {
    expect(
      await consultant().fails('documents.reading', {
        receivedId,
        version: 1,
        pages: 1,
        seen: [1],
        seconds: 9,
      }),
    ).toMatchObject({ code: 'held' })
  })

  test('stands beside the sign-off: pages and time of every sitting before it', async () => {
    await open()
    unit.clock.pass(2)
    await log([1, 2, 3], 100)
    await log([4], 110)
    unit.clock.pass(60)
    await consultant().signIn()
    await open()
    unit.clock.pass(4)
    await log([3, 4, 5, 9], 240)
    await signDocument(consultant(), documentId, 'consultant')
    const { signatures, opened } = await view()
    expect(signatures[0]?.reading).toEqual({ pages: 14, seen: 6, seconds: 350, sittings: 2 })
    expect(opened.map(({ reading }) => reading?.seconds)).toEqual([110, 240])
  })

  test('is no longer than it has been open, and does not grow after the sign-off', async () => {
    unit.clock.pass(60)
    await consultant().signIn()
    await open()
    unit.clock.pass(1)
    await log([14], 9_000)
    const { signatures, opened } = await view()
    expect(opened.at(-1)?.reading).toMatchObject({ seen: 1, seconds: 120 })
    expect(signatures[0]?.reading?.seconds).toBe(350)
  })

  test('refuses a page that the document has not', async () => {
    expect(
      await consultant().fails('documents.reading', {
        receivedId,
        version: 1,
        pages: 2,
        seen: [3],
        seconds: 1,
      }),
    ).toMatchObject({ code: 'invalid' })
  })
})

describe('a reader whose role changed between reading and signing', () => {
  test('signs no longer in the part, is told so there, and may sign for themselves', async () => {
    const administrator = unit.as('administrator')
    for (const role of ['administrator', 'nurse'] as const) await unit.as(role).signIn()
    const account = (
      await administrator.ok<{ id: string; staffId: string; version: number }[]>('users.list')
    ).find(({ staffId }) => staffId === consultant().staffId)
    const { current } = await view()
    await receiveDocument(unit.as('nurse'), documentId, unit.clock.now(), { title: 'Addendum' })
    const now = (await view()).current
    expect(now?.contentHash).not.toBe(current?.contentHash)
    await administrator.ok('users.changeRole', {
      id: account?.id,
      version: account?.version,
      role: 'other-clinician',
      reason: 'Locum ended',
    })
    await consultant().signIn()
    const sign = (readerRole: string | null) => ({
      documentId,
      receivedId: now?.receivedId,
      receivedVersion: now?.version,
      contentHash: now?.contentHash,
      readerRole,
      significance: 'Nobody is to be told the address',
    })
    expect(await consultant().fails('documents.sign', sign('consultant'))).toMatchObject({
      fields: [
        { field: 'readerRole', message: expect.stringContaining('You do not fill the part') },
      ],
    })
    await consultant().ok('documents.open', { receivedId: now?.receivedId, version: 1 })
    await consultant().ok('documents.sign', sign(null))
    // What they signed as consultant before stays theirs; in the addendum the part is open for another.
    const { signatures } = await view()
    expect(signatures.map(({ stands }) => stands)).toEqual([true, true])
  })
})
