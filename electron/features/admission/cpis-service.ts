import type { z } from 'zod'
import { earliestEnd, isLookedUpByAnother } from '#domain/admission/social-care.ts'
import { addDays, dateOf, formatDate } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { actOfUnit, fromPregnancy } from '#domain/shared/plausible.ts'
import { showsFlag, stillCounts } from '#domain/shared/social-care.ts'
import type { Instant } from '#domain/shared/time.ts'
import { cpisCheck } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { endNotEstablished, needCarried } from '../people/carried.ts'
import { basisContent, checkBasis, checkFloor } from '../people/facts.ts'
import { afterLookUp } from './answer-service.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import type { correctCpisInput, endCpisInput, withdrawInput } from './schemas.ts'

/** What is put right of a look-up in CP-IS: what it showed stays readable, whatever is said of it since. */

const referralSql = 'select referral_id as referralId from cpis_check where record_id = @id limit 1'

function checkOf(ctx: CommandContext, id: string) {
  const found = ctx.db.row<{ referralId: string }>(referralSql, { id })
  const file = found && referralCase(ctx.db, found.referralId)
  const check = file?.cpisChecks.find((one) => one.recordId === id)
  if (!file || !check) refuse('not-found', 'This look-up is not on record any more')
  return { file, check }
}

type Of = { id: string; version: number; reason: string }

function put(
  ctx: CommandContext,
  { id, reason }: Of,
  action: string,
  act: (tx: WriteTx) => { version: number },
) {
  const { file } = checkOf(ctx, id)
  return ctx.write((tx) => {
    const { version } = act(tx)
    return {
      value: { id, version },
      audit: [
        referralNote(file, {
          action,
          entity: 'cpis_check',
          entityId: id,
          entityVersion: version,
          reason,
        }),
        ...afterLookUp(tx, file.referral.recordId),
      ],
    }
  })
}

/** Refuses to take a flag out by one hand: it stands until somebody else has looked the child up again. */
function needSecondLookUp(ctx: CommandContext, id: string): void {
  const { file, check } = checkOf(ctx, id)
  if (showsFlag(check) && !isLookedUpByAnother(check, file.cpisChecks, ctx.actor.staffId))
    refuse(
      'held',
      'This look-up showed a flag, and nobody takes a flag out alone. Let somebody else look the child up again and record it; where that shows no flag, this one can be put right',
    )
}

const noEnd = {
  endedOn: null,
  basisKind: null,
  basisBy: null,
  basisOn: null,
  basisDocument: null,
}

/** Corrects what was entered of a look-up; a flag is taken out by two people alone. That its flag was lifted was said of another flag, and is said anew. */
export function correctCpis(ctx: CommandContext, input: z.output<typeof correctCpisInput>) {
  const { id, version, reason, result, checkedAt, reference } = input
  if (checkedAt > ctx.now) refuseField('checkedAt', 'Enter a time that is not in the future')
  const { file, check } = checkOf(ctx, id)
  checkFloor('checkedAt', checkedAt, actOfUnit(file.receivedAt, 'referral'))
  if (!showsFlag({ ...check, result })) needSecondLookUp(ctx, id)
  const isSameFlag = result === check.result && checkedAt === check.checkedAt
  const content = {
    result,
    checkedAt,
    reference: reference ?? null,
    ...(isSameFlag ? {} : noEnd),
  }
  return put(ctx, input, 'admission.cpis-corrected', (tx) =>
    tx.amend(cpisCheck, id, version, content, reason),
  )
}

/** When a look-up that was made now has to be made anew. */
const lookUpDueAt = ({ rules }: ReferralCase, now: Instant): Instant =>
  addDays(now, rules.information.items.find(({ from }) => from === 'cpis-log')?.staleAfterDays ?? 0)

/**
 * Ends a flag that the authority has lifted: the day, and how it is known. A day so long ago that the flag would count no
 * more before anybody had to look again takes it out, and that is done by two people.
 */
export function endCpis(ctx: CommandContext, input: z.output<typeof endCpisInput>) {
  const { id, version, reason, endedOn, basis } = input
  const { file, check } = checkOf(ctx, id)
  if (check.result === 'no-flag' || check.result === 'not-available')
    refuse('held', 'This look-up showed no flag, so there is none to end')
  if (endedOn > dateOf(ctx.now)) refuseField('endedOn', 'Enter a date that is not in the future')
  const earliest = earliestEnd(check)
  if (earliest !== undefined && endedOn < earliest)
    refuseField(
      'endedOn',
      `CP-IS shows a plan for 12 months after its end, so this one cannot have ended before ${formatDate(earliest)}. Check the date, or correct the look-up`,
    )
  const child = file.facts.children.find(({ key }) => key === check.childKey)
  checkFloor('endedOn', endedOn, fromPregnancy({ kind: 'baby', bornOn: child?.bornOn ?? null }))
  if (!stillCounts(endedOn, lookUpDueAt(file, ctx.now))) needSecondLookUp(ctx, id)
  needCarried(basis, endNotEstablished)
  checkBasis(basis, ctx.now)
  return put(ctx, input, 'admission.cpis-flag-ended', (tx) =>
    tx.amend(cpisCheck, id, version, { endedOn, ...basisContent(basis) }, reason),
  )
}

/** Takes a look-up out that was entered by mistake, or for another child. */
export function withdrawCpis(ctx: CommandContext, input: z.output<typeof withdrawInput>) {
  const { id, version, reason } = input
  needSecondLookUp(ctx, id)
  return put(ctx, input, 'admission.cpis-withdrawn', (tx) =>
    tx.withdraw(cpisCheck, id, version, reason),
  )
}
