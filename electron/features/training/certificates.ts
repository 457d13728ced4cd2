import { addMonthsToDate, dateOf, formatDate } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse, refuseField } from '#domain/shared/failure.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { codesIn } from '#domain/training/facts.ts'
import { certificateFaults, isFromEarlierEmployer } from '#domain/training/faults.ts'
import { certificate } from '#drizzle/schema/training.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { keptFile } from '../documents/attachments.ts'
import { staffAsOn } from '../users/posts-service.ts'
import { courseById } from './courses.ts'
import type { CertificateChange, NewCertificate, Withdrawal } from './schemas.ts'

const columns = ['recordId', 'version', 'staffId', 'courseId', 'topics'] as const
const oneCertificate = standing(certificate, columns, 't.record_id = @id')
const sameDay = standing(
  certificate,
  ['recordId'],
  't.staff_id = @staffId and t.course_id = @courseId and t.completed_on = @completedOn',
)

type Course = ReturnType<typeof courseById>

/** What a certificate keeps of its course, as the course is that day. */
export const courseContent = (course: Course) => ({
  subject: course.subject,
  level: course.level,
  deliveredByAnother: course.deliveredByAnother,
  mode: course.mode,
})

function typedContent(input: NewCertificate, course: Course) {
  const { staffId, courseId, completedOn, topics, agenciesPresent, basis } = input
  const byCourse =
    course.validMonths === null ? null : addMonthsToDate(completedOn, course.validMonths)
  return {
    staffId,
    courseId,
    completedOn,
    expiresOn: input.expiresOn ?? byCourse,
    topics: topics.join(' '),
    agenciesPresent: agenciesPresent === null ? null : agenciesPresent.join(' '),
    minutes: input.minutes ?? course.minutes,
    evidence: basisLine(basis),
    // A correction that sends no file leaves the one that is attached.
    ...(input.attachmentHash === undefined ? {} : { evidenceHash: input.attachmentHash }),
    reflection: input.reflection ?? null,
  }
}

/** Refuses what cannot be true of this person and this course, and what is recorded already. */
function check(
  ctx: CommandContext,
  input: NewCertificate,
  courseTopics: readonly string[],
  prefix: string,
  exceptId?: string,
): { fromEarlierEmployer: boolean } {
  const staff = staffAsOn(ctx.db, input.staffId, input.completedOn, `${prefix}staffId`)
  const faults = certificateFaults(input, { staff, courseTopics, today: dateOf(ctx.now) })
  refuseAll(faults.map(({ field, message }) => ({ field: prefix + field, message })))
  if (input.attachmentHash !== undefined) keptFile(ctx, input.attachmentHash)
  const { staffId, courseId, completedOn } = input
  const same = sameDay.at(ctx.db, newest, { staffId, courseId, completedOn })
  if (same.some(({ recordId }) => recordId !== exceptId))
    refuseField(
      `${prefix}completedOn`,
      `This course is recorded for this person on ${formatDate(completedOn)} already`,
    )
  return { fromEarlierEmployer: isFromEarlierEmployer(completedOn, staff) }
}

function refuseAll(faults: FieldMessage[]): void {
  if (faults.length > 0) refuse('invalid', 'Check the certificate', faults)
}

/**
 * Records that a member of staff completed a course. Where nothing is printed on it, the course's own months
 * give its expiry. Answers whether it was done before they started here.
 */
export function recordCertificate(ctx: CommandContext, input: NewCertificate) {
  const course = courseById(ctx.db, input.courseId)
  const { fromEarlierEmployer } = check(ctx, input, course.topics, '')
  return ctx.write((tx) => {
    const content = { ...courseContent(course), ...typedContent(input, course) }
    const { recordId } = tx.insert(certificate, content)
    return {
      value: { id: recordId, fromEarlierEmployer },
      audit: [
        {
          action: 'record',
          entity: 'certificate',
          entityId: recordId,
          entityVersion: 1,
          payload: {
            staff: input.staffId,
            basis: input.basis.kind,
            ...(input.attachmentHash ? { sha256: input.attachmentHash } : {}),
          },
        },
      ],
    }
  })
}

function standingCertificate(db: ReadDb, id: string) {
  return (
    oneCertificate.at(db, newest, { id })[0] ??
    refuse('not-found', 'This certificate is not in the register any more. Open the page again')
  )
}

/** Corrects a certificate. It stays one person's: on another person's name it is withdrawn and recorded anew. */
export function correctCertificate(ctx: CommandContext, input: CertificateChange) {
  const { id, reason } = input
  const typed = input.certificate
  const before = standingCertificate(ctx.db, id)
  if (typed.staffId !== before.staffId)
    refuseField(
      'certificate.staffId',
      'A certificate stays with its person. Mark it as entered in error, and record it for the other',
    )
  const course = courseById(ctx.db, typed.courseId, 'certificate.courseId')
  const newCourse = typed.courseId !== before.courseId || input.fromCourseNow
  const taught = newCourse ? course.topics : [...course.topics, ...codesIn(before.topics)]
  check(ctx, typed, taught, 'certificate.', id)
  return ctx.write((tx) => {
    const content = { ...(newCourse ? courseContent(course) : {}), ...typedContent(typed, course) }
    const { version } = tx.amend(certificate, id, input.version, content, reason)
    return { value: { id, version }, audit: [note('correct', id, version, reason)] }
  })
}

/** Marks a certificate as entered in error; it stays readable. */
export function withdrawCertificate(ctx: CommandContext, input: Withdrawal) {
  const { id, reason } = input
  standingCertificate(ctx.db, id)
  return ctx.write((tx) => {
    const { version } = tx.withdraw(certificate, id, input.version, reason)
    return { value: { id, version }, audit: [note('withdraw', id, version, reason)] }
  })
}

const note = (action: string, id: string, version: number, reason: string) => ({
  action,
  entity: 'certificate',
  entityId: id,
  entityVersion: version,
  reason,
})
