import { onceFor } from '../shared/once-for.ts'
import type { Instant } from '../shared/time.ts'
import type { DocumentFile, ReaderSignature, ReceivedContent } from './record.ts'

/** What a document said at any time, and whether a signature is to that. */

/** From when a version says what it says: a new report from its receipt, a correction from its entry. */
export const contentSince = (content: ReceivedContent): Instant =>
  content.version === 1 ? (content.receivedAt ?? content.recordedAt) : content.recordedAt

// A measure asks for the same contents at thousands of moments, so each list is put in order once.
const inOrder = onceFor((contents: readonly ReceivedContent[]): readonly ReceivedContent[] =>
  [...contents].sort((a, b) => {
    const [first, second] = [contentSince(a), contentSince(b)]
    if (first !== second) return first < second ? -1 : 1
    return a.recordedAt < b.recordedAt ? -1 : 1
  }),
)

/** What the document said at an instant; undefined before anything was received. */
export const contentAt = (file: DocumentFile, at: Instant): ReceivedContent | undefined =>
  inOrder(file.contents).findLast((one) => contentSince(one) <= at)

/** When anything was first received; undefined where nothing was. */
export const firstReceived = (file: DocumentFile): ReceivedContent | undefined =>
  inOrder(file.contents)[0]

/** Whether a signature is to just this content: by the hash under the signature's own list of fields. */
export const isSignedAs = (signature: ReaderSignature, content: ReceivedContent): boolean =>
  content.hashes[signature.fieldListVersion] === signature.contentHash

/** Each time that what the document says became another, after the first. */
export function changesOf(file: DocumentFile): { since: Instant; content: ReceivedContent }[] {
  const contents = inOrder(file.contents)
  return contents.slice(1).flatMap((content, i) => {
    const before = contents[i]
    const isSame = before !== undefined && sameContent(before, content)
    return isSame ? [] : [{ since: contentSince(content), content }]
  })
}

const sameContent = (a: ReceivedContent, b: ReceivedContent) => {
  const shared = Object.keys(a.hashes).filter((list) => Number(list) in b.hashes)
  return (
    shared.length > 0 && shared.every((list) => a.hashes[Number(list)] === b.hashes[Number(list)])
  )
}
