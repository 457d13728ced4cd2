import type { z } from 'zod'
import type { InformationRule } from '#domain/admission/information.ts'
import type { ClauseAnswerInput } from '#domain/admission/input.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  clauseAnswer,
  cpisCheck,
  informationChase,
  informationItem,
} from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { basisContent, checkBasis } from '../people/facts.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import {
  type AnswerInput,
  answerInput,
  askInput,
  asOf,
  chaseInput,
  cpisInput,
  type ReceiveInput,
  receiveInput,
} from './schemas.ts'
import { needAlive } from './standing-now.ts'

type Typed<Make extends (now?: Instant) => z.ZodType> = z.output<ReturnType<Make>>

const noBasis = { basisKind: null, basisBy: null, basisOn: null, basisDocument: null }
const contentOfBasis = (basis: Basis | null) => (basis ? basisContent(basis) : noBasis)

/** Why a later version of an answer or an item was made: the new content says the rest. */
const again = 'Newer information'

function checkSeen(seen: number, there: { version: number } | undefined): void {
  if (seen !== (there?.version ?? 0))
    refuse(
      'clash',
      'Somebody else entered something here meanwhile. It is kept: look at it, then enter yours again if it is still right',
    )
}

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

function checkAnswer({ rules, facts }: ReferralCase, input: ClauseAnswerInput): void {
  const clause = rules.criteria.clauses.find((one) => one.id === input.clauseId)
  if (!clause) refuseField('clauseId', 'This clause is not in the criteria of this referral')
  if (clause.answered === 'measured' || clause.answered === 'computed')
    refuseField('clauseId', 'This clause is worked out from the referral, not answered')
  if (input.answer !== 'not-applicable' || clause.notApplicable === 'may-be') return
  if (clause.notApplicable === 'never')
    refuseField('answer', 'This clause always applies. Choose another answer')
  if (facts.children.some((child) => child.bornOn !== null))
    refuseField('answer', 'The baby is born, so this applies. Choose another answer')
}

function ruleOf({ rules }: ReferralCase, itemId: string): InformationRule {
  const rule = rules.information.items.find((one) => one.id === itemId)
  if (!rule) refuseField('itemId', 'This item is not asked for on this referral')
  if (rule.from === 'cpis-log')
    refuseField('itemId', 'This item is read from the CP-IS checks. Record the check')
  return rule
}

const chaseLimit = ({ rules, planned }: ReferralCase) =>
  (planned ? rules.information.chasePlanned : rules.information.chaseUnplanned).limit

/** Records that somebody was asked for an item, and starts the clock of its chase. */
export function askFor(ctx: CommandContext, input: Typed<typeof askInput>) {
  asOf(askInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  ruleOf(file, input.itemId)
  const before = file.items.find((one) => one.itemId === input.itemId)
  return ctx.write((tx) => {
    const { referralId, itemId, askedOf, askedAt } = input
    const asked = { askedOf, askedAt, chaseDueAt: dueOf(chaseLimit(file), askedAt).at }
    // What came in before stands until something newer does.
    const made = before
      ? tx.amend(
          informationItem,
          before.recordId,
          before.version,
          asked,
          `Asked of ${askedOf}`.slice(0, 500),
        )
      : tx.insert(informationItem, { referralId, itemId, outcome: 'open', ...asked })
    return itemWritten(file, 'admission.asked', itemId, made)
  })
}

function itemWritten(
  file: ReferralCase,
  action: string,
  itemId: string,
  made: { recordId: string; version: number },
) {
  const note = referralNote(file, {
    action,
    entity: 'information_item',
    entityId: made.recordId,
    entityVersion: made.version,
    payload: { item: itemId },
  })
  return {
    value: { id: made.recordId, version: made.version },
    audit: [note] as [typeof note],
  }
}

const itemSql = `select referral_id as referralId from information_item
  where record_id = @id limit 1`

/** Records that somebody was asked again; the next chase is due one limit later. */
export function chase(ctx: CommandContext, input: Typed<typeof chaseInput>) {
  asOf(chaseInput, input, ctx.now)
  const found = ctx.db.row<{ referralId: string }>(itemSql, { id: input.informationItemId })
  if (!found) refuse('not-found', 'Nobody was asked for this yet')
  const file = referralCase(ctx.db, found.referralId)
  const item = file.items.find((one) => one.recordId === input.informationItemId)
  if (!item || item.chaseDueAt === null)
    refuse('held', 'This has come in. There is nothing to chase')
  if (item.askedAt !== null && input.chasedAt < item.askedAt)
    refuseField('chasedAt', 'This is before the item was asked for. Check the time')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(informationChase, {
      ...input,
      nextDueAt: dueOf(chaseLimit(file), input.chasedAt).at,
    })
    return {
      value: { id: recordId },
      audit: [
        referralNote(file, {
          action: 'admission.chased',
          entity: 'information_chase',
          entityId: recordId,
          entityVersion: 1,
          payload: { item: item.itemId },
        }),
      ],
    }
  })
}

/** Records what came of asking for an item. What was received before stays readable. */
export function receive(ctx: CommandContext, input: ReceiveInput) {
  asOf(receiveInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  checkReceived(file, ruleOf(file, input.itemId), input)
  checkBasis(input.basis, ctx.now)
  const before = file.items.find((one) => one.itemId === input.itemId)
  checkSeen(input.seenVersion, before)
  return ctx.write((tx) => {
    const content = {
      outcome: input.outcome,
      receivedAt: input.receivedAt,
      describedOn: input.describedOn,
      essentialPart: input.essentialPart,
      summary: input.summary ?? '',
      chaseDueAt: null,
      ...basisContent(input.basis),
    }
    const { referralId, itemId } = input
    const made = before
      ? tx.amend(informationItem, before.recordId, before.version, content, again)
      : tx.insert(informationItem, { referralId, itemId, ...content })
    return itemWritten(file, `admission.${input.outcome}`, itemId, made)
  })
}

function checkReceived({ facts }: ReferralCase, rule: InformationRule, input: ReceiveInput): void {
  const isBorn = facts.children.some((child) => child.bornOn !== null)
  const needed = rule.notApplicable === 'never' || (rule.notApplicable === 'while-unborn' && isBorn)
  if (input.outcome === 'not-applicable' && needed)
    refuseField('outcome', 'This is always needed. Choose what came of asking')
  if (input.outcome !== 'received' || rule.essentialPart === null) return
  if (input.essentialPart === null)
    refuseField('essentialPart', `Say whether it holds ${rule.essentialPart}`)
  if (input.essentialPart === 'not-applicable' && needed)
    refuseField('essentialPart', 'The baby is born, so this is needed. Choose another answer')
}

/** Logs a look-up in the child protection information service. */
export function recordCpis(ctx: CommandContext, input: Typed<typeof cpisInput>) {
  asOf(cpisInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  if (!file.children.some((child) => child.recordId === input.childKey))
    refuseField('childKey', 'Choose a child of this referral')
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
      ],
    }
  })
}
