import { endedFault } from './longest.ts'
import type { Instant } from './time.ts'

/**
 * The mother's status under the Mental Health Act 1983. Codes: NHS Data Dictionary, Mental Health Act legal
 * status classification code (domain.md 6.5). Leave: decision 28. The Act is printed in full, because
 * section 17 of the Children Act 1989 is another matter.
 */

/**
 * Whether she may be given leave: `not-detained` needs none; `clinician` by her responsible clinician;
 * `ministry` only with the Ministry of Justice's consent on record too; `none` is not possible;
 * `read-order` by what the order says.
 */
export const leaveRules = ['not-detained', 'clinician', 'ministry', 'none', 'read-order'] as const
export type LeaveRule = (typeof leaveRules)[number]

export const leaveRuleTexts: Record<LeaveRule, string> = {
  'not-detained': 'Not detained: she may leave; whether the baby may is another question',
  clinician:
    'Only her responsible clinician, or the approved clinician acting as such, can grant leave under section 17, Mental Health Act',
  ministry:
    'Restricted: leave under section 17, Mental Health Act needs the consent of the Ministry of Justice on record',
  none: 'Leave under section 17, Mental Health Act is not possible: she stays; tell her responsible clinician',
  'read-order': 'Read the order; ask the Mental Health Act office before she leaves',
}

export interface MentalHealthActStatus {
  code: string
  label: string
  /** For a card on the board. */
  tag: string
  detained: boolean
  leave: LeaveRule
  /** The longest that it can last, in hours, where the Act sets hours or days. */
  mostHours?: number
  fromMemory?: boolean
}

type Extra = Partial<Pick<MentalHealthActStatus, 'detained' | 'mostHours' | 'fromMemory'>>

const section = (
  code: string,
  number: string,
  leave: LeaveRule,
  extra: Extra = {},
): MentalHealthActStatus => ({
  code,
  leave,
  detained: true,
  label: `Section ${number}, Mental Health Act`,
  tag: `s${number} Mental Health Act`,
  ...extra,
})

const plain = (
  code: string,
  label: string,
  leave: LeaveRule,
  extra: Extra = {},
): MentalHealthActStatus => ({ code, label, tag: label, detained: false, leave, ...extra })

export const mentalHealthActStatuses: readonly MentalHealthActStatus[] = [
  plain('01', 'Informal', 'not-detained'),
  section('02', '2', 'clinician', { mostHours: 28 * 24 }),
  section('03', '3', 'clinician'),
  section('04', '4', 'clinician', { mostHours: 72 }),
  section('05', '5(2)', 'none', { mostHours: 72 }),
  section('06', '5(4)', 'none', { mostHours: 6 }),
  section('07', '35', 'none'),
  section('08', '36', 'none'),
  section('09', '37 with section 41', 'ministry'),
  section('10', '37', 'clinician'),
  section('12', '38', 'none'),
  section('13', '44', 'ministry'),
  section('14', '46', 'read-order'),
  section('15', '47 with section 49', 'ministry'),
  section('16', '47', 'clinician'),
  section('17', '48 with section 49', 'ministry'),
  section('18', '48', 'clinician'),
  // 24 hours, once extended by 12.
  section('19', '135', 'none', { mostHours: 36 }),
  section('20', '136', 'none', { mostHours: 36 }),
  plain('31', 'Criminal Procedure (Insanity) Act', 'read-order', { detained: true }),
  plain('32', 'Detained under another Act', 'read-order', { detained: true }),
  section('34', '45A, limitation direction in force', 'ministry', { fromMemory: true }),
  section('35', '7 (guardianship)', 'not-detained', { detained: false }),
  section('36', '37 (guardianship)', 'not-detained', { detained: false }),
  section('37', '45A, limitation direction ended', 'clinician', { fromMemory: true }),
  section('38', '45B', 'read-order', { fromMemory: true }),
  plain('98', 'Not applicable', 'not-detained'),
  plain('99', 'Not known', 'read-order'),
]

const byCode = new Map(mentalHealthActStatuses.map((status) => [status.code, status]))

export const mentalHealthActCodes: readonly string[] = mentalHealthActStatuses.map(
  (status) => status.code,
)

/** The status of a code; one that is not listed is taken as detained, leave by what the order says. */
export function mentalHealthActStatusOf(code: string): MentalHealthActStatus {
  return byCode.get(code) ?? plain(code, `Unknown status ${code}`, 'read-order', { detained: true })
}

/** A dated fact about the mother's status, as one version of it stands. */
export interface MentalHealthActFact {
  recordId: string
  code: string
  startsAt: Instant
  /** When it runs out on paper; that it has ended is another statement. */
  endsAt: Instant | null
  /** When it ended, as somebody said by name; null until somebody does. */
  endedAt: Instant | null
  recordedAt: Instant
}

export interface MentalHealthActStanding {
  fact: MentalHealthActFact
  status: MentalHealthActStatus
  /** It ran out by its date and nobody has recorded what followed: it counts until somebody does. */
  endUnconfirmed: boolean
}

/**
 * Her status at an instant: the latest to have started, unless it has ended. Undefined where nothing is
 * recorded for that time, which is not the same as informal.
 */
export function mentalHealthActAt(
  facts: readonly MentalHealthActFact[],
  at: Instant,
): MentalHealthActStanding | undefined {
  let latest: MentalHealthActFact | undefined
  for (const fact of facts) {
    if (fact.startsAt > at) continue
    const newer = !latest || fact.startsAt > latest.startsAt
    const sameStart = latest?.startsAt === fact.startsAt && fact.recordedAt > latest.recordedAt
    if (newer || sameStart) latest = fact
  }
  if (!latest) return undefined
  if (latest.endedAt !== null && latest.endedAt <= at) return undefined
  const runOut = latest.endsAt !== null && latest.endsAt <= at && latest.endedAt === null
  return { fact: latest, status: mentalHealthActStatusOf(latest.code), endUnconfirmed: runOut }
}

/** What is wrong with the time at which her status is said to have ended; undefined where nothing is. */
export function mentalHealthActEndFault(
  code: string,
  startsAt: Instant,
  endedAt: Instant,
  now: Instant,
): string | undefined {
  const { mostHours, label } = mentalHealthActStatusOf(code)
  return endedFault(label, mostHours, { startsAt, endedAt, now })
}
