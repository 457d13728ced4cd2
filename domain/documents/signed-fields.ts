import type { CivilDate } from '../shared/time.ts'

/**
 * What a reader signs (decision 10): the content fields named here and the hash of the attachment, in the
 * audit's canonical encoding. A list is never edited; a change is a new version beside it, so that neither a
 * migration nor a label re-opens a signature.
 */
export interface SignedContent {
  title: string
  author: string
  writtenOn: CivilDate | null
  summary: string
  /** SHA-256 of the attached file; null where none is filed. */
  attachmentHash: string | null
}

type SignedObject = Readonly<Record<string, string | number | null>>

const lists: Readonly<Record<number, (content: SignedContent) => SignedObject>> = {
  1: ({ title, author, writtenOn, summary, attachmentHash }) => ({
    title,
    author,
    writtenOn,
    summary,
    attachmentHash,
  }),
}

/** The list that a signature made now names. */
export const currentFieldList = 1

/** Every list that a signature may name. */
export const fieldLists: readonly number[] = Object.keys(lists).map(Number)

/**
 * The object to be hashed for one list; the list's own number is in it, so that the same words under two
 * lists never hash alike. Throws on a list that this version does not know.
 */
export function signedContent(
  content: SignedContent,
  list: number = currentFieldList,
): SignedObject {
  const fieldsOf = lists[list]
  if (!fieldsOf) throw new Error(`There is no field list ${list}`)
  return { fieldList: list, ...fieldsOf(content) }
}
