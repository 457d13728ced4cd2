import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { asOn, type EarlierPost, newPostFaults, postsOf } from '#domain/users/posts.ts'
import type { Employment, Profession } from '#domain/users/staff.ts'
import { earlierPost, staff } from '#drizzle/schema/users.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { needManagersWithout } from './account-queries.ts'
import { staffContent, staffMember } from './staff-service.ts'

const posts = standing(
  earlierPost,
  ['recordId', 'version', 'staffId', 'profession', 'employment', 'fromOn', 'untilOn'],
  't.staff_id in (select value from json_each(@staff))',
  't.from_on',
)

export interface EarlierPostRow extends EarlierPost {
  recordId: string
  version: number
  staffId: string
}

/** The earlier posts of these members of staff, as recorded by a cut. */
export function earlierPostsOf(
  db: ReadDb,
  staffIds: readonly string[],
  seq: number = newest,
): Map<string, EarlierPostRow[]> {
  return Map.groupBy(
    posts.at(db, seq, { staff: JSON.stringify(staffIds) }),
    ({ staffId }) => staffId,
  )
}

/** One member of staff as they were on a day: in the post of that day. Refuses where there is none. */
export const staffAsOn = (db: ReadDb, staffId: string, on: CivilDate, field = 'staffId') =>
  asOn(staffMember(db, staffId, field), earlierPostsOf(db, [staffId]).get(staffId) ?? [], on)

/** Every post of one member of staff, the earliest first; the last one is that of the register. */
export function postsOfStaff(db: ReadDb, staffId: string) {
  const earlier = earlierPostsOf(db, [staffId]).get(staffId) ?? []
  const all = postsOf(staffMember(db, staffId), earlier)
  return all.map((post) => {
    const row = earlier.find((one) => one.fromOn === post.fromOn)
    return { ...post, earlier: row ? { id: row.recordId, version: row.version } : null }
  })
}

const note = noteOf('staff')

interface NewPost {
  id: string
  version: number
  from: CivilDate
  profession: Profession
  employment: Employment
  registration?: string | undefined
  reason: string
}

/**
 * Another post from a day on: a promotion, another contract, or coming back after having left. The post before
 * stays as it was for the days before.
 */
export function beginPost(ctx: CommandContext, input: NewPost) {
  const { id, version, from, profession, employment, registration, reason } = input
  const member = staffMember(ctx.db, id, 'id')
  const current = postsOfStaff(ctx.db, id).at(-1)
  if (!current) refuse('not-found', 'This member of staff is not in the register')
  const faults = newPostFaults(input, current, dateOf(ctx.now))
  if (faults.length > 0) refuse('invalid', 'Check the post', faults)
  if (profession !== member.profession) needManagersWithout(ctx.db, id, ctx.now)
  const isBack = current.untilOn !== null
  return ctx.write((tx) => {
    const ended = tx.insert(earlierPost, {
      staffId: id,
      profession: current.profession,
      employment: current.employment,
      fromOn: current.fromOn,
      untilOn: current.untilOn ?? addDaysToDate(from, -1),
    })
    const content = staffContent({
      name: member.name,
      profession,
      employment,
      registration: registration ?? member.registration ?? undefined,
      startedOn: isBack ? from : member.startedOn,
      leftOn: null,
    })
    const made = tx.amend(staff, id, version, content, reason)
    return {
      value: { id, version: made.version, earlier: ended.recordId },
      audit: [note('begin-post', made, reason)],
    }
  })
}

/** Marks an earlier post as entered in error: the one after it then reaches back over its days. */
export function withdrawPost(
  ctx: CommandContext,
  { id, version, reason }: { id: string; version: number; reason: string },
) {
  return ctx.write((tx) => {
    const made = tx.withdraw(earlierPost, id, version, reason)
    return {
      value: { id, version: made.version },
      audit: [{ ...note('withdraw-post', made, reason), entity: 'earlier_post' }],
    }
  })
}
