import type { ReadingTotal } from '#domain/documents/reading.ts'
import type { TestUnit, TestUser } from './app.ts'

/** What the register's view says, as far as the tests ask. */
export interface RegisterView {
  documents: {
    id: string
    classId: string
    title: string
    sourceName: string
    babyId: string | null
    state: string
    dueAt: string | null
    overdue: boolean
    riskCritical: boolean
    readers: {
      role: string
      reading: string
      dueAt: string | null
      signedBy: string | null
      reOpenedBy: { at: string; why: string } | null
    }[]
  }[]
  missing: { classId: string; title: string; babyId: string | null; because: string }[]
  mine: { documentId: string; parts: string[]; reOpened: boolean; overdue: boolean }[]
  onShift: { staffId: string; name: string; notRead: string[] }[]
  readers: { role: string; staffId: string; by: string }[]
  unnamed: string[]
}

export interface DocumentView {
  line: RegisterView['documents'][number]
  current: {
    receivedId: string
    version: number
    contentHash: string
    attachmentHash: string | null
  } | null
  signatures: {
    reader: string
    stands: boolean
    openedAt: string | null
    significance: string
    readOnPaper: string | null
    notTheAuthor: boolean
    reading: ReadingTotal | null
  }[]
  opened: {
    staffId: string
    receivedId: string
    name: string
    version: number
    reading: ReadingTotal | null
  }[]
  reports: { receivedId: string; title: string; contentHash: string; open: string[] }[]
  contents: { version: number; title: string; reason: string }[]
  ownParts: string[]
  needStandIn: string[]
  standIns: { role: string; name: string; because: string }[]
}

/** Puts one document on the register of a stay; a social-work report unless said otherwise. */
export async function expectDocument(
  user: TestUser,
  stayId: string,
  changes: object = {},
): Promise<string> {
  const { id } = await user.ok('documents.expect', {
    referralId: null,
    stayId,
    classId: 'DOC-10',
    title: 'Social-work chronology',
    babyId: null,
    sourceName: 'Westmarch Council',
    ...changes,
  })
  return id
}

/** Receives a described document now. */
export const receiveDocument = (
  user: TestUser,
  documentId: string,
  receivedAt: string,
  changes: object = {},
) =>
  user.ok<{ id: string; version: number }>('documents.receive', {
    documentId,
    receivedAt,
    title: 'Chronology 2024 to 2026',
    author: 'J. Reed, social worker',
    writtenOn: '2026-11-02',
    summary: 'Two older children live with their grandmother',
    attachmentHash: null,
    ...changes,
  })

/** Opens what there is to read, where they have not yet, and signs it. */
export async function signDocument(
  user: TestUser,
  documentId: string,
  readerRole: string | null,
  significance = 'Not to be alone with the baby at feeds',
  changes: object = {},
): Promise<void> {
  const { current, opened } = await user.ok<DocumentView>('documents.get', { documentId })
  const hasOpened = opened.some(
    ({ staffId, receivedId, version }) =>
      staffId === user.staffId && receivedId === current?.receivedId && version === current.version,
  )
  if (!hasOpened)
    await user.ok('documents.open', { receivedId: current?.receivedId, version: current?.version })
  await user.ok('documents.sign', {
    documentId,
    receivedId: current?.receivedId,
    receivedVersion: current?.version,
    contentHash: current?.contentHash,
    readerRole,
    significance,
    ...changes,
  })
}

/** Names the nurse for both parts of a nurse. */
export async function nameNurses(unit: TestUnit, stayId: string): Promise<void> {
  for (const role of ['primary-nurse', 'admitting-nurse-in-charge'])
    await unit
      .as('ward-manager')
      .ok('documents.nameReader', { stayId, role, staffId: unit.as('nurse').staffId })
}

/** Everybody who must signs a document as it stands: the safeguarding lead too where the child's status asks. */
export async function allSign(unit: TestUnit, documentId: string): Promise<void> {
  await signDocument(unit.as('ward-manager'), documentId, 'ward-manager')
  await signDocument(unit.as('consultant'), documentId, 'consultant')
  await signDocument(unit.as('nurse'), documentId, 'primary-nurse')
  await signDocument(unit.as('nurse'), documentId, 'admitting-nurse-in-charge')
  const { line } = await unit.as('nurse').ok<DocumentView>('documents.get', { documentId })
  if (!line.readers.some(({ role }) => role === 'safeguarding-lead')) return
  await unit.as('safeguarding-lead').signIn()
  await signDocument(unit.as('safeguarding-lead'), documentId, 'safeguarding-lead')
}

/** Strikes what was put on a referral's register by itself, so that a test counts its own documents alone. */
export async function strikeExpected(
  user: TestUser,
  whose: string | { stayId: string },
): Promise<void> {
  const of =
    typeof whose === 'string' ? { stayId: null, referralId: whose } : { ...whose, referralId: null }
  const { documents } = await user.ok<RegisterView>('documents.register', of)
  for (const { id, state } of documents)
    if (state === 'expected')
      await user.ok('documents.close', {
        outcome: 'not-needed',
        documentId: id,
        because: 'Not counted in this test',
      })
}

/** Sends a file in parts of 1 MB and answers what the last part was answered. */
export async function sendFile(user: TestUser, content: Uint8Array) {
  const { uploadId, partBytes } = await user.ok<{ uploadId: string; partBytes: number }>(
    'documents.startFile',
    { bytes: content.length },
  )
  let kept: { sha256: string; mediaType: string; bytes: number } | null = null
  for (let at = 0, part = 0; at < content.length; at += partBytes, part += 1)
    kept = await user.ok('documents.filePart', {
      uploadId,
      part,
      bytes: content.slice(at, at + partBytes),
    })
  if (!kept) throw new Error('The last part was not answered with the file')
  return kept
}

/** The bytes of a text, of the realm in which the test runs. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text))
