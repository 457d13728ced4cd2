import { type Expectation, expectedDocuments } from '#domain/documents/expected.ts'
import {
  type AskInput,
  askInput,
  type ChaseInput,
  type CloseInput,
  chaseInput,
  closeInput,
  type ExpectInput,
} from '#domain/documents/input.ts'
import { historyDocuments } from '#domain/documents/rule-content.ts'
import { earlierOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { actOfUnit } from '#domain/shared/plausible.ts'
import type { Instant } from '#domain/shared/time.ts'
import { documentChase, historyDocument } from '#drizzle/schema/history-review.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { basisContent, checkBasis, checkFloor } from '../people/facts.ts'
import { needSafeToAsk } from '../people/safe-to-ask.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { type Family, familyFacts, familyOf, familyOfDocument, peopleIn } from './family.ts'
import { fileById, type RegisterFile } from './files.ts'
import { type DocumentRow, documentRows } from './rows.ts'
import { asOf, type RegisterInput, type ReopenInput, registerOf } from './schemas.ts'

/** The expected documents that are not on the register yet (product.md 2, 5c). */
export function missingFrom(db: ReadDb, family: Family, at: Instant): Expectation[] {
  const { content } = ruleInForce(db, historyDocuments, at)
  const rows = rowsOf(db, family)
  return expectedDocuments(familyFacts(db, family, at), content).filter(
    (one) => !rows.some((row) => standsFor(row, one)),
  )
}

export const rowsOf = (db: ReadDb, { stayId, referralId }: Family) =>
  documentRows(db, {
    stays: stayId === null ? [] : [stayId],
    referrals: referralId === null ? [] : [referralId],
  })

/**
 * Whether a document on the register is the expected one: of the same class, about the same baby (or put
 * there before the birth), from the same source. Where nobody is known to hold it, any of the class is.
 */
function standsFor(row: DocumentRow, { classId, babyId, source }: Expectation): boolean {
  if (row.classId !== classId || (row.babyId !== null && row.babyId !== babyId)) return false
  return source === null || row.sourceId === source.recordId || row.sourceName === source.name
}

/** Puts everything on the register that is expected of this family and is not there yet. */
export function expectMissing(ctx: CommandContext, input: RegisterInput) {
  const family = familyOf(ctx.db, registerOf(input))
  const missing = missingFrom(ctx.db, family, ctx.now)
  if (missing.length === 0) refuse('held', 'Everything that is expected is on the register')
  return ctx.write((tx) => {
    const notes = insertExpected(tx, family, missing)
    const [first, ...rest] = notes
    if (!first) throw new Error('Nothing was written')
    return { value: { added: notes.length }, audit: [first, ...rest] }
  })
}

/** Writes expected documents within the transaction of a caller; answers their notes for the audit. */
export function insertExpected(
  tx: WriteTx,
  family: Family,
  missing: readonly Expectation[],
): AuditNote[] {
  const set = ruleInForce(tx, historyDocuments, tx.now)
  return missing.map((one) => {
    const { recordId } = tx.insert(historyDocument, {
      ...ownerOf(family),
      classId: one.classId,
      title: one.title,
      babyId: one.babyId,
      sourceId: one.source?.recordId ?? null,
      sourceName: one.source?.name ?? '',
      outcome: 'open',
      because: one.because,
      expectedAt: tx.now,
      askDueAt: dueOf(set.content.limits.ask.limit, tx.now).at,
      ruleSetId: set.recordId,
    })
    return note('document.expected', recordId, 1, family)
  })
}

/** A register belongs to the referral while there is no stay, and to the stay from then on. */
const ownerOf = ({ stayId, referralId }: Family) => (stayId === null ? { referralId } : { stayId })

const note = (
  action: string,
  entityId: string,
  entityVersion: number,
  family: Family,
  reason = '',
): AuditNote => ({
  action,
  entity: 'history_document',
  entityId,
  entityVersion,
  patients: peopleIn(family),
  reason,
})

/** Puts one document on the register that somebody expects beside the list. */
export function expectDocument(ctx: CommandContext, input: ExpectInput) {
  const family = familyOf(ctx.db, registerOf(input))
  if (input.stayId !== null && ![null, family.referralId].includes(input.referralId))
    refuseField('referralId', 'This stay did not come from this referral. Choose one of the two')
  const set = ruleInForce(ctx.db, historyDocuments, ctx.now)
  if (!set.content.classes.some(({ id }) => id === input.classId))
    refuseField('classId', 'Choose the kind of document from the list')
  if (input.babyId !== null && !family.babyIds.includes(input.babyId))
    refuseField('babyId', 'Choose a baby of this mother')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(historyDocument, {
      ...ownerOf(family),
      classId: input.classId,
      title: input.title,
      babyId: input.babyId,
      sourceName: input.sourceName,
      outcome: 'open',
      because: 'Added by hand',
      expectedAt: tx.now,
      askDueAt: dueOf(set.content.limits.ask.limit, tx.now).at,
      ruleSetId: set.recordId,
    })
    return {
      value: { id: recordId },
      audit: [note('document.expected', recordId, 1, family)],
    }
  })
}

