import type { HealthContact, Seen, Service } from '#domain/chronology/contact.ts'
import { serviceLabels } from '#domain/chronology/contact.ts'
import type { EntryKind } from '#domain/chronology/entry.ts'
import type { ChronologyLine, LineDocument } from '#domain/chronology/line.ts'
import { contentsAt } from '#domain/documents/contents.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { Precision } from '#domain/shared/rough-date.ts'
import type { Instant } from '#domain/shared/time.ts'
import { chronologyEntry } from '#drizzle/schema/chronology.ts'
import { healthContact } from '#drizzle/schema/health-use.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { RegisterFile } from '../documents/files.ts'
import type { ContentRow } from '../documents/rows.ts'
import { basisOf } from '../people/facts.ts'

/** The lines of the page of history that were entered for it, and those of the documents themselves. */

const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const
const common = ['recordId', 'version', 'recordedAt', 'author', 'personId', 'receivedId'] as const
const ofMother = 't.mother_id = @motherId'

const entryRows = standing(
  chronologyEntry,
  [...common, 'kind', 'happenedOn', 'precision', 'endedOn', 'what', 'place', ...basisKeys],
  ofMother,
)
const contactRows = standing(
  healthContact,
  [
    ...common,
    'happenedOn',
    'precision',
    'service',
    'provider',
    'place',
    'reported',
    'reportedBy',
    'seen',
    'observed',
    'outcome',
    ...basisKeys,
  ],
  ofMother,
)

/** What was entered of this mother and her babies, as it can be corrected. */
export const entriesOf = (db: ReadDb, motherId: string) =>
  entryRows.at(db, newest, { motherId }).map(({ happenedOn, precision, ...row }) => ({
    ...row,
    kind: row.kind as EntryKind,
    happened: { on: happenedOn, precision: precision as Precision },
    basis: basisOf(row),
  }))

/** Their contacts with health services. */
export const contactsOf = (db: ReadDb, motherId: string) =>
  contactRows.at(db, newest, { motherId }).map(({ happenedOn, precision, ...row }) => ({
    ...row,
    happened: { on: happenedOn, precision: precision as Precision },
    service: row.service as Service,
    seen: row.seen as Seen,
    basis: basisOf(row),
  }))
export type ContactRow = ReturnType<typeof contactsOf>[number]

type NameOf = (staffId: string) => string

/** The lines of what was entered. */
export function ownLines(
  db: ReadDb,
  motherId: string,
  files: readonly RegisterFile[],
  nameOf: NameOf,
  at: Instant,
): ChronologyLine[] {
  const documentOf = documentFinder(files, nameOf, at)
  return [
    ...entriesOf(db, motherId).map((row): ChronologyLine => {
      const document = documentOf(row.receivedId, row.place)
      return {
        ...headOf(row, nameOf),
        from: 'entry',
        kind: row.kind,
        happened: row.happened,
        ended: row.endedOn,
        what: row.what,
        source: document?.source ?? row.basis.by ?? row.basis.document ?? '',
        basis: row.basis,
        document: document?.document ?? null,
      }
    }),
    ...contactsOf(db, motherId).map((row): ChronologyLine => {
      const document = documentOf(row.receivedId, null)
      return {
        ...headOf(row, nameOf),
        from: 'health-contact',
        kind: 'physical-health',
        happened: row.happened,
        ended: null,
        what: contactText(row),
        source: document?.source ?? row.basis.by ?? row.basis.document ?? '',
        basis: row.basis,
        document: document?.document ?? null,
      }
    }),
  ]
}

const headOf = (
  row: Pick<ContactRow, 'recordId' | 'version' | 'recordedAt' | 'author'> & {
    personId: string | null
  },
  nameOf: NameOf,
) => ({
  recordId: row.recordId,
  version: row.version,
  personId: row.personId,
  recordedAt: row.recordedAt,
  recordedBy: nameOf(row.author),
})

const contactText = ({
  service,
  provider,
  place,
  reported,
  reportedBy,
}: Omit<HealthContact, 'happened' | 'seen'>) =>
  `${serviceLabels[service]}, ${provider}, ${place}. Reported by ${reportedBy}: ${reported}`

/** Finds what was received by its id: which document it is, from whom, and who has read it as it stands. */
function documentFinder(files: readonly RegisterFile[], nameOf: NameOf, at: Instant) {
  const byReceived = new Map(
    files.flatMap((file) => file.contents.map((one) => [one.recordId, file] as const)),
  )
  return (receivedId: string | null, place: string | null) => {
    const file = receivedId === null ? undefined : byReceived.get(receivedId)
    if (!file) return undefined
    const content = contentsOf(file, at).find(({ recordId }) => recordId === receivedId)
    return {
      source: file.document.sourceName,
      document: documentOf(file, content, place, nameOf),
    }
  }
}

const contentsOf = (file: RegisterFile, at: Instant) => contentsAt(file, at) as ContentRow[]

function documentOf(
  file: RegisterFile,
  content: ContentRow | undefined,
  place: string | null,
  nameOf: NameOf,
): LineDocument {
  const readers = file.signatures
    .filter((one) => content?.hashes[one.fieldListVersion] === one.contentHash)
    .map((one) => nameOf(one.readerId))
  return {
    documentId: file.document.recordId,
    title: content?.title ?? file.document.title,
    writtenOn: content?.writtenOn ?? null,
    place,
    readBy: [...new Set(readers)],
  }
}

/** That a document was written, where it bears a date. */
export const documentLines = (
  files: readonly RegisterFile[],
  nameOf: NameOf,
  at: Instant,
): ChronologyLine[] =>
  files.flatMap((file) =>
    contentsOf(file, at).flatMap((content) => {
      if (content.writtenOn === null) return []
      const seenOn = dateOf(content.receivedAt ?? content.recordedAt)
      return [
        {
          recordId: content.recordId,
          version: content.version,
          from: 'document' as const,
          kind: 'other' as const,
          happened: { on: content.writtenOn, precision: 'day' as const },
          ended: null,
          personId: file.document.babyId,
          what: `Written: ${content.title}, by ${content.writer}`,
          basis: { kind: 'document' as const, document: content.title, on: seenOn },
          source: file.document.sourceName,
          document: documentOf(file, content, null, nameOf),
          recordedAt: content.recordedAt,
          recordedBy: nameOf(content.author),
        },
      ]
    }),
  )
