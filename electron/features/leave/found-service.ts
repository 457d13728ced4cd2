import type { z } from 'zod'
import { foundFaults } from '#domain/leave/faults.ts'
import { outWithHer, type Persons } from '#domain/leave/standing.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { missingReport } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { openReviews, withdrawReviews } from '../reviews/open.ts'
import { caseOfMissing, type LeaveCase, leaveNote, pairsNamed } from './case.ts'
import type { Missing } from './rows.ts'
import type { foundInput } from './schemas.ts'

/**
 * Ends a search by name, for everybody or for some of those who were missing: found, back, or never missing.
 * It goes on for the rest, and for a baby who was out with the mother and is not with her (COM-11). Who was found
 * elsewhere is not here until they are back, which is recorded here too; back from leave is recorded as the return.
 */
export function endMissing(
  ctx: CommandContext,
  { id, version, mother, babies, withHer, ...ended }: z.output<typeof foundInput>,
) {
  const { found, report } = caseOfMissing(ctx, id)
  // Who was found elsewhere comes back later: that is recorded on the same search.
  const cameBack = report.endedHow === 'found-elsewhere' && ended.endedHow === 'returned'
  if (report.endedAt !== null && !cameBack) refuse('held', 'This has ended already')
  if (report.endedAt !== null && ended.endedAt < report.endedAt)
    refuseField('endedAt', 'They were found elsewhere then. Enter when they came back')
  const whole = mother === undefined && babies === undefined
  const people: Persons = whole
    ? { mother: report.mother, babies: report.babies }
    : { mother: mother ?? false, babies: babies ?? [] }
  const isOut = found.leaves.some(
    ({ standing: { out } }) =>
      (out.mother && people.mother) || out.babies.some((one) => people.babies.includes(one)),
  )
  if (isOut && ended.endedHow === 'returned')
    refuseField('endedHow', 'Record the return from the leave: who came back, and how they were')
  const alone = outWithHer(found.leaves)
  const faults = foundFaults({ ...people, ...ended, withHer }, report, alone, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const asked = people.mother && ended.endedHow === 'found-elsewhere' ? alone : []
  const alsoFound = withHer ? asked : []
  const notWithHer = withHer ? [] : asked
  const those: Persons = { ...people, babies: [...people.babies, ...alsoFound] }
  const rest = without({ ...report, babies: [...report.babies, ...notWithHer] }, those)
  const isOver = !rest.mother && rest.babies.length === 0
  if (!isOver && ended.endedHow === 'entered-in-error')
    refuseField(
      'endedHow',
      'Whom to tell was entered for all of them. Say that this one was found, and where',
    )
  return ctx.write((tx) => {
    const reason = ended.endedWords
    const made = isOver
      ? tx.amend(
          missingReport,
          id,
          version,
          { ...ended, babies: JSON.stringify([...report.babies, ...alsoFound]) },
          reason,
        )
      : endForSome(tx, report, { people: those, rest, ended })
    const withdrawn =
      ended.endedHow === 'entered-in-error'
        ? [
            ...withdrawDutiesOf(tx, id, reason).audit,
            ...withdrawReviews(tx, id, reason, report.babies),
          ]
        : []
    const note = leaveNote(found, 'missing-ended', 'missing_report', made, [...those.babies], {
      reason,
      payload: { how: ended.endedHow, whole: isOver },
    })
    return {
      value: { id, version: made.version },
      audit: [note, ...withdrawn, ...reviewMissing(tx, found, report, notWithHer)],
    }
  })
}

/** A baby who turned out to be missing too: its supervision is reviewed as that of any other who was. */
const reviewMissing = (
  tx: WriteTx,
  found: LeaveCase,
  { recordId, missingSince }: Missing,
  babies: readonly string[],
): AuditNote[] =>
  openReviews(tx, {
    kind: 'leave',
    babyIds: pairsNamed(found, babies).map(({ babyId }) => babyId),
    happenedAt: missingSince,
    what: 'Not with the mother when she was found: missing',
    sourceId: recordId,
    alsoSources: found.leaves.map((leave) => leave.recordId),
  })

const without = (report: Persons, { mother, babies }: Persons): Persons => ({
  mother: report.mother && !mother,
  babies: report.babies.filter((one) => !babies.includes(one)),
})

type Ended = Omit<z.output<typeof foundInput>, 'id' | 'version' | 'mother' | 'babies' | 'withHer'>

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
