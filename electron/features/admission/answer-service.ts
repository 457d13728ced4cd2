import type { z } from 'zod'
import { isClauseNeeded } from '#domain/admission/clauses.ts'
import { isBorn } from '#domain/admission/computed.ts'
import type { ClauseAnswerInput } from '#domain/admission/input.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { actOfUnit } from '#domain/shared/plausible.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import { clauseAnswer, cpisCheck } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { basisContent, checkBasis, checkFloor } from '../people/facts.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import { expectDocuments } from './expected-documents.ts'
import { type AnswerInput, answerInput, asOf, cpisInput } from './schemas.ts'
import { again, checkSeen } from './seen.ts'
import { needAlive } from './standing-now.ts'
import { tellOfWhatIsKnownNow } from './tell-others.ts'

type Typed<Make extends (now?: Instant) => z.ZodType> = z.output<ReturnType<Make>>

const noBasis = { basisKind: null, basisBy: null, basisOn: null, basisDocument: null }
const contentOfBasis = (basis: Basis | null) => (basis ? basisContent(basis) : noBasis)

/** Answers a clause. The answer before it stays readable. */
export function answerClause(ctx: CommandContext, input: AnswerInput) {
  asOf(answerInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  checkAnswer(file, input)
  if (input.basis) checkBasis(input.basis, ctx.now)
  const before = file.answers.find((one) => one.clauseId === input.clauseId)
  checkSeen(input.seenVersion, before)
  return ctx.write((tx) => {
    const content = {
      answer: input.answer,
      describedOn: input.describedOn,
      setByCourt: input.setByCourt,
      answeredAt: tx.now,
      note: input.note ?? '',
      ...contentOfBasis(input.basis),
    }
    const { referralId, clauseId } = input
    const made = before
      ? tx.amend(clauseAnswer, before.recordId, before.version, content, again)
      : tx.insert(clauseAnswer, { referralId, clauseId, ...content })
    return {
      value: { id: made.recordId, version: made.version },
      audit: [
        referralNote(file, {
          action: 'admission.answered',
          entity: 'clause_answer',
          entityId: made.recordId,
          entityVersion: made.version,
          payload: { clause: clauseId, answer: input.answer },
        }),
      ],
    }
  })
}

function checkAnswer(file: ReferralCase, input: ClauseAnswerInput): void {
  const { rules, facts } = file
  const clause = rules.criteria.clauses.find((one) => one.id === input.clauseId)
  if (!clause) refuseField('clauseId', 'This clause is not in the criteria of this referral')
  if (clause.answered === 'measured' || clause.answered === 'computed')
    refuseField('clauseId', 'This clause is worked out from the referral, not answered')
  if (input.answer !== 'not-applicable' || !isClauseNeeded(clause, file)) return
  if (clause.notApplicable === 'never')
    refuseField('answer', 'This clause always applies. Choose another answer')
  if (clause.notApplicable === 'while-unborn' && facts.children.some(isBorn))
    refuseField('answer', 'The baby is born, so this applies. Choose another answer')
  refuseField('answer', needsSocialCare)
}

const needsSocialCare =
  "This applies unless it is known that children's social care is not involved. Answer it, or “Not known”"

/** What follows from what a look-up shows: the documents that are expected, and who must be told. */
export const afterLookUp = (tx: WriteTx, referralId: string): AuditNote[] => [
  ...expectDocuments(tx, referralId),
  ...tellOfWhatIsKnownNow(tx, referralId),
]

/** Logs a look-up in the child protection information service. */
export function recordCpis(ctx: CommandContext, input: Typed<typeof cpisInput>) {
  asOf(cpisInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  if (!file.children.some((child) => child.recordId === input.childKey))
    refuseField('childKey', 'Choose a child of this referral')
  checkFloor('checkedAt', input.checkedAt, actOfUnit(file.receivedAt, 'referral'))
  return ctx.write((tx) => {
    const { childKey: childId, reference, note, ...rest } = input
    const { recordId } = tx.insert(cpisCheck, {
      ...rest,
      childId,
      reference: reference ?? null,
      note: note ?? '',
    })
    return {
      value: { id: recordId },
      audit: [
        referralNote(file, {
          action: 'admission.cpis-checked',
          entity: 'cpis_check',
          entityId: recordId,
          entityVersion: 1,
        }),
        ...afterLookUp(tx, input.referralId),
      ],
    }
  })
}
