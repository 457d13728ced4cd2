import { contentAt, contentsAt, isSignedToAny } from '#domain/documents/contents.ts'
import { limitLines } from '#domain/documents/expected.ts'
import type { MediaType } from '#domain/documents/file-kinds.ts'
import { ownParts, partsOf, standInParts, unnamedParts } from '#domain/documents/reader-rules.ts'
import { totalOf } from '#domain/documents/reading.ts'
import type { DocumentFile } from '#domain/documents/record.ts'
import { mustRead, registerStanding } from '#domain/documents/register.ts'
import { notSignedBy, requiredReaders } from '#domain/documents/required-readers.ts'
import {
  classOf,
  type HistoryDocuments,
  handlingOf,
  historyDocuments,
  type ReaderRole,
  readerRoles,
  wardReaders,
} from '#domain/documents/rule-content.ts'
import { notReadOnShift, type ReaderStanding } from '#domain/documents/rules.ts'
import { currentFieldList } from '#domain/documents/signed-fields.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { onShift } from '../users/shift.ts'
import { staffMember } from '../users/staff-service.ts'
import { missingFrom, rowsOf } from './expect-service.ts'
import { type Family, familyOf, familyOfDocument, peopleIn } from './family.ts'
import { fileById, filesOf, type RegisterFile } from './files.ts'
import { openedBy } from './opened.ts'
import { readersNow } from './readers.ts'
import { sittingsOf } from './reading-service.ts'
import type { ContentRow } from './rows.ts'
import { type RegisterInput, registerOf } from './schemas.ts'
import { isLeftToItsAuthor } from './stand-in-service.ts'

/** The register of a family as the screen shows it: each document with its next step, and who has not read. */
export function registerView(ctx: ReadContext, input: RegisterInput) {
  const { db, now } = ctx
  const family = familyOf(db, registerOf(input))
  const set = ruleInForce(db, historyDocuments, now).content
  const files = filesOf(db, rowsOf(db, family))
  const readers = readersNow(db, family)
  const parts = ownParts(ctx.actor, readers, readerRoles)
  const shift = onShift(db, now)
  const notRead = notReadOnShift(
    files,
    shift.map(({ staffId }) => staffId),
    now,
  )
  return {
    at: now,
    family,
    limits: limitLines(set),
    classes: set.classes.map(({ id, title, riskCritical, about }) => ({
      id,
      title,
      riskCritical,
      about,
      handling: handlingOf(set, id),
    })),
    babies: babiesOf(ctx, family),
    readers,
    unnamed: family.stayId === null ? [] : unnamedParts(readers, partsAskedFor(files, set, now)),
    documents: files.map((file) => lineOf(file, set, family, now)),
    missing: family.endedAt === null ? missingFrom(db, family, now) : [],
    mine: mustRead(files, mineOf(ctx, parts), set, family, now),
    onShift: shift.map(({ staffId, name }) => ({
      staffId,
      name,
      notRead: notRead.find((one) => one.staffId === staffId)?.documentIds ?? [],
    })),
  }
}

/** The parts in which this person has to read a document: their own, and where they stand in for its author. */
const mineOf = (ctx: ReadContext, parts: readonly ReaderRole[]) => (file: DocumentFile) => [
  ...parts,
  ...standInParts(file.standIns ?? [], ctx.actor.staffId),
]

/** The parts of the ward, and those that a child's status adds to any of these documents. */
const partsAskedFor = (files: readonly RegisterFile[], set: HistoryDocuments, at: Instant) =>
  readerRoles.filter(
    (part) =>
      wardReaders.some((one) => one === part) ||
      files.some((file) => requiredReaders(file, set, at).some(({ role }) => role === part)),
  )

const babiesOf = ({ db }: ReadContext, family: Family) =>
  family.babyIds.map((id) => {
    const { givenName, familyName } = personById(db, id)
    return { id, name: `${givenName} ${familyName}` }
  })

/** The people whom a view of the register, or of one document, tells of. */
export const peopleOfView = ({ family }: { family: Family }) => peopleIn(family)

/** One line of the register. */
function lineOf(file: RegisterFile, set: HistoryDocuments, family: Family, at: Instant) {
  const { document, chases } = file
  const { title: classTitle, riskCritical, socialWorkReport } = classOf(set, document.classId)
  const { readers, ...standing } = registerStanding(file, set, family, at)
  const content = contentAt(file, at) as ContentRow | undefined
  return {
    id: document.recordId,
    version: document.version,
    classId: document.classId,
    classTitle,
    riskCritical,
    socialWorkReport,
    handling: handlingOf(set, document.classId),
    title: document.title,
    babyId: document.babyId,
    sourceName: document.sourceName,
    because: document.because,
    ...standing,
    askedAt: document.askedAt,
    askedOf: document.askedOf,
    lastChasedAt: chases.at(-1)?.chasedAt ?? null,
    receivedAt: content?.receivedAt ?? null,
    readers: readers.map((one) => ({
      ...withoutSignature(one),
      signedBy: one.signature?.readerId ?? null,
      signedAt: one.signature?.signedAt ?? null,
      reOpenedBy: whyReOpened(one),
    })),
  }
}

