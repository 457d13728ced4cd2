import { dateOf, formatDate } from './calendar.ts'
import { legalStatusOf } from './legal-status.ts'
import { unchangedHolders } from './legal-status-list.ts'
import { lowerFirst } from './text.ts'
import type { Instant } from './time.ts'

/** A status in force, with the authority that it names; null where none is recorded. */
export interface StatusOfAuthority {
  code: string
  authority: string | null
  startsAt: Instant
  endsAt: Instant | null
  /** Its date has passed, and nobody has said that it ended: it stands (decision 19). */
  endUnconfirmed: boolean
}

/**
 * Who holds parental responsibility beside parents and holders by a tie: what each status in force says of
 * it, the authority by its name. Statuses that change nothing say nothing. Source: domain row 4.4.
 */
export const responsibilityByStatus = (
  inForce: readonly Pick<StatusOfAuthority, 'code' | 'authority'>[],
): string[] =>
  inForce.flatMap(({ code, authority }) => {
    const { label, responsibility, authorityShares } = legalStatusOf(code)
    if (responsibility.endsWith(unchangedHolders)) return []
    const whose = authorityShares ? `${authority ?? 'The authority, name not recorded'}, by ` : ''
    return [`${whose}${whose ? lowerFirst(label) : label}: ${lowerFirst(responsibility)}`]
  })

/** "Interim care order (Section 38, Children Act 1989), Invented Council, from 1 Nov 2026 to 7 Jan 2027". */
export function statusLine({
  code,
  authority,
  startsAt,
  endsAt,
  endUnconfirmed,
}: StatusOfAuthority): string {
  const { label, basis } = legalStatusOf(code)
  const until = endsAt === null ? '' : ` to ${formatDate(dateOf(endsAt))}`
  const stands = endUnconfirmed ? ', not confirmed as ended' : ''
  return [`${label} (${basis})`, authority, `from ${formatDate(dateOf(startsAt))}${until}${stands}`]
    .filter(Boolean)
    .join(', ')
}
