import type { z } from 'zod'
import type { AskSourceInput } from '#domain/admission/input.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { actOfUnit } from '#domain/shared/plausible.ts'
import type { Instant } from '#domain/shared/time.ts'
import { informationChase, informationItem } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { checkFloor } from '../people/facts.ts'
import { needSafeToAsk } from '../people/safe-to-ask.ts'
import { peopleOf, type ReferralCase, referralCase, referralNote } from './case.ts'
import { contactOfSource } from './contact-of-source.ts'
import { askedAgain, chaseLimit, checkAskedAgain, isAwaited, ruleOf } from './item-service.ts'
import { askSourceInput, asOf, chaseInput } from './schemas.ts'
import { needAlive } from './standing-now.ts'

type Typed<Make extends (now?: Instant) => z.ZodType> = z.output<ReturnType<Make>>

/**
 * Records that one of those who know her was asked for several items, each with the clock of its own chase.
 * Refuses where the record says that they may not be contacted (decision 30: no override).
 */
export function askSource(ctx: CommandContext, input: AskSourceInput) {
  asOf(askSourceInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needAlive(file, ctx.now)
  const source =
    file.sources.find(({ recordId }) => recordId === input.sourceId) ??
    refuseField('sourceId', 'This service or person is not on the referral any more')
  const route = contactOfSource(ctx.db, file, source)
  if (route.kind === 'social-worker')
    refuse('held', `${route.because}. Ask the social worker whether, and by whom, they are asked`)
  checkFloor('askedAt', input.askedAt, actOfUnit(file.receivedAt, 'referral'))
  needSafeToAsk(ctx.db, peopleOf(file), input.askedOf, 'askedOf')
  for (const itemId of input.itemIds) ruleOf(file, itemId)
  const { referralId, sourceId, askedOf, askedAt } = input
  const because = `Asked of ${askedOf}`.slice(0, 500)
  const chaseDueAt = dueOf(chaseLimit(file), askedAt).at
  const requestFor = (itemId: string) =>
    file.requests.find((one) => one.itemId === itemId && one.sourceId === sourceId)
  for (const itemId of input.itemIds) {
    const request = requestFor(itemId)
    if (request && isAwaited(request)) checkAskedAgain(request, input)
  }
  return ctx.write((tx) => {
    const notes = input.itemIds.map((itemId): AuditNote => {
      const request = requestFor(itemId)
      const asked = { askedOf, askedAt, chaseDueAt, outcome: 'open' }
      if (request && isAwaited(request)) {
        askedAgain(tx, file, request, input)
        return askedNote(file, itemId, request)
      }
      const made = request
        ? tx.amend(informationItem, request.recordId, request.version, asked, because)
        : tx.insert(informationItem, { referralId, itemId, sourceId, ...asked })
      const item = file.items.find((one) => one.itemId === itemId)
      // The clock runs with the request; what came in before stands until something newer does.
      if (!item)
        tx.insert(informationItem, { referralId, itemId, outcome: 'open', askedOf, askedAt })
      else if (item.outcome === 'open')
        tx.amend(
          informationItem,
          item.recordId,
          item.version,
          { askedOf, askedAt, chaseDueAt: null },
          because,
        )
      return askedNote(file, itemId, made)
    })
    const [first, ...rest] = notes
    if (!first) throw new Error('Nothing was asked')
    return { value: { asked: notes.length }, audit: [first, ...rest] }
  })
}

const askedNote = (
  file: ReferralCase,
  itemId: string,
  made: { recordId: string; version: number },
): AuditNote =>
  referralNote(file, {
    action: 'admission.asked',
    entity: 'information_item',
    entityId: made.recordId,
    entityVersion: made.version,
    payload: { item: itemId },
  })

const itemSql = `select referral_id as referralId from information_item
  where record_id = @id limit 1`

/** Records that somebody was asked again; the next chase is due one limit later. */
export function chase(ctx: CommandContext, input: Typed<typeof chaseInput>) {
  asOf(chaseInput, input, ctx.now)
  const found = ctx.db.row<{ referralId: string }>(itemSql, { id: input.informationItemId })
  if (!found) refuse('not-found', 'Nobody was asked for this yet')
  const file = referralCase(ctx.db, found.referralId)
  const item = [...file.items, ...file.requests].find(
    (one) => one.recordId === input.informationItemId,
  )
  if (!item || item.chaseDueAt === null)
    refuse('held', 'This has come in. There is nothing to chase')
  if (item.askedAt !== null && input.chasedAt < item.askedAt)
    refuseField('chasedAt', 'This is before the item was asked for. Check the time')
  needSafeToAsk(ctx.db, peopleOf(file), input.chasedOf, 'chasedOf')
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
