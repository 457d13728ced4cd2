import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { peopleOf } from '#domain/training/facts.ts'
import { trainingLine } from '#domain/training/line.ts'
import { passportDocument } from '#domain/training/passport.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest } from '../../platform/standing.ts'
import { letterFile } from '../letters/letter-file.ts'
import { theUnit } from '../stays/queries.ts'
import { postsOfStaff } from '../users/posts-service.ts'
import { staffMember } from '../users/staff-service.ts'
import { listCourses } from './courses.ts'
import { trainingFactsOf } from './facts.ts'
import { certificatesOf, keepsTrainingOf } from './person.ts'
import { requirementsIn } from './queries.ts'

/**
 * The training passport of one person, as a PDF: for themselves, or made by who keeps the register. That it was
 * made, by whom and its hash are in the audit.
 */
export function trainingPassport(ctx: ReadContext, { staffId }: { staffId: string }) {
  const { db, now, actor } = ctx
  if (!keepsTrainingOf(ctx, staffId))
    refuse(
      'not-permitted',
      'Everybody makes their own passport. For somebody else, the ward manager or the safeguarding lead makes it',
    )
  const person = staffMember(db, staffId)
  const facts = trainingFactsOf(db, staffId, now, newest)
  const set = requirementsIn(facts, now).content
  const today = dateOf(now)
  const [found] = peopleOf(facts)
  const providers = new Map(listCourses(db).map(({ id, provider }) => [id, provider]))
  const { name: unit, provider } = theUnit(db)
  const document = passportDocument({
    unit,
    provider,
    person,
    posts: postsOfStaff(db, staffId),
    set,
    line: found ? trainingLine(set, found.person, today) : null,
    certificates: certificatesOf(db, staffId, person.startedOn, false)
      .filter(({ withdrawn }) => !withdrawn)
      .map((one) => ({ ...one, provider: providers.get(one.courseId) ?? '' })),
    madeBy: actor.name,
    madeAt: now,
    today,
  })
  return letterFile(ctx, 'pdf', {
    document,
    stem: 'training-passport',
    action: 'training.passport-made',
    entity: 'staff',
    entityId: staffId,
    patients: [],
  }).then(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }))
}
