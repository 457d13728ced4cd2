import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import type { PlannedCertificate } from '#domain/training/import/certificates.ts'
import type { Outcome } from '#domain/training/import/plan.ts'
import { certificate, trainingImport } from '#drizzle/schema/training.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import type { WriteTx } from '../../../platform/unit-of-work.ts'
import { insertDuty } from '../../users/shift.ts'
import { insertStaff } from '../../users/staff-service.ts'
import { courseContent } from '../certificates.ts'
import { listCourses } from '../courses.ts'
import { letGo } from './held.ts'
import { planImport } from './plan-import.ts'
import type { ImportInput } from './schemas.ts'

/** The rows that the saved report tells of, with why. */
const notTaken: readonly Outcome[] = ['fault', 'left-out', 'differs']

/**
 * Imports the sheet in hand: all rows that can be taken, in one transaction, or nothing. Refuses while a
 * question is open, while rows are faulty and nobody said that they are to be left out, and where the register
 * has changed since the preview.
 */
export function importSheet(ctx: CommandContext, input: ImportInput) {
  const { file, sheet, plan } = planImport(ctx, input)
  const { counts } = plan
  if (counts.asked > 0)
    refuse('held', 'Answer the questions about this file first. Nothing was imported')
  if (counts.add !== input.seen.add || counts.fault !== input.seen.fault)
    refuse(
      'clash',
      'The registers have changed since the preview. Look at it again: nothing was imported',
    )
  if (counts.fault > 0 && !input.withoutFaulty)
    refuse(
      'held',
      'Some rows cannot be taken. Mend them in the file, or say that they are left out',
      [
        {
          field: 'withoutFaulty',
          message: 'Say that the faulty rows are left out, or mend them in the file',
        },
      ],
    )
  if (counts.add === 0) refuse('held', 'There is nothing new in this file. Nothing was changed')
  const headings = Object.fromEntries(
    Object.entries(input.columns).map(([key, at]) => [key, sheet.headings[at] ?? '']),
  )
  const leftOut = plan.lines.filter(({ outcome }) => notTaken.includes(outcome))
  const answer = ctx.write((tx) => {
    const { recordId } = tx.insert(trainingImport, {
      kind: plan.kind,
      fileName: file.fileName,
      fileHash: file.fileHash,
      sheet: sheet.name,
      headings: JSON.stringify(headings),
      words: JSON.stringify(input.words),
      dateOrder: input.dateOrder,
      added: counts.add,
      already: counts.already,
      leftOut: leftOut.length,
      report: JSON.stringify(leftOut.map(({ row, messages }) => ({ row, messages }))),
    })
    if (plan.kind === 'staff')
      for (const { row: _, ...person } of plan.made) insertStaff(tx, person)
    else if (plan.kind === 'roster')
      for (const { row: _, ...duty } of plan.made) insertDuty(tx, duty)
    else insertCertificates(tx, plan.made, file)
    return {
      value: { id: recordId, added: counts.add, already: counts.already, leftOut: leftOut.length },
      audit: [
        {
          action: 'import',
          entity: 'training-import',
          entityId: recordId,
          entityVersion: 1,
          payload: {
            kind: plan.kind,
            sha256: file.fileHash,
            added: counts.add,
            leftOut: leftOut.length,
          },
        },
      ],
    }
  })
  letGo(ctx.session)
  return answer
}

function insertCertificates(
  tx: WriteTx,
  made: readonly (PlannedCertificate & { row: number })[],
  { fileName, fileHash }: { fileName: string; fileHash: string },
): void {
  const courses = new Map(listCourses(tx).map((course) => [course.id, course]))
  const on = dateOf(tx.now)
  for (const { row, topics, agenciesPresent, ...typed } of made) {
    const course = courses.get(typed.courseId)
    if (!course)
      refuse('clash', 'A course was taken off the list since the preview. Look at it again')
    tx.insert(certificate, {
      ...courseContent(course),
      ...typed,
      topics: topics.join(' '),
      agenciesPresent: agenciesPresent === null ? null : agenciesPresent.join(' '),
      evidence: basisLine({ kind: 'document', document: `${fileName}, row ${row}`, on }),
      evidenceHash: fileHash,
      reflection: null,
    })
  }
}
