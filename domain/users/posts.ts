import { addDaysToDate, formatDate } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { CivilDate } from '../shared/time.ts'
import { type Profession, registrationFault } from './staff.ts'
import { isInPost } from './staff-groups.ts'

/**
 * The posts that somebody had here over time: what is asked of them on a day goes by the post of that day, so that
 * a promotion today does not change the figures of last year. Truth table in docs/states/training.md 9.
 */

export interface Post {
  profession: string
  employment: string
  fromOn: CivilDate
  /** Null for the post that goes on. */
  untilOn: CivilDate | null
}

export interface EarlierPost extends Post {
  untilOn: CivilDate
}

/** A member of staff as the register shows them: their last post, and since when they are here without a break. */
interface InRegister {
  profession: string
  employment: string
  startedOn: CivilDate
  leftOn: CivilDate | null
}

/** All posts, the earliest first, the one of the register last. */
export function postsOf(staff: InRegister, earlier: readonly EarlierPost[]): Post[] {
  const sorted = [...earlier].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  const last = sorted.at(-1)
  const after = last && addDaysToDate(last.untilOn, 1)
  const { profession, employment, startedOn, leftOn } = staff
  const fromOn = after !== undefined && after > startedOn ? after : startedOn
  return [...sorted, { profession, employment, fromOn, untilOn: leftOn }]
}

/**
 * Somebody as they were on a day: the post of that day, and from when to when they were here round it without a
 * break. On a day on which they were not here, as the register shows them.
 */
export function asOn<Staff extends InRegister>(
  staff: Staff,
  earlier: readonly EarlierPost[],
  on: CivilDate,
): Staff {
  if (earlier.length === 0) return staff
  const posts = postsOf(staff, earlier)
  const at = posts.findIndex(({ fromOn, untilOn }) =>
    isInPost({ startedOn: fromOn, leftOn: untilOn }, on),
  )
  const post = posts[at]
  if (!post) return staff
  let [first, last] = [at, at]
  while (isNext(posts[first - 1], posts[first])) first -= 1
  while (isNext(posts[last], posts[last + 1])) last += 1
  return {
    ...staff,
    profession: post.profession,
    employment: post.employment,
    startedOn: posts[first]?.fromOn ?? post.fromOn,
    leftOn: posts[last]?.untilOn ?? null,
  }
}

const isNext = (a: Post | undefined, b: Post | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.untilOn !== null &&
  addDaysToDate(a.untilOn, 1) === b.fromOn

/** What cannot be true of a new post that begins on a day. */
export function newPostFaults(
  input: { profession: Profession; registration?: string | undefined; from: CivilDate },
  current: Post,
  today: CivilDate,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const { from, profession, registration } = input
  if (from > today)
    faults.push({
      field: 'from',
      message: 'This day has not come yet. Enter it when the post begins',
    })
  if (current.untilOn === null && from <= current.fromOn)
    faults.push({
      field: 'from',
      message: `The post on the register began on ${formatDate(current.fromOn)}. Enter a later day, or correct that post`,
    })
  if (current.untilOn !== null && from <= current.untilOn)
    faults.push({
      field: 'from',
      message: `They were here until ${formatDate(current.untilOn)}. Enter a later day`,
    })
  const wrong = registration === undefined ? null : registrationFault(profession, registration)
  if (wrong !== null) faults.push({ field: 'registration', message: wrong })
  return faults
}
