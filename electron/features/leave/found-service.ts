import type { z } from 'zod'
import { foundFaults } from '#domain/leave/faults.ts'
import type { Persons } from '#domain/leave/standing.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { missingReport } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { withdrawReviews } from '../reviews/open.ts'
import { caseOfMissing, leaveNote } from './case.ts'
import type { Missing } from './rows.ts'
import type { foundInput } from './schemas.ts'

/**
 * Ends a search by name, for everybody or for some of those who were missing: found, back, or never missing.
 * It goes on for the rest. Back from leave is recorded as the return.
 */
export function endMissing(
  ctx: CommandContext,
  { id, version, mother, babies, ...ended }: z.output<typeof foundInput>,
) {
  const { found, report } = caseOfMissing(ctx, id)
  if (report.endedAt !== null) refuse('held', 'This has ended already')
  const whole = mother === undefined && babies === undefined
  const people: Persons = whole ? report : { mother: mother ?? false, babies: babies ?? [] }
  const isOut = found.leaves.some(
    ({ standing: { out } }) =>
      (out.mother && people.mother) || out.babies.some((one) => people.babies.includes(one)),
  )
  if (isOut && ended.endedHow === 'returned')
    refuseField('endedHow', 'Record the return from the leave: who came back, and how they were')
  const faults = foundFaults({ ...people, endedAt: ended.endedAt }, report, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const rest = without(report, people)
  const isOver = !rest.mother && rest.babies.length === 0
  if (!isOver && ended.endedHow === 'entered-in-error')
    refuseField(
      'endedHow',
      'Whom to tell was entered for all of them. Say that this one was found, and where',
    )
  return ctx.write((tx) => {
    const reason = ended.endedWords
    const made = isOver
      ? tx.amend(missingReport, id, version, ended, reason)
      : endForSome(tx, report, { people, rest, ended })
    const withdrawn =
      ended.endedHow === 'entered-in-error'
        ? [...withdrawDutiesOf(tx, id, reason).audit, ...withdrawReviews(tx, id, reason)]
        : []
    const note = leaveNote(found, 'missing-ended', 'missing_report', made, [...people.babies], {
      reason,
      payload: { how: ended.endedHow, whole: isOver },
    })
    return { value: { id, version: made.version }, audit: [note, ...withdrawn] }
  })
}

const without = (report: Persons, { mother, babies }: Persons): Persons => ({
  mother: report.mother && !mother,
  babies: report.babies.filter((one) => !babies.includes(one)),
})

type Ended = Pick<z.output<typeof foundInput>, 'endedAt' | 'endedHow' | 'endedWords'>

/** Those who were found stand in a search of their own that has ended; the search goes on for the rest. */
function endForSome(
  tx: WriteTx,
  report: Missing,
  { people, rest, ended }: { people: Persons; rest: Persons; ended: Ended },
) {
  const { stayId, leaveId, missingSince, circumstances } = report
  tx.insert(missingReport, {
    stayId,
    leaveId,
    missingSince,
    circumstances,
    mother: people.mother,
    babies: JSON.stringify(people.babies),
    ...ended,
  })
  const changes = { mother: rest.mother, babies: JSON.stringify(rest.babies) }
  return tx.amend(missingReport, report.recordId, report.version, changes, ended.endedWords)
}
