import type { z } from 'zod'
import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import { missingFaults } from '#domain/leave/faults.ts'
import { missingSinceOf, type Persons, whoIsMissing } from '#domain/leave/standing.ts'
import { earlierOf, laterOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { missingReport } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { openReviews } from '../reviews/open.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { type LeaveCase, leaveCase, leaveNote, pairsNamed } from './case.ts'
import type { Leave, Missing } from './rows.ts'
import type { missingInput } from './schemas.ts'

const nobody: Persons = { mother: false, babies: [] }

/**
 * Begins the steps for who is missing, from leave or without it, or adds somebody to a search that goes on.
 * Whom to tell is derived at once (domain row 4.6); the app itself tells nobody (decision 32). Of leave it
 * counts from its limit at the latest.
 */
export function reportMissing(
  ctx: CommandContext,
  { stayId, leaveId, ...input }: z.output<typeof missingInput>,
) {
  const found = leaveCase(ctx, stayId)
  if (leaveId !== undefined) leaveOf(found, leaveId)
  // Each counts from the leave on which they are out; who is out on none left without it.
  const leaves = found.leaves.filter(
    ({ standing: { out } }) =>
      (out.mother && input.mother) || out.babies.some((one) => input.babies.includes(one)),
  )
  const running = found.missing.find(({ endedAt }) => endedAt === null)
  const since = leaves
    .flatMap(({ departure }) => departure?.leftAt ?? [])
    .reduce(laterOf, found.stay.arrivedAt)
  const here = found.pairs.map(({ id }) => id)
  const faults = missingFaults(input, since, here, running ?? nobody, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const missingSince = leaves
    .flatMap(({ standing: { each } }) => each)
    .filter(
      ({ mother, babies }) =>
        (mother && input.mother) || babies.some((one) => input.babies.includes(one)),
    )
    .reduce((at, { missingAt }) => missingSinceOf(at, missingAt), input.missingSince)
  const from = leaves[0]?.recordId ?? null
  return ctx.write((tx) => {
    const report = { ...input, missingSince, leaveId: from }
    const made = running ? addTo(tx, running, report) : begin(tx, stayId, report)
    const note = leaveNote(
      found,
      running ? 'missing-added' : 'missing',
      'missing_report',
      made,
      input.babies,
      { payload: { who: whoIsMissing(input) } },
    )
    return {
      value: { missingId: made.recordId },
      audit: [
        note,
        ...tell(tx, found, made.recordId, input, missingSince),
        ...openReviews(tx, {
          kind: 'leave',
          babyIds: pairsNamed(found, input.babies).map(({ babyId }) => babyId),
          happenedAt: missingSince,
          what: from ? 'Not back from leave: missing' : 'Left without leave: missing',
          sourceId: made.recordId,
          alsoSources: leaves.map(({ recordId }) => recordId),
        }),
      ],
    }
  })
}

interface Report extends Persons {
  leaveId: string | null
  missingSince: Instant
  circumstances: string
}

const begin = (tx: WriteTx, stayId: string, report: Report) =>
  tx.insert(missingReport, {
    stayId,
    ...report,
    babies: JSON.stringify(report.babies),
    endedAt: null,
    endedHow: null,
    endedWords: null,
  })

/** One search, whoever it is for: what was known of the first stands, and what is known of the next below it. */
function addTo(tx: WriteTx, running: Missing, report: Report) {
  const changes = {
    leaveId: running.leaveId ?? report.leaveId,
    mother: running.mother || report.mother,
    babies: JSON.stringify([...running.babies, ...report.babies]),
    missingSince: earlierOf(running.missingSince, report.missingSince),
    circumstances: `${running.circumstances}\n${report.circumstances}`,
  }
  const { recordId, version } = running
  return tx.amend(missingReport, recordId, version, changes, 'Somebody else is missing as well')
}

function leaveOf(found: LeaveCase, leaveId: string): Leave {
  const leave = found.leaves.find(({ recordId }) => recordId === leaveId)
  if (!leave?.departure)
    refuse('held', 'They have not left on this leave. Record that they are missing without it')
  return leave
}

/**
 * A baby missing, or out with a mother who is: COM-11. The mother missing and a baby on the unit: COM-19, where
 * the rules know it. Nobody is told that a baby is safe who is not here.
 */
function tell(
  tx: WriteTx,
  found: LeaveCase,
  subjectId: string,
  missing: Persons,
  at: Instant,
): AuditNote[] {
  const { content } = ruleInForce(tx, dutiesRuleSetKind, at)
  const outWithHer = missing.mother
    ? found.leaves.flatMap(({ standing }) => standing.out.babies)
    : []
  const notHere = [...new Set([...missing.babies, ...outWithHer])]
  const tellOf = (event: string, { id, babyId }: LeaveCase['pairs'][number]) =>
    content.events.some((one) => one.id === event)
      ? deriveDuties(tx, {
          event,
          at,
          pairId: id,
          babyId,
          motherId: found.stay.motherId,
          subjectId,
          subjectType: 'missing_report',
        }).audit
      : []
  return found.pairs.flatMap((pair) => {
    if (notHere.includes(pair.id)) return tellOf('COM-11', pair)
    return missing.mother ? tellOf('COM-19', pair) : []
  })
}
