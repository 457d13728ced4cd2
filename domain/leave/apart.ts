import { rowsOfChild } from '../shared/escort/escort.ts'
import type { EscortContent, EscortRow, MotherCell } from '../shared/escort/escort-content.ts'
import { legalStatusOf } from '../shared/legal-status.ts'
import type { ApartContent } from './apart-content.ts'
import {
  type BabyFacts,
  heldByLimits,
  type LeaveAnswers,
  type LeaveEscort,
  mergedReach,
} from './escort.ts'
import { type Carer, carerLabels } from './record.ts'

/**
 * A baby who goes out without the mother. Neither her status under the Mental Health Act nor the supervision of
 * the two speaks: the child's status, the limits of a court or an authority, and the agreement of somebody with
 * parental responsibility do (domain rows 4.3 and 4.4, decision 29). Truth table: docs/states/leave.md.
 */

export interface ApartFacts {
  carer: Carer
  answers: LeaveAnswers
  babies: readonly BabyFacts[]
}

/** Who has to have said yes, by the cell that the table of leave has for the mother. */
const asks: Record<MotherCell, 'plan' | 'plan-not-no' | 'authority' | null> = {
  no: 'authority',
  'by-authority': 'authority',
  'only-by-authority': 'authority',
  'by-plan': 'plan',
  'only-by-plan': 'plan',
  'plan-may-forbid': 'plan-not-no',
  'by-assessment': null,
  'by-leave': null,
  'with-escort': null,
  yes: null,
}

/** Who goes along with a baby without the mother, whom to reach, and what holds it: none of that is overridden. */
export function escortApart(
  content: EscortContent,
  apart: ApartContent,
  { carer, answers, babies }: ApartFacts,
): LeaveEscort {
  const rows = [
    ...new Map(
      babies
        .flatMap(({ childCodes }) => rowsOfChild(content, childCodes))
        .map((row) => [row.id, row]),
    ).values(),
  ]
  const consent = {
    whom: 'holders-of-responsibility' as const,
    when: 'before-leaving' as const,
    what: [apart.consent.what],
  }
  return {
    babyEscorts: Math.max(apart.carers[carer].staff, ...rows.map(({ babyEscorts }) => babyEscorts)),
    motherEscorts: 0,
    section17Escort: false,
    approvedAdult: false,
    held: [
      ...new Set([
        ...heldByLimits(babies, answers),
        ...rows.flatMap((row) => heldByRow(row, answers)),
        ...babies.flatMap(({ childCodes }) => heldByConsent(childCodes ?? [], answers)),
      ]),
    ],
    because: [`Without the mother; with the baby: ${carerLabels[carer].toLowerCase()}`],
    handOver: [...new Set(rows.flatMap(({ handOver }) => handOver))],
    reach: mergedReach([
      ...rows.map(({ reach }) => ({
        reach: reach.map(({ what, ...one }) => ({ ...one, what: [what] })),
      })),
      { reach: [consent] },
    ]),
    rows: rows.map(({ id, text, source, mark }) => ({ id, text, source, mark })),
  }
}

function heldByRow({ text, motherMayGo }: EscortRow, answers: LeaveAnswers): string[] {
  const { planSays, authoritySays } = answers
  switch (asks[motherMayGo]) {
    case 'authority':
      return authoritySays === 'yes'
        ? []
        : [`${text}: the authority has not said that the baby may go. Ask it first`]
    case 'plan':
      return planSays === 'yes'
        ? []
        : [`${text}: the plan does not say that the baby may go. Ask the social worker first`]
    case 'plan-not-no':
      return planSays === 'no' ? [`${text}: the plan says no`] : []
    case null:
      return []
  }
}

/** A parent agrees, or the authority that shares responsibility has decided (decision 29). */
function heldByConsent(codes: readonly string[], answers: LeaveAnswers): string[] {
  const { consentSays, authoritySays } = answers
  const authorityDecides =
    authoritySays === 'yes' && codes.some((code) => legalStatusOf(code).authorityShares)
  if (consentSays === 'yes' || authorityDecides) return []
  return [
    consentSays === 'no'
      ? 'A holder of parental responsibility does not agree that the baby goes without the mother'
      : 'Nobody with parental responsibility has agreed that the baby goes without the mother. Ask first',
  ]
}
