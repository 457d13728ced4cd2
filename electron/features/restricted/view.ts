import { reviewState } from '#domain/restricted/access.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { sessionPermits } from '../../platform/session.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { pairsInStay, stayById, staysOfMother } from '../stays/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { allOpenings, entriesOf, entryById, openWindows } from './rows.ts'

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
    may: (entry: { personId: string; writer: string }) =>
      always || entry.writer === actor.staffId || opened.has(entry.personId),
  }
}

/** Whether this person may read an entry now: by role, as its author, or under emergency access. */
export function mayRead(ctx: ReadContext, id: string): boolean {
  const found = entryById(ctx.db, id)
  if (!found) return false
  const { may } = readingOf(ctx, [found.personId])
  return entriesOf(ctx.db, [found.personId]).some((entry) => entry.id === id && may(entry))
}

/** The mother of a stay, its babies, and those whom she was here with before: what is known of them counts now. */
function peopleOf(db: ReadDb, stayId: string): string[] {
  const { motherId } = stayById(db, stayId)
  const stays = [stayId, ...staysOfMother(db, motherId).map(({ id }) => id)]
  const babies = stays.flatMap((id) => pairsInStay(db, id).map(({ babyId }) => babyId))
  return [...new Set([motherId, ...babies])]
}

/**
 * The restricted entries of a mother and her babies: those that this person may read in full, of the others
 * how many there are and about whom, so that they can be opened in an emergency.
 */
export function restrictedView(ctx: ReadContext, { stayId }: { stayId: string }) {
  const { db } = ctx
  const people = peopleOf(db, stayId)
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
    entries: all.filter(may).map(({ writer, ...entry }) => ({
      ...entry,
      about: nameOf(db, entry.personId),
      by: staffName(writer),
    })),
    /** Something is shown because of an emergency alone. */
    inEmergency: !byRole && all.some((entry) => may(entry) && entry.writer !== ctx.actor.staffId),
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
