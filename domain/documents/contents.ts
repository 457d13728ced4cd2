import { laterOf } from '../shared/calendar.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Instant } from '../shared/time.ts'
import type { DocumentFile, ReaderSignature, ReceivedContent } from './record.ts'

/** What a document said at any time, and whether a signature is to that. */

/** One version of what was received, and from when it says what it says. */
export interface Said {
  content: ReceivedContent
  since: Instant
}

type Contents = readonly ReceivedContent[]

const receipt = ({ receivedAt, recordedAt }: ReceivedContent) => receivedAt ?? recordedAt

/**
 * From when a version says what it says: the first report from its receipt, a correction from its entry. A
 * further report from its entry too, where it came before that: nobody can have read what was not on the
 * register yet, so it never counts as read by those who signed before.
 */
const sinceOf = (content: ReceivedContent, isFirst: boolean): Instant => {
  if (content.version > 1) return content.recordedAt
  return isFirst ? receipt(content) : laterOf(receipt(content), content.recordedAt)
}

const byEntry = (a: ReceivedContent, b: ReceivedContent) =>
  a.recordedAt === b.recordedAt
    ? receipt(a) < receipt(b)
      ? -1
      : 1
    : a.recordedAt < b.recordedAt
      ? -1
      : 1

// A measure asks for the same contents at thousands of moments, so each list is put in order once.
const inOrder = onceFor((contents: Contents): readonly Said[] => {
  const entered = [...contents].sort(byEntry)
  const first = entered[0]?.recordId
  return entered
    .map((content) => ({ content, since: sinceOf(content, content.recordId === first) }))
    .sort((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1))
})

/** What came in last by an instant; undefined before anything was received. */
export const contentAt = (file: DocumentFile, at: Instant): ReceivedContent | undefined =>
  inOrder(file.contents).findLast(({ since }) => since <= at)?.content

/**
 * Everything that stands on the line of a document at an instant, the oldest first: each report that was
 * received, as its entry reads then. A later report does not take the place of an earlier one.
 */
export function contentsAt(file: DocumentFile, at: Instant): ReceivedContent[] {
  const standing = new Map<string, ReceivedContent>()
  for (const { content, since } of inOrder(file.contents))
    if (since <= at) standing.set(content.recordId, content)
  return [...standing.values()]
}

/** When anything was first received; undefined where nothing was. */
export const firstReceived = (file: DocumentFile): ReceivedContent | undefined =>
  inOrder(file.contents)[0]?.content

/** When the first limit of reading may begin to run: from receipt, whenever it was entered. */
export const receivedSince = (file: DocumentFile): Instant | undefined => {
  const first = firstReceived(file)
  return first && receipt(first)
}

const byReport = onceFor(
  (contents: Contents): ReadonlyMap<string, Contents> =>
    Map.groupBy(
      inOrder(contents).map(({ content }) => content),
      ({ recordId }) => recordId,
    ),
)

/** One file for each report that was received, with all its versions and every signature: each has its own reading. */
export const reportsOf = <File extends DocumentFile>(file: File): File[] =>
  [...byReport(file.contents).values()].map((contents) => ({ ...file, contents }))

/** Every version of the report that a content is a version of. */
export const versionsOf = (file: DocumentFile, { recordId }: ReceivedContent): Contents =>
  byReport(file.contents).get(recordId) ?? []

/** Whether a signature is to just this content: by the hash under the signature's own list of fields. */
export const isSignedAs = (signature: ReaderSignature, content: ReceivedContent): boolean =>
  content.hashes[signature.fieldListVersion] === signature.contentHash

/** Whether a signature is to anything that these said: one to a report that was entered in error is to nothing. */
export const isSignedToAny = (signature: ReaderSignature, contents: Contents): boolean =>
  contents.some((content) => isSignedAs(signature, content))

/** Each time that what the document says changed after the first: another report, or other words in one. */
export const changesOf = (file: DocumentFile): Said[] =>
  inOrder(file.contents)
    .slice(1)
    .filter(({ content }) => !saidAlready(file, content))

function saidAlready(file: DocumentFile, content: ReceivedContent): boolean {
  const before = versionsOf(file, content).findLast(({ version }) => version < content.version)
  return before !== undefined && sameContent(before, content)
}

const sameContent = (a: ReceivedContent, b: ReceivedContent) => {
  const shared = Object.keys(a.hashes).filter((list) => Number(list) in b.hashes)
  return (
    shared.length > 0 && shared.every((list) => a.hashes[Number(list)] === b.hashes[Number(list)])
  )
}
