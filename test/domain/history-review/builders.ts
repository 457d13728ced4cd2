import { readFileSync } from 'node:fs'
import type { ReaderSignature, ReceivedContent } from '#domain/documents/record.ts'
import { historyDocuments, type ReaderRole, wardReaders } from '#domain/documents/rule-content.ts'
import type {
  DocumentFact,
  HistoryFacts,
  StayDocument,
  StayFact,
} from '#domain/history-review/facts.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'

export const page = readFileSync('docs/states/history-review.md', 'utf8')

const file = parseRuleSetFile(
  historyDocuments,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/history-documents.json', 'utf8')),
)

/** The classes, readers and limits that the product ships. */
export const shipped = file.content

let made = 0
export const newId = () => {
  made += 1
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
}

/** `3 Jun 10:00` as an instant; 2026, the clock of Greenwich (an hour behind the ward's in June). */
export function june(text: string): string {
  const [day, , time] = text.split(' ')
  return `2026-06-${(day ?? '').padStart(2, '0')}T${time}:00.000Z`
}
export const spoken = (instant: string | null): string =>
  instant === null ? '-' : `${Number(instant.slice(8, 10))} Jun ${instant.slice(11, 16)}`

export const classes = {
  'risk-critical': 'DOC-10',
  other: 'DOC-01',
  'register-only': 'DOC-18',
  'not in the list': 'DOC-99',
}

export const arrivedAt = june('2 Jun 10:00')

export const aDocument = (changes: Partial<DocumentFact> = {}): DocumentFact => ({
  recordId: newId(),
  version: 1,
  recordedAt: june('1 Jun 09:00'),
  classId: 'DOC-10',
  title: 'Social-work chronology and reports: Northshire',
  babyId: null,
  sourceName: 'Northshire',
  outcome: 'open',
  expectedAt: june('1 Jun 09:00'),
  askDueAt: june('2 Jun 16:00'),
  askedAt: june('1 Jun 10:00'),
  chaseDueAt: june('3 Jun 16:00'),
  closedAt: null,
  stayId: 'stay',
  referralId: null,
  ...changes,
})

export const aContent = (
  words: string,
  receivedAt: string | null,
  changes: Partial<ReceivedContent> = {},
): ReceivedContent => ({
  recordId: newId(),
  version: 1,
  recordedAt: receivedAt ?? june('3 Jun 10:00'),
  documentId: '',
  receivedAt,
  writtenOn: null,
  hashes: { 1: words },
  ...changes,
})

export const aSignature = (
  role: ReaderRole | null,
  signedAt: string,
  words = 'first words',
  changes: Partial<ReaderSignature> = {},
): ReaderSignature => ({
  recordId: newId(),
  version: 1,
  recordedAt: signedAt,
  documentId: '',
  readerId: role ?? 'somebody',
  readerRole: role,
  signedAt,
  fieldListVersion: 1,
  contentHash: words,
  significance: 'History of leaving the ward with the baby',
  ...changes,
})

/** Signed by every required reader at the same time. */
export const signedByAll = (signedAt: string, words = 'first words') =>
  wardReaders.map((role) => aSignature(role, signedAt, words))

/** A document with what was received and signed. */
export function aFile(
  contents: readonly ReceivedContent[],
  signatures: readonly ReaderSignature[],
  changes: Partial<DocumentFact> = {},
): StayDocument {
  const document = aDocument(changes)
  const documentId = document.recordId
  return {
    document,
    contents: contents.map((one) => ({ ...one, documentId })),
    signatures: signatures.map((one) => ({ ...one, documentId })),
  }
}

export const aStay = (changes: Partial<StayFact> = {}): StayFact => ({
  recordId: 'stay',
  version: 1,
  arrivedAt,
  endedAt: null,
  planned: true,
  socialCare: 'yes',
  acceptedAt: june('1 Jun 18:00'),
  ...changes,
})

export const factsOf = (
  stay: StayFact,
  files: readonly StayDocument[],
  changes: Partial<HistoryFacts> = {},
): HistoryFacts => ({
  stays: [stay],
  documents: files.map((one) => one.document),
  referralDecisions: [],
  contents: files.flatMap((one) => one.contents),
  signatures: files.flatMap((one) => one.signatures),
  chases: [],
  standIns: [],
  supervisionDecisions: [],
  statuses: [],
  ruleSets: [
    {
      ...file,
      recordId: 'rules',
      version: 1,
      approvedBy: null,
      approvedAt: null,
      recordedAt: '2020-01-01T00:00:00.000Z',
    },
  ],
  ...changes,
})
