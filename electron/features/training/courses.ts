import { refuse, refuseField } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { codesIn } from '#domain/training/facts.ts'
import { courseFaults } from '#domain/training/faults.ts'
import type { CourseInput, TrainingMode, TrainingSubject } from '#domain/training/record.ts'
import { trainingRequirements } from '#domain/training/requirements.ts'
import { course } from '#drizzle/schema/training.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { CourseChange } from './schemas.ts'

const columns = [
  'recordId',
  'version',
  'title',
  'subject',
  'level',
  'topics',
  'provider',
  'deliveredByAnother',
  'mode',
  'minutes',
  'validMonths',
] as const
const everyCourse = standing(course, columns, '1', 't.title collate nocase, t.record_id')
const oneCourse = standing(course, columns, 't.record_id = @id')
const doneSql = `select c.course_id as id, count(*) as done from certificate c
  where c.withdrawn = 0 and not exists (select 1 from certificate n
    where n.record_id = c.record_id and n.version > c.version)
  group by c.course_id`

type CourseRow = ReturnType<typeof oneCourse.at>[number]

const courseOf = ({ recordId, ...row }: CourseRow) => ({
  id: recordId,
  ...row,
  subject: row.subject as TrainingSubject,
  mode: row.mode as TrainingMode,
  topics: codesIn(row.topics),
})

/** The list of courses, each with how many certificates name it. */
export function listCourses(db: ReadDb) {
  const done = new Map(
    db.rows<{ id: string; done: number }>(doneSql).map((row) => [row.id, row.done]),
  )
  return everyCourse
    .at(db, newest)
    .map(courseOf)
    .map((one) => ({ ...one, certificates: done.get(one.id) ?? 0 }))
}

/** One course as it is listed now; refuses where there is none. */
export function courseById(db: ReadDb, id: string, field = 'courseId') {
  const row = oneCourse.at(db, newest, { id })[0]
  return row
    ? courseOf(row)
    : refuse('not-found', 'This course is not in the list', [
        { field, message: 'Choose a course from the list' },
      ])
}

const contentOf = (input: CourseInput) => ({ ...input, topics: input.topics.join(' ') })

/** Refuses a course that does not fit the required training, or that is listed already. */
function check(ctx: CommandContext, input: CourseInput, prefix: string, exceptId?: string): void {
  const { content } = ruleInForce(ctx.db, trainingRequirements, ctx.now)
  const faults = courseFaults(content, input)
  if (faults.length > 0)
    refuse(
      'invalid',
      'Check the course',
      faults.map(({ field, message }) => ({ field: prefix + field, message })),
    )
  const same = everyCourse
    .at(ctx.db, newest)
    .some(
      (one) =>
        one.recordId !== exceptId &&
        folded(one.title) === folded(input.title) &&
        folded(one.provider) === folded(input.provider),
    )
  if (same)
    refuseField(
      `${prefix}title`,
      'This course of this provider is in the list already. Correct that one, or give this one another title',
    )
}

export function addCourse(ctx: CommandContext, input: CourseInput) {
  check(ctx, input, '')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(course, contentOf(input))
    return {
      value: { id: recordId },
      audit: [{ action: 'add', entity: 'course', entityId: recordId, entityVersion: 1 }],
    }
  })
}

/** Corrects a course. Certificates recorded before keep the level and topics of their day. */
export function changeCourse(ctx: CommandContext, input: CourseChange) {
  courseById(ctx.db, input.id, 'id')
  check(ctx, input.course, 'course.', input.id)
  const { id, reason } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(course, id, input.version, contentOf(input.course), reason)
    return {
      value: { id, version },
      audit: [{ action: 'change', entity: 'course', entityId: id, entityVersion: version, reason }],
    }
  })
}