const limitsNow = (ctx: CommandContext) =>
  ruleInForce(ctx.db, historyDocuments, ctx.now).content.limits

function needOpen({ document, contents }: RegisterFile): void {
  if (document.outcome === 'not-needed')
    refuse('held', 'This document was struck from the list. Put it back first')
  if (document.outcome === 'not-held')
    refuse('held', 'The source said that it holds none. Put it back on the list first')
  if (contents.length > 0)
    refuse(
      'held',
      'This document has been received: what came is read, or marked as entered in error',
    )
}

/** Nobody here asked for a document before the family was known here: from the referral, or from the arrival. */
const floorOfActs = ({ expectedAt }: DocumentRow, { knownSince }: Family) =>
  actOfUnit(earlierOf(expectedAt, knownSince), 'family')

/** It was asked for; the clock of the first chase starts. */
export function askForDocument(ctx: CommandContext, input: AskInput) {
  asOf(askInput, input, ctx.now)
  const file = fileById(ctx.db, input.documentId)
  const { document } = file
  needOpen(file)
  if (document.askedAt !== null)
    refuse('clash', 'Somebody has asked for it already. Record that you asked again')
  const family = familyOfDocument(ctx.db, document)
  checkFloor('askedAt', input.askedAt, floorOfActs(document, family))
  needSafeToAsk(ctx.db, peopleIn(family), input.askedOf, 'askedOf')
  return ctx.write((tx) => {
    const made = tx.amend(
      historyDocument,
      document.recordId,
      document.version,
      {
        askedAt: input.askedAt,
        askedOf: input.askedOf,
        chaseDueAt: dueOf(limitsNow(ctx).chase.limit, input.askedAt).at,
      },
      'Asked for',
    )
    return {
      value: { id: document.recordId },
      audit: [note('document.asked', document.recordId, made.version, family)],
    }
  })
}

/** It was asked for again. */
export function chaseDocument(ctx: CommandContext, input: ChaseInput) {
  asOf(chaseInput, input, ctx.now)
  const file = fileById(ctx.db, input.documentId)
  const { document } = file
  needOpen(file)
  if (document.askedAt === null) refuse('held', 'It has not been asked for yet. Record that first')
  if (input.chasedAt < document.askedAt)
    refuseField('chasedAt', 'This is before it was first asked for. Check both times')
  const family = familyOfDocument(ctx.db, document)
  needSafeToAsk(ctx.db, peopleIn(family), input.chasedOf, 'chasedOf')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(documentChase, {
      ...input,
      nextDueAt: dueOf(limitsNow(ctx).chase.limit, input.chasedAt).at,
    })
    return {
      value: { id: recordId },
      audit: [{ ...note('document.chased', recordId, 1, family), entity: 'document_chase' }],
    }
  })
}

/** The source holds none, with how that is known; or it is not needed, with why. */
export function closeDocument(ctx: CommandContext, input: CloseInput) {
  asOf(closeInput, input, ctx.now)
  const file = fileById(ctx.db, input.documentId)
  const { document } = file
  needOpen(file)
  const family = familyOfDocument(ctx.db, document)
  if (input.outcome === 'not-held') {
    checkFloor('closedAt', input.closedAt, floorOfActs(document, family))
    checkBasis(input.basis, ctx.now)
  }
  return ctx.write((tx) => {
    const [changes, because] =
      input.outcome === 'not-held'
        ? [
            { outcome: 'not-held', closedAt: input.closedAt, ...basisContent(input.basis) },
            'The source holds none',
          ]
        : [{ outcome: 'not-needed', closedAt: ctx.now, because: input.because }, input.because]
    const made = tx.amend(historyDocument, document.recordId, document.version, changes, because)
    return {
      value: { id: document.recordId },
      audit: [note(`document.${input.outcome}`, document.recordId, made.version, family, because)],
    }
  })
}

/** Puts a document back on the list that was struck from it, or that the source was said not to hold. */
export function reopenDocument(ctx: CommandContext, { documentId, reason }: ReopenInput) {
  const { document } = fileById(ctx.db, documentId)
  if (document.outcome === 'open') refuse('held', 'This document is on the list already')
  const family = familyOfDocument(ctx.db, document)
  return ctx.write((tx) => {
    const made = tx.amend(
      historyDocument,
      documentId,
      document.version,
      { ...openAgain, because: reason },
      reason,
    )
    return {
      value: { id: documentId },
      audit: [note('document.put-back', documentId, made.version, family, reason)],
    }
  })
}

/** What a document says of itself once it is expected again. */
export const openAgain = {
  outcome: 'open',
  closedAt: null,
  basisKind: null,
  basisBy: null,
  basisOn: null,
  basisDocument: null,
} as const
