import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  allSign,
  type DocumentView,
  expectDocument,
  nameNurses,
  receiveDocument,
} from '../../../support/documents.ts'

let unit: TestUnit
let stayId: string
const nurse = () => unit.as('nurse')

beforeAll(async () => {
  unit = await startTestUnit()
  stayId = (await unit.arrive()).stayId
  await nameNurses(unit, stayId)
})
afterAll(() => unit.close())

const lineOf = async (documentId: string) =>
  (await nurse().ok<DocumentView>('documents.get', { documentId })).line

test('what everybody has read who must, one takes back', async () => {
  const documentId = await expectDocument(nurse(), stayId, { title: 'Another' })
  const { id, version } = await receiveDocument(nurse(), documentId, unit.clock.now())
  await allSign(unit, documentId)
  await nurse().ok('documents.withdraw', { id, version, reason: 'Of another family' })
})

test('the limit of reading stays where the first receipt put it, whatever one person enters later', async () => {
  const receivedAt = unit.clock.now()
  const documentId = await expectDocument(nurse(), stayId)
  const { id } = await receiveDocument(nurse(), documentId, receivedAt)
  unit.clock.pass(23 * 60)
  await nurse().signIn()
  const limit = addHours(receivedAt, 24)
  expect((await lineOf(documentId)).dueAt).toBe(limit)

  await nurse().ok('documents.correct', {
    id,
    version: 1,
    reason: 'It came today',
    documentId,
    receivedAt: unit.clock.now(),
    title: 'Chronology 2024 to 2026',
    author: 'J. Reed, social worker',
    writtenOn: '2026-11-02',
    summary: 'Two older children live with their grandmother',
    attachmentHash: null,
  })
  expect((await lineOf(documentId)).dueAt).toBe(limit)

  const out = { id, version: 2, reason: 'Entered in error' }
  expect(await nurse().fails('documents.withdraw', out)).toMatchObject({
    code: 'held',
    message: expect.stringContaining('nobody takes it back alone'),
  })
  expect((await lineOf(documentId)).dueAt).toBe(limit)
  await nurse().ok('documents.withdrawByTwo', out, { second: unit.second('ward-manager') })
  expect((await lineOf(documentId)).state).toBe('expected')
})
