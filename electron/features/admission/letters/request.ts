import { requestLetter } from '#domain/admission/letters/request-letter.ts'
import { itemsToAskOf } from '#domain/admission/requests.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { type LetterFile, type LetterFormat, letterFile } from '../../letters/letter-file.ts'
import { letterheadOf } from '../../letters/letterhead.ts'
import { peopleOf, referralCase } from '../case.ts'
import { contactOfSource } from '../contact-of-source.ts'
import { chaseLimit } from '../item-service.ts'
import { familyOf, signedBy } from './who.ts'

/**
 * The letter that asks one of those who know her for what is still missing from them. Refuses where the
 * record says that they may not be written to, or that nobody knows (decision 30: no override).
 */
export async function requestLetterFile(
  ctx: ReadContext,
  input: { referralId: string; sourceId: string; format: LetterFormat },
): Promise<LetterFile> {
  const { db, now } = ctx
  const file = referralCase(db, input.referralId)
  const source =
    file.sources.find(({ recordId }) => recordId === input.sourceId) ??
    refuse('not-found', 'This service or person is not on the referral any more')
  const route = contactOfSource(db, file, source)
  if (route.kind === 'social-worker')
    refuse(
      'held',
      `No letter goes to ${source.name}. ${route.because}. Ask the social worker whether, and by whom, they are asked`,
    )
  const answered = new Set(
    file.requests
      .filter(({ sourceId, outcome }) => sourceId === source.recordId && outcome !== 'open')
      .map(({ itemId }) => itemId),
  )
  const items = itemsToAskOf(source, file.sources, file.rules.information, file).filter(
    ({ id }) => !answered.has(id),
  )
  if (items.length === 0) refuse('held', 'Nothing is left to ask of them')
  const document = requestLetter({
    head: letterheadOf(db),
    date: dateOf(now),
    to: {
      name: source.name,
      kind: sourceKindLabels[source.kind],
      through: route.kind === 'through' ? route.whom : null,
    },
    about: familyOf(db, file),
    items: items.map(({ title, asks, essentialPart, staleAfterDays }) => ({
      title,
      asks,
      essential: essentialPart,
      staleAfterDays,
    })),
    replyBy: dueOf(chaseLimit(file), now).at,
    from: signedBy(db, ctx.actor.staffId, ctx.actor.role),
  })
  return letterFile(ctx, input.format, {
    document,
    stem: 'request-for-information',
    action: 'admission.request-letter',
    entity: 'known_source',
    entityId: source.recordId,
    patients: peopleOf(file),
  })
}
