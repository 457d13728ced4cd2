import { typeLabel } from '#domain/audit/words.ts'
import { mayRead as mayReadEntry, reviewState } from '#domain/restricted/access.ts'
import { isMovable, movable } from '#domain/restricted/movable.ts'
import type { Instant } from '#domain/shared/time.ts'
import { referralChild } from '#drizzle/schema/admission.ts'
import { receivedDocument } from '#drizzle/schema/history-review.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { sessionPermits } from '../../platform/session.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { versionShown } from '../audit/history.ts'
import { familyOf, type RegisterOf } from '../documents/family.ts'
import { type RegisterInput, registerOf } from '../documents/schemas.ts'
import { personById } from '../people/queries.ts'
import { pairsInStay, staysOfMother } from '../stays/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { type MoveRow, writingOf } from './move-rows.ts'
import { allOpenings, entriesOf, entryById, openWindows } from './rows.ts'

const children = standing(
  referralChild,
  ['personId'],
  `t.referral_id in (select r.record_id from referral r where r.mother_id = @motherId)`,
)
const documents = standing(
  receivedDocument,
  ['title'],
  `t.record_id in (select e.received_id from chronology_entry e where e.record_id = @id and e.version = @version
    union select c.received_id from health_contact c where c.record_id = @id and c.version = @version)`,
)

const nameOf = (db: ReadDb, id: string) => {
  const { givenName, familyName } = personById(db, id)
  return `${givenName} ${familyName}`
}

/** Which of the people's entries this person may read now, and why. */
function readingOf({ db, session, actor, now }: ReadContext, people: readonly string[]) {
  const always = sessionPermits(session, 'restricted:read')
  const windows = openWindows(db, actor.staffId, people, now)
  const opened = new Set(windows.map(({ personId }) => personId))
  return {
    windows,
    byRole: always,
    may: (entry: { personId: string; writers: readonly string[] }) =>
      mayReadEntry({
        byRole: always,
        isWriter: entry.writers.includes(actor.staffId),
        isOpened: opened.has(entry.personId),
      }),
  }
}

/** Whether this person may read an entry now: by role, as its author, or under emergency access. */
export function mayRead(ctx: ReadContext, id: string): boolean {
  const found = entryById(ctx.db, id)
  if (!found) return false
  const { may } = readingOf(ctx, [found.personId])
  return entriesOf(ctx.db, [found.personId]).some((entry) => entry.id === id && may(entry))
}

/**
 * The mother of a stay or of a referral, and every child whom she was here with or was referred with before: what is
 * known of them counts now, and before anybody has arrived.
 */
function peopleOf(db: ReadDb, of: RegisterOf): string[] {
  const { motherId, babyIds } = familyOf(db, of)
  const babies = staysOfMother(db, motherId).flatMap((stay) =>
    pairsInStay(db, stay.id).map(({ babyId }) => babyId),
  )
  const referred = children.at(db, newest, { motherId }).flatMap(({ personId }) => personId ?? [])
  return [...new Set([motherId, ...babyIds, ...babies, ...referred])]
}

/**
 * The restricted entries of a mother and her babies: those that this person may read in full, of the others
 * how many there are and about whom, so that they can be opened in an emergency.
 */
export function restrictedView(ctx: ReadContext, input: RegisterInput) {
  const { db } = ctx
  const people = peopleOf(db, registerOf(input))
  const staffName = staffNameOf(db)
  const { windows, byRole, may } = readingOf(ctx, people)
  const all = entriesOf(db, people)
  return {
    people: people.map((id) => ({
      id,
      name: nameOf(db, id),
      hidden: all.filter((entry) => entry.personId === id && !may(entry)).length,
      openUntil: windows.find(({ personId }) => personId === id)?.endsAt ?? null,
    })),
    entries: all.filter(may).map(({ writer, writers: _, move, ...entry }) => ({
      ...entry,
      about: nameOf(db, entry.personId),
      by: staffName(writer),
      moved: move ? movedFrom(db, move, staffName) : null,
    })),
    /** Something is shown because of an emergency alone. */
    inEmergency:
      !byRole && all.some((entry) => may(entry) && !entry.writers.includes(ctx.actor.staffId)),
  }
}

/** Said by the entry itself, or of no use to a reader. */
const saidAlready = /^(?:basis|mother$|person|baby|referral$|pair)|Id$/

/** What the record said besides the words, as it stood when it was moved; who wrote it first, and when. */
function movedFrom(db: ReadDb, move: MoveRow, staffName: (id: string) => string) {
  const { fromId, fromVersion, writerId } = move
  const type = db.row<{ type: string }>('select type from record where record_id = @fromId', {
    fromId,
  })?.type
  if (type === undefined || !isMovable(type)) return null
  const words: readonly string[] = movable[type].words
  const written = writingOf(db, type, fromId)
  const document = documents.at(db, newest, { id: fromId, version: fromVersion })[0]
  return {
    from: typeLabel(type),
    writer: staffName(writerId),
    writtenAt: written?.recordedAt ?? '',
    fields: [
      ...versionShown(db, fromId, fromVersion)
        .filter(({ field }) => !words.includes(field) && !saidAlready.test(field))
        .map(({ label, text }) => ({ label, text })),
      ...(document ? [{ label: 'Document', text: document.title }] : []),
    ],
  }
}

/** Every opening in an emergency with where its review stands: those that wait first, the oldest of them first. */
export function openingsToReview({ db, now, actor }: ReadContext) {
  const staffName = staffNameOf(db)
  return allOpenings(db)
    .map(({ recordId, staffId, personId, reviewerId, ...opening }) => ({
      id: recordId,
      personId,
      about: nameOf(db, personId),
      by: staffName(staffId),
      isOwn: staffId === actor.staffId,
      reviewer: reviewerId ? staffName(reviewerId) : null,
      state: reviewState(opening, now),
      ...opening,
    }))
    .sort((a, b) =>
      a.state === 'reviewed' || b.state === 'reviewed'
        ? Number(a.state === 'reviewed') - Number(b.state === 'reviewed')
        : a.reviewDueAt.localeCompare(b.reviewDueAt),
    )
}

/** How many openings nobody has reviewed in time. */
export const overdueReviews = (db: ReadDb, now: Instant): number =>
  allOpenings(db).filter((opening) => reviewState(opening, now) === 'overdue').length
