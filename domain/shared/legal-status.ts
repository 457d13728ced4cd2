import { legalStatuses } from './legal-status-list.ts'

/** The legal status of a child: several can be true at once. Source: domain.md 4.4, decisions 29 and 31. */

/** C: child protection or in need. L: looked after or under an order. By order: read the order itself. */
export const dutyClasses = ['none', 'by-order', 'C', 'L'] as const
export type DutyClass = (typeof dutyClasses)[number]

export interface LegalStatus {
  code: string
  label: string
  /** For a card on the board. */
  tag: string
  basis: string
  responsibility: string
  consent: string
  dutyClass: DutyClass
  /** The local authority shares parental responsibility with the parents. */
  authorityShares: boolean
  /** A plan or an order: supervision is not lowered before the social worker is told (decision 20). */
  planOrOrder: boolean
  /** The fact cannot be recorded without the date on which it runs out (domain.md 8.2, HZ-05). */
  expiryRequired: boolean
  /** The longest that it can last, in hours, where the law sets it. */
  mostHours?: number
  /** It can be true of a baby who is not born yet; an order about a child cannot. */
  beforeBirth?: boolean
  /** Not yet confirmed against a published source: domain.md marks it [M]. */
  fromMemory?: boolean
}

/** What holds for every status. Source: decision 29. */
export const lifeSavingRule = 'Life-saving treatment never waits for consent'

const byCode = new Map(legalStatuses.map((status) => [status.code, status]))

export const legalStatusCodes: readonly string[] = legalStatuses.map((status) => status.code)

/**
 * Whether children's social care is involved by this status: the classes C and L, and an order that has to be
 * read to be told (decision 31: LEG-13 and LEG-14 by the order).
 */
export const involvesSocialCare = (code: string): boolean =>
  legalStatusOf(code).dutyClass !== 'none'

/** The status of a code. An unknown code gets the most careful answer: read the order; ask legal (decision 29). */
export function legalStatusOf(code: string): LegalStatus {
  return (
    byCode.get(code) ?? {
      code,
      label: `Unknown status ${code}`,
      tag: 'Unknown: read the order',
      basis: 'Not known',
      responsibility: 'Read the order; ask legal',
      consent: 'Read the order; ask legal',
      dutyClass: 'by-order',
      authorityShares: false,
      planOrOrder: true,
      expiryRequired: false,
    }
  )
}
