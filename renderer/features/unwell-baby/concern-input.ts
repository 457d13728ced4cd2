import { minuteOf } from '#domain/shared/minute.ts'
import type { BasisKind } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { FindingCode } from '#domain/unwell-baby/findings.ts'
import type { ConcernOwner, Mobility } from '#domain/unwell-baby/record.ts'

/** How a worry is known, as far as it is asked at once: the service adds who is signed in, and when. */
export interface QuickBasis {
  kind: BasisKind
  by?: string
  document?: string
}

/** What the form of a concern sends, before the button that was pressed is read. */
export interface ConcernTyped {
  recognisedAt?: Instant
  words?: string
  findings?: FindingCode[]
  mobility?: Mobility
  /** Given only where somebody else's worry is written down. */
  whose?: ConcernOwner
  basis?: QuickBasis
}

/** Which button raised it: each says whose worry it is and how it is known. */
export type RaisedBy = 'me' | 'mother'

/** To the minute, as every time is typed here: it must not lie ahead of the service's clock. */
export const thisMinute: (now: Instant) => Instant = minuteOf

/** The concern as the service takes it. What nobody said of the baby's moving about is not known. */
export function concernOf(typed: ConcernTyped, by: RaisedBy, now: Instant, motherName: string) {
  const mine = by === 'me'
  const basis: QuickBasis = mine
    ? { kind: 'observed' }
    : { kind: 'told', by: `The mother, ${motherName}` }
  const whose: ConcernOwner = mine ? 'staff' : 'carer'
  return {
    recognisedAt: typed.recognisedAt ?? thisMinute(now),
    whose: typed.whose ?? whose,
    words: typed.words ?? '',
    basis: typed.basis ?? basis,
    findings: typed.findings ?? [],
    mobility: typed.mobility ?? ('not-known' as const),
  }
}
