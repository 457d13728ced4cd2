import { likeness } from '#domain/documents/author.ts'
import { contentsAt, isSignedAs } from '#domain/documents/contents.ts'
import { maySignAs } from '#domain/documents/reader-rules.ts'
import { requiredReaders } from '#domain/documents/required-readers.ts'
import { classOf, historyDocuments, type ReaderRole } from '#domain/documents/rule-content.ts'
import { readerStanding } from '#domain/documents/rules.ts'
import { currentFieldList } from '#domain/documents/signed-fields.ts'
import { addMinutes } from '#domain/shared/calendar.ts'
import { familyOfDocument } from '../features/documents/family.ts'
import { fileById } from '../features/documents/files.ts'
import { openDocument } from '../features/documents/opened.ts'
import { readersNow } from '../features/documents/readers.ts'
import type { ContentRow } from '../features/documents/rows.ts'
import { signDocument } from '../features/documents/sign-service.ts'
import { ruleInForce } from '../features/rule-sets/in-force.ts'
import { staffMember } from '../features/users/staff-service.ts'
import { significances } from './invented-letters.ts'
import type { World } from './world.ts'

/**
 * The reading of one document in each of these parts: mostly within its limit, sooner where it is
 * risk-critical; now and then late, and seldom never.
 */
export function readStory(world: World, documentId: string, parts: readonly ReaderRole[]): void {
  const { chance, clock, timeline } = world
  const isUrgent = world.look((ctx) => {
    const { document, contents } = fileById(ctx.db, documentId)
    const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
    // What changed is read again within a day, whatever it is.
    return contents.length > 1 || classOf(set, document.classId).riskCritical
  })
  // A document that is late is late with most: nobody had it on their list.
  const isOverlooked = chance.happens(0.035)
  for (const part of parts) {
    if (chance.happens(isOverlooked ? 0.05 : 0.001)) continue
    const limit = (isUrgent ? 24 : 72) * 60
    const wait = isOverlooked
      ? chance.between(limit, limit + 2_000)
      : chance.between(20, isUrgent ? 420 : 2_400)
    timeline.at(addMinutes(clock.now(), wait), () => read(world, documentId, part))
  }
}

/** Somebody who fills the part opens it and signs, unless it is read already or nobody fills the part yet. */
function read(world: World, documentId: string, part: ReaderRole): void {
  const found = world.look((ctx) => {
    const file = fileById(ctx.db, documentId)
    const family = familyOfDocument(ctx.db, file.document)
    const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
    const standing = readerStanding(file, part, set, family.arrivedAt, ctx.now)
    const isAsked = requiredReaders(file, set, ctx.now).some(({ role }) => role === part)
    const isDue = isAsked && ['unread', 're-opened'].includes(standing.reading)
    // Each report on the line has its own reading: the first that nobody in the part has signed.
    const content = contentsAt(file, ctx.now).find(
      (one) =>
        !file.signatures.some((signed) => signed.readerRole === part && isSignedAs(signed, one)),
    )
    if (!isDue || !content || family.endedAt !== null) return undefined
    const { writer } = content as ContentRow
    const readers = readersNow(ctx.db, family)
    const able = world.accounts.filter(
      (one) =>
        maySignAs(part, one, readers) &&
        likeness(writer, staffMember(ctx.db, one.staffId).name) === 'no',
    )
    return { content, able }
  })
  if (!found) return
  const { content, able } = found
  if (able.length === 0) return
  const reader = world.chance.one(able)
  const { recordId: receivedId, version } = content
  world.as(reader, (ctx) => openDocument(ctx, { receivedId, version }))
  world.signed(reader, (ctx) =>
    signDocument(ctx, {
      documentId,
      receivedId,
      receivedVersion: version,
      contentHash: content.hashes[currentFieldList] ?? '',
      readerRole: part,
      notTheAuthor: false,
      significance: world.chance.one(significances),
      readOnPaper: undefined,
    }),
  )
}
