import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  type DocumentView,
  expectDocument,
  receiveDocument,
  sendFile,
} from '../../../support/documents.ts'
import { lockedPdf, pdfOf, rubbishPdf } from '../../../support/pdf-of.ts'
import { brokenOff, jpeg, pngOf } from '../../../support/pictures.ts'

let unit: TestUnit
let family: Arrived
let other: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, babyName: 'Amber' })
  other = await unit.arrive({ bed: 1, babyName: 'Idris' })
})
afterAll(() => unit.close())

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/** The file of what a document holds now, part by part. */
async function readFile(documentId: string): Promise<Uint8Array> {
  const { current } = await unit.as('nurse').ok<DocumentView>('documents.get', { documentId })
  const parts: Uint8Array[] = []
  for (let part = 0, of = 1; part < of; part += 1) {
    const answer = await unit.as('nurse').ok<{ of: number; bytes: Uint8Array }>('documents.file', {
      receivedId: current?.receivedId,
      version: current?.version,
      part,
    })
    of = answer.of
    parts.push(answer.bytes)
  }
  return Buffer.concat(parts)
}

describe('a file', () => {
  test('goes in and comes back in parts of 1 MB, the same to the last byte', async () => {
    const content = pdfOf(2_500_000)
    const kept = await sendFile(unit.as('nurse'), content)
    expect(kept).toEqual({
      sha256: sha256(content),
      mediaType: 'application/pdf',
      bytes: content.length,
    })
    const documentId = await expectDocument(unit.as('nurse'), family.stayId)
    await receiveDocument(unit.as('nurse'), documentId, unit.clock.now(), {
      attachmentHash: kept.sha256,
      summary: '',
    })
    expect(sha256(await readFile(documentId))).toBe(kept.sha256)
  })

  test('of more than 25 MB is refused before any of it is sent', async () => {
    const failure = await unit
      .as('nurse')
      .fails('documents.startFile', { bytes: 25 * 1024 * 1024 + 1 })
    expect(failure.fields).toEqual([
      { field: 'bytes', message: expect.stringContaining('larger than 25 MB') },
    ])
  })

  test.each([
    ['a PDF that is not one', new TextEncoder().encode('MZ\u0000 program'), /not a PDF/],
    ['a PDF that is cut short', pdfOf(900).slice(0, 400), /cut short/],
    ['what only begins and ends like a PDF', rubbishPdf, /Save it again as PDF, or scan it anew/],
    ['a PDF with a password', lockedPdf, /protected by a password. Save it without/],
    ['what only begins like a PNG', brokenOff(pngOf(), 20, 12), /picture \(PNG\) cannot be opened/],
    ['a PNG that broke off', brokenOff(pngOf(), 200, 12), /picture \(PNG\) cannot be opened/],
    ['what only begins like a JPEG', brokenOff(jpeg, 3, 2), /picture \(JPEG\) cannot be opened/],
    ['a JPEG that broke off', brokenOff(jpeg, jpeg.length - 300, 2), /or is cut short/],
    ['a JPEG without its end', jpeg.slice(0, -300), /or is cut short/],
  ])('%s is refused, and nothing is kept', async (_what, content, message) => {
    const nurse = unit.as('nurse')
    const { uploadId } = await nurse.ok<{ uploadId: string }>('documents.startFile', {
      bytes: content.length,
    })
    const part = { uploadId, part: 0, bytes: content }
    expect((await nurse.fails('documents.filePart', part)).fields?.[0]?.message).toMatch(message)
    expect(unit.app.house.store().attachments.has(sha256(content))).toBe(false)
    expect(await nurse.fails('documents.filePart', part)).toMatchObject({ code: 'held' })
  })

  test.each([
    ['a PNG', pngOf(), 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a JPEG with something after its end', Uint8Array.from([...jpeg, 1, 2, 3]), 'image/jpeg'],
  ])('%s that opens is kept', async (_what, content, mediaType) => {
    expect(await sendFile(unit.as('nurse'), content)).toMatchObject({ mediaType })
    expect(unit.app.house.store().attachments.has(sha256(content))).toBe(true)
  })

  test('sent out of order, or by another person, is refused', async () => {
    const content = pdfOf(500)
    const { uploadId } = await unit
      .as('nurse')
      .ok<{ uploadId: string }>('documents.startFile', { bytes: content.length })
    for (const [who, part] of [
      ['nurse', 1],
      ['consultant', 0],
    ] as const)
      expect(
        await unit.as(who).fails('documents.filePart', { uploadId, part, bytes: content }),
      ).toMatchObject({ code: 'held' })
  })

  test('that is on record already is taken only where somebody says that it belongs here too', async () => {
    const nurse = unit.as('nurse')
    const { sha256: attachmentHash } = await sendFile(nurse, pdfOf(700, 'y'))
    const received = {
      receivedAt: unit.clock.now(),
      title: 'Assessment of the twins',
      author: 'J. Reed',
      writtenOn: null,
      summary: '',
      attachmentHash,
    }
    const first = await expectDocument(nurse, family.stayId)
    await nurse.ok('documents.receive', { ...received, documentId: first })
    const second = await expectDocument(nurse, family.stayId, { title: 'For the other twin' })
    const again = { ...received, documentId: second }
    expect((await nurse.fails('documents.receive', again)).fields).toEqual([
      { field: 'sameFileIsRight', message: expect.stringContaining('Assessment of the twins') },
    ])
    await nurse.ok('documents.receive', { ...again, sameFileIsRight: true })
    const elsewhere = await expectDocument(nurse, other.stayId)
    const foreign = await nurse.fails('documents.receive', { ...received, documentId: elsewhere })
    expect(foreign.fields?.[0]?.message).toContain('the record of another mother')
    expect(foreign.fields?.[0]?.message).not.toContain('Assessment')
    expect(
      (await nurse.fails('documents.receive', { ...again, sameFileIsRight: true })).fields,
    ).toMatchObject([{ field: 'title' }])
  })

  test('is not filed for a statement to a court', async () => {
    const nurse = unit.as('nurse')
    const { sha256: attachmentHash } = await sendFile(nurse, pdfOf(800, 'z'))
    const documentId = await expectDocument(nurse, family.stayId, { classId: 'DOC-18' })
    expect(
      await nurse.fails('documents.receive', {
        documentId,
        receivedAt: unit.clock.now(),
        title: 'Statement',
        author: 'Solicitor',
        writtenOn: null,
        summary: '',
        attachmentHash,
      }),
    ).toMatchObject({ fields: [{ field: 'attachmentHash' }] })
  })

  test('changed under the same words re-opens what was signed', async () => {
    const nurse = unit.as('nurse')
    const hashes: (string | undefined)[] = []
    const documentId = await expectDocument(nurse, other.stayId)
    for (const inside of ['a', 'b']) {
      const { sha256: attachmentHash } = await sendFile(nurse, pdfOf(900, inside))
      await receiveDocument(nurse, documentId, unit.clock.now(), { attachmentHash })
      unit.clock.pass(1)
      const { current } = await nurse.ok<DocumentView>('documents.get', { documentId })
      hashes.push(current?.contentHash)
    }
    expect(hashes[0]).not.toBe(hashes[1])
  })
})
