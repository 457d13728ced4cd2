import { decisionOutcomeLabels } from '#domain/admission/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import type { ReferralCase } from './case.ts'

/** Refuses where somebody else wrote after the screen was shown; both are kept, and the clash is told. */
export function checkSeen(seen: number, there: { version: number } | undefined): void {
  if (seen !== (there?.version ?? 0))
    refuse(
      'clash',
      'Somebody else entered something here meanwhile. It is kept: look at it, then enter yours again if it is still right',
    )
}

/** Refuses where another decision was signed after the screen was shown, and says what was decided and by whom. */
export function checkSeenDecision(
  db: ReadDb,
  { decisions }: Pick<ReferralCase, 'decisions'>,
  seen: string | null,
): void {
  const last = lastDecision(decisions)
  if (!last || last.recordId === seen) return
  const who = last.deciderId ? staffNameOf(db)(last.deciderId) : 'somebody'
  refuse(
    'clash',
    `Somebody else decided meanwhile: ${decisionOutcomeLabels[last.outcome].toLowerCase()}, ${formatDateTime(last.decidedAt)}, by ${who}. What you typed is still here: sign it only if it is still right`,
  )
}

/** Why a later version of an answer or an item was made: the new content says the rest. */
export const again = 'Newer information'