const withoutSignature = ({ signature: _, reOpenedBy: __, ...rest }: ReaderStanding) => rest

/** Why somebody has to read again, in words. */
function whyReOpened({ reOpenedBy: change }: ReaderStanding) {
  if (!change) return null
  const content = change.content as ContentRow
  return {
    at: change.since,
    why:
      content.version === 1
        ? `Another was received: ${content.title}`
        : `The entry was corrected: ${content.reason}`,
  }
}

/** One document with everything that is recorded of it: what it said, who read it, who opened it. */
export function documentView(ctx: ReadContext, documentId: string) {
  const { db, now, actor } = ctx
  const file = fileById(db, documentId)
  const family = familyOfDocument(db, file.document)
  const set = ruleInForce(db, historyDocuments, now).content
  const readers = readersNow(db, family)
  const standing = contentsAt(file, now) as ContentRow[]
  const nameOf = (staffId: string) => staffMember(db, staffId).name
  const sittings = sittingsOf(db, documentId)
  const required = requiredReaders(file, set, now).map(({ role }) => role)
  const standsIn = standInParts(file.standIns, actor.staffId)
  const mine = required.filter(
    (role) => partsOf(actor, readers, [role]).length > 0 || standsIn.includes(role),
  )
  const reports = standing.map((content) => ({
    ...shown(content, nameOf),
    open: notSignedBy(file, content, set, now),
  }))
  const { closedAt, basisKind, basisBy, basisOn, basisDocument } = file.document
  return {
    at: now,
    family,
    babies: babiesOf(ctx, family),
    readers,
    line: lineOf(file, set, family, now),
    closed: closedAt === null ? null : { closedAt, basisKind, basisBy, basisOn, basisDocument },
    /** What there is for this person to read first: the oldest report that they have to, else the newest. */
    current:
      reports.find(({ open }) => mine.some((part) => open.includes(part))) ??
      reports.at(-1) ??
      null,
    /** Every report that stands, the oldest first: each has its own reading. */
    reports,
    contents: file.contents.map((one) => shown(one, nameOf)).reverse(),
    signatures: file.signatures.map((one) => ({
      ...one,
      reader: nameOf(one.readerId),
      stands: isSignedToAny(one, standing),
      /** How far the reader had read what they signed, here. */
      reading: totalOf(
        sittings.filter(
          (sitting) =>
            sitting.readerId === one.readerId &&
            sitting.receivedId === one.receivedId &&
            sitting.receivedVersion === one.receivedVersion &&
            sitting.openedAt <= one.signedAt,
        ),
      ),
    })),
    chases: file.chases,
    /** Who reads in the part of an author, named by whom and why. */
    standIns: file.standIns.map((one) => ({
      ...one,
      name: nameOf(one.staffId),
      namedBy: nameOf(one.author),
    })),
    /** The parts that nobody but an author of it fills: somebody has to stand in. */
    needStandIn: required.filter(
      (role) =>
        isLeftToItsAuthor(db, file, role, readers, now) &&
        !file.standIns.some((one) => one.role === role) &&
        reports.some(({ open }) => open.includes(role)),
    ),
    onShift: onShift(db, now).map(({ staffId, name }) => ({
      staffId,
      name,
      hasRead: notReadOnShift([file], [staffId], now).length === 0,
    })),
    opened: openedBy(db, [...new Set(file.contents.map(({ recordId }) => recordId))]).map(
      (one) => ({
        ...one,
        name: nameOf(one.staffId),
        reading: totalOf(
          sittings.filter(
            ({ readerId, receivedId, receivedVersion, openedAt }) =>
              readerId === one.staffId &&
              receivedId === one.receivedId &&
              receivedVersion === one.version &&
              openedAt === one.at,
          ),
        ),
      }),
    ),
    /** The parts in which the person who asks may sign now. */
    ownParts: mine,
  }
}

const shown = (row: ContentRow, nameOf: (staffId: string) => string) => ({
  receivedId: row.recordId,
  version: row.version,
  recordedAt: row.recordedAt,
  recordedBy: nameOf(row.author),
  reason: row.reason,
  receivedAt: row.receivedAt,
  title: row.title,
  author: row.writer,
  writtenOn: row.writtenOn,
  summary: row.summary,
  attachmentHash: row.attachmentHash,
  mediaType: row.mediaType as MediaType | null,
  bytes: row.attachmentBytes,
  contentHash: row.hashes[currentFieldList] ?? '',
})
