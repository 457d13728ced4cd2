import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { planCertificates } from '#domain/training/import/certificates.ts'
import { columnFaults, type ImportKind } from '#domain/training/import/columns.ts'
import type { Answers } from '#domain/training/import/plan.ts'
import { planRoster, type RosterPerson } from '#domain/training/import/roster.ts'
import { type KnownStaff, planStaff } from '#domain/training/import/staff.ts'
import type { Permission } from '#domain/users/permissions.ts'
import { professionLabels } from '#domain/users/staff.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { sessionPermits } from '../../../platform/session.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { earlierPostsOf } from '../../users/posts-service.ts'
import { dutiesBetween } from '../../users/shift.ts'
import { listStaff } from '../../users/staff-service.ts'
import { listCourses } from '../courses.ts'
import { heldSheet } from './held.ts'
import { certificatesBefore, dutiesBefore } from './recorded-before.ts'
import type { ReadingInput } from './schemas.ts'

function knownPeople(db: ReadDb): (RosterPerson & KnownStaff)[] {
  const all = listStaff(db)
  const earlier = earlierPostsOf(
    db,
    all.map(({ recordId }) => recordId),
  )
  return all.map(({ recordId, profession, ...person }) => ({
    ...person,
    earlier: earlier.get(recordId) ?? [],
    staffId: recordId,
    professionCode: profession,
    profession: professionLabels[profession as keyof typeof professionLabels] ?? profession,
  }))
}

/** Who keeps the register of training keeps not always that of staff, or the roster. */
const keeps: Partial<Record<ImportKind, { permission: Permission; what: string }>> = {
  staff: { permission: 'staff:edit', what: 'the register of staff' },
  roster: { permission: 'shift:edit', what: 'the roster' },
}

export function needMayImport(ctx: ReadContext, kind: ImportKind): void {
  const need = keeps[kind]
  if (need && !sessionPermits(ctx.session, need.permission))
    refuse('not-permitted', `Your role does not keep ${need.what}. Ask the ward manager`)
}

/** What the import of the sheet in hand would do. Refuses columns that cannot be used. */
export function planImport(ctx: ReadContext, input: ReadingInput) {
  needMayImport(ctx, input.kind)
  const { file, sheet } = heldSheet(ctx, input.uploadId, input.sheet)
  const faults = columnFaults(input.kind, input.columns, sheet.headings.length)
  if (faults.length > 0)
    refuse(
      'invalid',
      'Say which column holds what',
      faults.map(({ field, message }) => ({ field: `columns.${field}`, message })),
    )
  const { dateOrder, takenOut, words, people, columns } = input
  const answers: Answers = { dateOrder, takenOut, words, people }
  const today = dateOf(ctx.now)
  const staff = knownPeople(ctx.db)
  const plan = planOf()
  return { file, sheet, plan }

  function planOf() {
    if (input.kind === 'staff')
      return { kind: input.kind, ...planStaff(sheet, columns, answers, { staff, today }) }
    if (input.kind === 'roster')
      return {
        kind: input.kind,
        ...planRoster(sheet, columns, answers, {
          staff,
          today,
          dutiesBetween: (from, to) => dutiesBetween(ctx.db, from, to),
          ...dutiesBefore(ctx.db),
        }),
      }
    return {
      kind: input.kind,
      ...planCertificates(sheet, columns, answers, {
        staff,
        today,
        courses: listCourses(ctx.db),
        ...certificatesBefore(ctx.db),
      }),
    }
  }
}

/** The most lines of one outcome that a screen shows; the saved report has them all. */
const shownLines = 500

/** The preview: every question, the counts, and the lines, those that need somebody first. */
export function previewImport(ctx: ReadContext, input: ReadingInput) {
  const { plan } = planImport(ctx, input)
  const { lines, questions, counts } = plan
  const perOutcome = new Map<string, number>()
  return {
    kind: plan.kind,
    counts,
    questions,
    courses: listCourses(ctx.db).map(({ id, title, provider }) => ({ id, title, provider })),
    lines: lines.filter(({ outcome }) => {
      const shown = (perOutcome.get(outcome) ?? 0) + 1
      perOutcome.set(outcome, shown)
      return shown <= shownLines
    }),
  }
}
