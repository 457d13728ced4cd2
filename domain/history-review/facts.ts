import type { RecordRef } from '../assurance/measure.ts'
import type {
  DocumentChase,
  DocumentFile,
  ExpectedDocument,
  ReaderSignature,
  ReaderStandIn,
  ReceivedContent,
  StatusSpan,
} from '../documents/record.ts'
import { type HistoryDocuments, historyDocuments } from '../documents/rule-content.ts'
import { inForce, type RuleSet } from '../rule-sets/rule-set.ts'
import type { Answer } from '../shared/answer.ts'
import { onceFor } from '../shared/once-for.ts'
import type { Instant } from '../shared/time.ts'

/** The rows that the measures of history review read, as they stood at the cut (decision 1). */

export interface StayFact {
  recordId: string
  version: number
  arrivedAt: Instant
  endedAt: Instant | null
  /** Of the referral that led to it; null where there is none. */
  planned: boolean | null
  socialCare: Answer
  /** When admission was accepted; null where that is not recorded. */
  acceptedAt: Instant | null
}

/** A document of a stay: of the stay itself, or of the referral that led to it; or of a referral alone. */
export interface DocumentFact extends ExpectedDocument {
  stayId: string | null
  referralId: string | null
}

/** A decision on a referral from which nobody has arrived: one that declines or withdraws it ends it. */
export interface ReferralDecisionFact {
  referralId: string
  outcome: string
  /** Null in what was imported without it. */
  decidedAt: Instant | null
  recordedAt: Instant
}

export interface SupervisionDecisionFact {
  recordId: string
  version: number
  stayId: string
  babyId: string
  /** first, renewal, raise or lowering */
  kind: string
  decidedAt: Instant
}

/** A legal status of a baby in a stay. */
export interface StatusFact extends StatusSpan {
  stayId: string
  babyId: string
}

export interface HistoryFacts {
  stays: readonly StayFact[]
  documents: readonly DocumentFact[]
  /** Of referrals without an arrival. */
  referralDecisions: readonly ReferralDecisionFact[]
  /**
   * Every version up to the cut of what was received, but for records that were withdrawn: what a document
   * said at any time has to be told.
   */
  contents: readonly ReceivedContent[]
  signatures: readonly ReaderSignature[]
  chases: readonly DocumentChase[]
  /** Who read in the part of an author. */
  standIns: readonly ReaderStandIn[]
  supervisionDecisions: readonly SupervisionDecisionFact[]
  /** The legal statuses of the babies of each stay. */
  statuses: readonly StatusFact[]
  ruleSets: readonly (RuleSet<HistoryDocuments> & { version: number })[]
}

export interface StayDocument extends DocumentFile {
  document: DocumentFact
}

/** What was received for each document. */
export const contentsByDocument = onceFor((facts: HistoryFacts) =>
  Map.groupBy(facts.contents, (one) => one.documentId),
)

/** The documents of every stay with what was received and signed; those of no stay yet are left out. */
export const documentsByStay = onceFor(
  (facts: HistoryFacts): ReadonlyMap<string, readonly StayDocument[]> => {
    const contents = contentsByDocument(facts)
    const signatures = Map.groupBy(facts.signatures, (one) => one.documentId)
    const standIns = Map.groupBy(facts.standIns, (one) => one.documentId)
    const statuses = Map.groupBy(facts.statuses, (one) => one.stayId)
    const byStay = new Map<string, StayDocument[]>()
    for (const document of facts.documents) {
      if (document.stayId === null) continue
      const file = {
        document,
        contents: contents.get(document.recordId) ?? [],
        signatures: signatures.get(document.recordId) ?? [],
        standIns: standIns.get(document.recordId) ?? [],
        statuses: (statuses.get(document.stayId) ?? []).filter(
          ({ babyId }) => document.babyId === null || document.babyId === babyId,
        ),
      }
      const own = byStay.get(document.stayId)
      if (own) own.push(file)
      else byStay.set(document.stayId, [file])
    }
    return byStay
  },
)

const inForceOf = onceFor((facts: HistoryFacts) => inForce(facts.ruleSets, historyDocuments.kind))

/** The rules in force at an instant. */
export const rulesAt = (facts: HistoryFacts, at: Instant): HistoryDocuments | undefined =>
  inForceOf(facts)(at)?.content

export const refOf = (type: string, row: { recordId: string; version: number }): RecordRef => ({
  type,
  recordId: row.recordId,
  version: row.version,
})

/** The records behind the reading of one document. */
export const fileRefs = onceFor((file: DocumentFile): readonly RecordRef[] => [
  refOf('history_document', file.document),
  ...file.contents.map((one) => refOf('received_document', one)),
  ...file.signatures.map((one) => refOf('reader_signature', one)),
  ...(file.standIns ?? []).map((one) => refOf('reader_stand_in', one)),
])
