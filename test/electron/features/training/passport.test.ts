import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { sendFile } from '../../../support/documents.ts'
import { pdfOf, rubbishPdf } from '../../../support/pdf-of.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { reading, workbook } from '../../../support/sheets.ts'
import { aCertificateOf, level3Course, lifeSupportCourse } from '../../../support/training.ts'

let unit: TestUnit
let nurse: string
let level3: string
beforeAll(async () => {
  unit = await startTestUnit()
  nurse = unit.as('nurse').staffId
  level3 = (await lead().ok('training.addCourse', level3Course)).id
  await lead().ok('training.addCourse', lifeSupportCourse)
})
afterAll(() => unit.close())

const lead = () => unit.as('safeguarding-lead')
const scan = pdfOf(2_000)
const sha256 = createHash('sha256').update(scan).digest('hex')

interface Person {
  certificates: { id: string; version: number; hasFile: boolean; evidenceHash: string | null }[]
}
const seenBy = (role: 'nurse' | 'consultant' | 'safeguarding-lead') =>
  unit.as(role).ok<Person>('training.person', { staffId: nurse })
const newest = async () => {
  const [one] = (await seenBy('safeguarding-lead')).certificates
  return { certificateId: one?.id, version: one?.version, part: 0 }
}

describe('the file of a certificate', () => {
  test('is kept inside the record under its hash, which stands with the certificate', async () => {
    expect(await sendFile(lead(), scan)).toMatchObject({ sha256 })
    const attachmentHash = sha256
    const reflection = 'I would ask sooner'
    const typed = aCertificateOf(nurse, level3, { attachmentHash, reflection })
    await lead().ok('training.recordCertificate', typed)
    const [one] = (await seenBy('safeguarding-lead')).certificates
    expect(one).toMatchObject({ hasFile: true, evidenceHash: sha256 })
    const note = unit.db.row<{ payload: string }>(
      "select payload from audit where entity = 'certificate' order by seq desc limit 1",
    )
    expect(JSON.parse(note?.payload ?? '')).toMatchObject({ sha256 })
  })

  test('is seen by the person and by who keeps the register, and by nobody else', async () => {
    for (const role of ['nurse', 'safeguarding-lead'] as const) {
      const file = await unit
        .as(role)
        .ok<{ bytes: Uint8Array; mediaType: string; of: number }>(
          'training.evidence',
          await newest(),
        )
      expect(file).toMatchObject({ mediaType: 'application/pdf', of: 1 })
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(sha256)
    }
    expect((await seenBy('consultant')).certificates[0]?.hasFile).toBe(false)
    const failure = await unit.as('consultant').fails('training.evidence', await newest())
    expect(failure.code).toBe('not-permitted')
  })

  test('stays through a correction that sends no other', async () => {
    const { certificateId, version } = await newest()
    await lead().ok('training.correctCertificate', {
      id: certificateId,
      version,
      reason: 'It took an hour longer',
      certificate: aCertificateOf(nurse, level3, { minutes: 540 }),
    })
    expect((await seenBy('nurse')).certificates[0]).toMatchObject({
      hasFile: true,
      evidenceHash: sha256,
    })
  })

  test('that was never sent is refused at its field, and so is what cannot be opened', async () => {
    const never = aCertificateOf(nurse, level3, {
      completedOn: '2026-05-05',
      attachmentHash: 'a'.repeat(64),
    })
    expect((await lead().fails('training.recordCertificate', never)).fields?.[0]).toMatchObject({
      field: 'attachmentHash',
    })
    const odd = { ...never, attachmentHash: 'no hash' }
    expect((await lead().fails('training.recordCertificate', odd)).fields?.[0]?.message).toBe(
      'Choose the file again',
    )
    await expect(sendFile(lead(), rubbishPdf)).rejects.toThrow('bytes')
  })
})

describe('the training passport', () => {
  const passport = async (role: 'nurse' | 'ward-manager' | 'safeguarding-lead', of = nurse) => {
    const file = await unit
      .as(role)
      .ok<{ name: string; bytes: Uint8Array }>('training.passport', { staffId: of })
    return { ...file, pdf: await readPdf(file.bytes) }
  }

  test('says levels, dates, agencies and topics, with the hash of each file; not what she wrote for herself', async () => {
    const bytes = await workbook({
      rows: [
        ['Name', 'Course', 'Completed'],
        ['nurse person', lifeSupportCourse.title, '2026-03-01'],
      ],
    })
    const input = await reading(lead(), bytes)
    await lead().ok('training.importSheet', { ...input, seen: { add: 1, fault: 0 } })
    const { name, pdf } = await passport('nurse')
    expect(name).toBe('training-passport-2026-11-23.pdf')
    const text = pdf.text.replace(/\s+/g, ' ')
    for (const said of [
      'nurse person',
      '12A3456B',
      'Registered nurse, substantive, from',
      'Level 3, Action and expertise',
      level3Course.title,
      level3Course.provider,
      '1 Jun 2026',
      '9 h',
      'delivered by another agency',
      'TRN-01 TRN-02',
      'Paediatric life support',
      sha256.slice(0, 8),
      sha256.slice(-8),
      'the spreadsheet from which it was imported',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('ask sooner')
    expect(pdf.title).toBe('Training passport')
  })

  test('is made by the person themselves or by who keeps the register, with an entry in the audit', async () => {
    await passport('ward-manager')
    const note = unit.db.row<{ action: string; entityId: string }>(
      'select action, entity_id as entityId from audit order by seq desc limit 1',
    )
    expect(note).toEqual({ action: 'training.passport-made', entityId: nurse })
    const other = { staffId: unit.as('consultant').staffId }
    expect((await unit.as('nurse').fails('training.passport', other)).code).toBe('not-permitted')
  })

  test('of somebody without a certificate says so', async () => {
    const { pdf } = await passport('safeguarding-lead', unit.as('consultant').staffId)
    expect(pdf.text.replace(/\s+/g, ' ')).toContain('No certificate is on record.')
  })

  test('leaves out what was entered in error', async () => {
    const { certificateId, version } = await newest()
    const mistake = { id: certificateId, version, reason: 'Another person’s' }
    await lead().ok('training.withdrawCertificate', mistake)
    const { pdf } = await passport('nurse')
    expect(pdf.text).not.toContain(level3Course.title)
  })
})
