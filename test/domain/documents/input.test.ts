import { describe, expect, it } from 'vitest'
import { limitLines } from '#domain/documents/expected.ts'
import {
  closeInput,
  expectInput,
  receivedFaults,
  receivedInput,
  signInput,
} from '#domain/documents/input.ts'
import { maySignAs, partsOf, unnamedParts } from '#domain/documents/reader-rules.ts'
import {
  classOf,
  handlingOf,
  historyDocumentsSchema,
  wardReaders,
} from '#domain/documents/rule-content.ts'
import { currentFieldList, fieldLists, signedContent } from '#domain/documents/signed-fields.ts'
import { shipped } from '../history-review/builders.ts'

const now = '2026-06-15T10:00:00.000Z'
const id = '018f0000-0000-7000-8000-000000000001'
const hash = 'a'.repeat(64)

const received = {
  documentId: id,
  receivedAt: now,
  title: 'Parenting assessment',
  author: 'A. Example, social worker',
  writtenOn: '2026-06-01',
  summary: 'Left alone twice in May',
  attachmentHash: null,
}

describe('what was received', () => {
  const take = (changes: object) => receivedInput(now).safeParse({ ...received, ...changes })

  it('is taken, and refused at its field where it lies ahead or is no hash', () => {
    expect(take({}).success).toBe(true)
    const field = (changes: object) => take(changes).error?.issues[0]?.path.join('.')
    expect(field({ receivedAt: '2026-06-15T10:00:00.001Z' })).toBe('receivedAt')
    expect(field({ writtenOn: '2026-06-16' })).toBe('writtenOn')
    expect(field({ attachmentHash: 'abc' })).toBe('attachmentHash')
    expect(field({ title: '\u200b' })).toBe('title')
  })

  it('is filed or described, unless it is a court paper that is neither', () => {
    const fields = (changes: object, handling: 'held' | 'order' | 'register-only') =>
      receivedFaults(receivedInput(now).parse({ ...received, ...changes }), handling).map(
        (fault) => fault.field,
      )
    expect(fields({}, 'held')).toEqual([])
    expect(fields({ summary: '' }, 'held')).toEqual(['summary'])
    expect(fields({ summary: '', attachmentHash: hash }, 'order')).toEqual([])
    expect(fields({}, 'register-only')).toEqual(['summary'])
    expect(fields({ attachmentHash: hash }, 'register-only')).toEqual(['attachmentHash', 'summary'])
    expect(fields({ summary: null }, 'register-only')).toEqual([])
  })
})

describe('a signature', () => {
  it('carries a line on what it means, never a bare tick', () => {
    const signature = {
      documentId: id,
      receivedId: id,
      receivedVersion: 1,
      contentHash: hash,
      readerRole: 'consultant',
      significance: '',
    }
    expect(signInput.safeParse(signature).error?.issues[0]?.path).toEqual(['significance'])
    expect(signInput.safeParse({ ...signature, significance: 'Baby left alone' }).success).toBe(
      true,
    )
  })

  it('is to the content fields and the hash of the file, under a numbered list', () => {
    const content = { ...received, summary: received.summary }
    expect(signedContent(content)).toEqual({
      fieldList: 1,
      title: 'Parenting assessment',
      author: 'A. Example, social worker',
      writtenOn: '2026-06-01',
      summary: 'Left alone twice in May',
      attachmentHash: null,
    })
    expect(fieldLists).toContain(currentFieldList)
    expect(() => signedContent(content, 99)).toThrow('There is no field list 99')
  })

  it.each([
    ['ward-manager', 'ward-manager', 'anybody', true],
    ['consultant', 'consultant', 'anybody', true],
    ['consultant', 'nurse', 'anybody', false],
    ['primary-nurse', 'nurse', 'n1', true],
    ['primary-nurse', 'nurse', 'n2', false],
    ['admitting-nurse-in-charge', 'nurse', 'n2', true],
    ['admitting-nurse-in-charge', 'consultant', 'c1', false],
  ] as const)('in the part of %s by a %s (%s): %s', (part, role, staffId, may) => {
    const named = [
      { role: 'primary-nurse' as const, staffId: 'n1' },
      { role: 'admitting-nurse-in-charge' as const, staffId: 'n2' },
    ]
    expect(maySignAs(part, { staffId, role }, named)).toBe(may)
    expect(partsOf({ staffId, role }, named, wardReaders).includes(part)).toBe(may)
    expect(unnamedParts(named, wardReaders)).toEqual(['ward-manager', 'consultant'])
  })
})

describe('the register', () => {
  it('belongs to a referral or to a stay', () => {
    const typed = {
      referralId: null,
      stayId: null,
      classId: 'DOC-01',
      title: 'Discharge summary',
      babyId: null,
      sourceName: 'North trust',
    }
    expect(expectInput.safeParse(typed).error?.issues[0]?.message).toBe(
      'Choose the referral or the stay',
    )
    expect(expectInput.safeParse({ ...typed, stayId: id }).success).toBe(true)
  })

  it('strikes a document with a reason, or notes who said that there is none', () => {
    const close = closeInput(now)
    const struck = { outcome: 'not-needed', documentId: id, because: '' }
    expect(close.safeParse(struck).error?.issues[0]?.path).toEqual(['because'])
    const none = { outcome: 'not-held', documentId: id, closedAt: now }
    expect(close.safeParse({ ...none, basis: { kind: 'told', on: '2026-06-01' } }).success).toBe(
      false,
    )
    const basis = { kind: 'told', by: 'the surgery', on: '2026-06-01' }
    expect(close.safeParse({ ...none, basis }).success).toBe(true)
  })
})

describe('the shipped classes', () => {
  it('flag social-work reports, orders, statements, risk assessments and plans', () => {
    const critical = shipped.classes.filter((one) => one.riskCritical).map((one) => one.id)
    expect(critical).toEqual([
      ...['DOC-02', 'DOC-03', 'DOC-10', 'DOC-11', 'DOC-12', 'DOC-13', 'DOC-14', 'DOC-15'],
      ...['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-21', 'DOC-22'],
    ])
    expect(limitLines(shipped)).toEqual([
      'Risk-critical documents are read within 24 hours',
      'All others are read within 72 hours',
      'After a change they are read again within 24 hours',
    ])
  })

  it('keep statements and expert reports on the register alone, unless the trust allows more', () => {
    const allowed = { ...shipped, courtPapersMayBeFiled: true }
    for (const id of ['DOC-18', 'DOC-19']) {
      expect(handlingOf(shipped, id)).toBe('register-only')
      expect(handlingOf(allowed, id)).toBe('held')
    }
    expect(handlingOf(allowed, 'DOC-17')).toBe('order')
  })

  it('are all read by the four; one that the list does not know is held to the strictest', () => {
    for (const one of shipped.classes) expect(one.readers).toEqual([...wardReaders])
    expect(classOf(shipped, 'DOC-99')).toMatchObject({
      riskCritical: true,
      readers: [...wardReaders],
    })
  })

  it('are refused in words where an edit does not fit', () => {
    const refused = (changes: object) =>
      historyDocumentsSchema.safeParse({ ...shipped, ...changes }).error?.issues[0]?.message
    const [first] = shipped.classes
    expect(refused({ classes: [...shipped.classes, first] })).toBe('An id is there twice')
    expect(refused({ classes: [{ ...first, readers: ['consultant', 'consultant'] }] })).toBe(
      'DOC-01 names a reader twice',
    )
  })
})
