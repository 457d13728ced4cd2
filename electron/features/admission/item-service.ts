import type { z } from 'zod'
import { isApplicable } from '#domain/admission/clauses.ts'
import type { InformationRule } from '#domain/admission/information.ts'
import { isItemNeeded } from '#domain/admission/items.ts'
import { settlesItem } from '#domain/admission/requests.ts'
import { addDays } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { actOfUnit, knownBeforeDays } from '#domain/shared/plausible.ts'
import type { Instant } from '#domain/shared/time.ts'
import { informationChase, informationItem } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { basisContent, checkBasis, checkFloor } from '../people/facts.ts'
import { needSafeToAsk } from '../people/safe-to-ask.ts'
import { peopleOf, type ReferralCase, referralCase, referralNote } from './case.ts'
import type { ItemRow, RequestRow } from './queries.ts'
import { askInput, asOf, type ReceiveInput, receiveInput } from './schemas.ts'
import { again, checkSeen } from './seen.ts'
import { needAlive } from './standing-now.ts'

type Typed<Make extends (now?: Instant) => z.ZodType> = z.output<ReturnType<Make>>

/** The item of that id on this referral; refuses one that nobody is asked for. */
export function ruleOf({ rules }: ReferralCase, itemId: string): InformationRule {
  const rule = rules.information.items.find((one) => one.id === itemId)
  if (!rule) refuseField('itemId', 'This item is not asked for on this referral')
  if (rule.from === 'cpis-log')
    refuseField('itemId', 'This item is read from the CP-IS checks. Record the check')
  return rule
}

/** When somebody who was asked for something is chased. */
export const chaseLimit = ({ rules, planned }: ReferralCase) =>
  (planned ? rules.information.chasePlanned : rules.information.chaseUnplanned).limit

type Asked = { askedOf: string; askedAt: Instant }

/** Whether somebody was asked, and nothing has come: asked once more, the first asking stands with its limit. */
export const isAwaited = ({ outcome, askedAt }: Pick<ItemRow, 'outcome' | 'askedAt'>): boolean =>
  outcome === 'open' && askedAt !== null

/** Refuses to ask again before it was first asked. */
export function checkAskedAgain(before: Pick<ItemRow, 'askedAt'>, { askedAt }: Asked): void {
  if (before.askedAt !== null && askedAt < before.askedAt)
    refuseField('askedAt', 'This is before the item was first asked for. Check the time')
}

/** To ask again is to chase: a new asking in its place would hide how late the answer to the first one is. */
export const askedAgain = (
  tx: WriteTx,
  file: ReferralCase,
  before: Pick<ItemRow, 'recordId'>,
  { askedOf, askedAt }: Asked,
) =>
  tx.insert(informationChase, {
    informationItemId: before.recordId,
    chasedAt: askedAt,
    chasedOf: askedOf,
    nextDueAt: dueOf(chaseLimit(file), askedAt).at,
  })

/** Records that somebody was asked for an item, and starts the clock of its chase. */
export function askFor(ctx: CommandContext, input: Typed<typeof askInput>) {
  asOf(askInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  ruleOf(file, input.itemId)
  checkFloor('askedAt', input.askedAt, actOfUnit(file.receivedAt, 'referral'))
  needSafeToAsk(ctx.db, peopleOf(file), input.askedOf, 'askedOf')
  const before = file.items.find((one) => one.itemId === input.itemId)
  if (before && isAwaited(before)) {
    checkAskedAgain(before, input)
    return ctx.write((tx) => {
      askedAgain(tx, file, before, input)
      return itemWritten(file, 'admission.asked', input.itemId, before)
    })
  }
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

export function itemWritten(
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

/** Records what came of asking for an item. What was received before stays readable. */
export function receive(ctx: CommandContext, input: ReceiveInput) {
  asOf(receiveInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  checkReceived(file, ruleOf(file, input.itemId), input)
  const earliest = addDays(file.receivedAt, -knownBeforeDays)
  if (input.receivedAt !== null && input.receivedAt < earliest)
    refuseField(
      'receivedAt',
      `This is more than ${knownBeforeDays} days before the referral. Enter when it came to this unit; the day that it describes is asked for by itself`,
    )
  checkBasis(input.basis, ctx.now)
  const before = file.items.find((one) => one.itemId === input.itemId)
  checkSeen(input.seenVersion, before)
  const answered = requestAnswered(file, input)
  const settles = settlesItem(
    input.outcome,
    before?.outcome ?? 'open',
    openElsewhere(file, input.itemId, input.sourceId),
  )
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
    const { referralId, itemId, sourceId } = input
    const written = (kept: RequestRow | ItemRow | undefined, of: string | null) =>
      kept
        ? tx.amend(informationItem, kept.recordId, kept.version, content, again)
        : tx.insert(informationItem, { referralId, itemId, sourceId: of, ...content })
    const request = sourceId === null ? undefined : written(answered, sourceId)
    const made = settles || !request ? written(before, null) : request
    return itemWritten(file, `admission.${input.outcome}`, itemId, made)
  })
}

/** What the source that answers was asked; refuses a source that is not on the referral. */
function requestAnswered(file: ReferralCase, { itemId, sourceId }: ReceiveInput) {
  if (sourceId === null) return undefined
  if (!file.sources.some(({ recordId }) => recordId === sourceId))
    refuseField('sourceId', 'Choose somebody of this referral, or “Somebody else”')
  return file.requests.find((one) => one.itemId === itemId && one.sourceId === sourceId)
}

const openElsewhere = (file: ReferralCase, itemId: string, sourceId: string | null) =>
  file.requests.some(
    (one) => one.itemId === itemId && one.sourceId !== sourceId && one.outcome === 'open',
  )

function checkReceived(file: ReferralCase, rule: InformationRule, input: ReceiveInput): void {
  const needed = isApplicable(rule.notApplicable, file)
  if (input.outcome === 'not-applicable' && needed)
    refuseField('outcome', 'This is always needed. Choose what came of asking')
  if (input.outcome === 'not-applicable' && isItemNeeded(rule, file))
    refuseField(
      'outcome',
      "Children's social care may be involved, so this is needed. Where they hold none, choose “Received” and enter who says so",
    )
  if (input.outcome !== 'received' || rule.essentialPart === null) return
  if (input.essentialPart === null)
    refuseField('essentialPart', `Say whether it holds ${rule.essentialPart}`)
  if (input.essentialPart === 'not-applicable' && needed)
    refuseField('essentialPart', 'The baby is born, so this is needed. Choose another answer')
}
