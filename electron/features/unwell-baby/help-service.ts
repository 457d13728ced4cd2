import type { z } from 'zod'
import { refuse } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import type { HelpContact } from '#domain/unwell-baby/record.ts'
import { helpContactSchema } from '#domain/unwell-baby/record-input.ts'
import { episodeResponder } from '#drizzle/schema/unwell-baby.ts'
import { helpContact } from '#drizzle/schema/unwell-baby-help.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase } from './case.ts'
import { entryOf } from './raise-service.ts'
import type {
  correctCallInput,
  episodeInput,
  ReachedInput,
  rangInput,
  seenInput,
} from './schemas.ts'

/** Somebody was rung. Ringing is not reaching (decision 25). */
export function rang(
  ctx: CommandContext,
  { episodeId, whom, calledAt, calledBy }: z.output<typeof rangInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  return save(ctx, found, 'rang', undefined, {
    ...notReached,
    whom,
    calledAt,
    calledBy: calledBy ?? ctx.actor.name,
  })
}

/** A named clinician was spoken to, or 999 was connected. For 999 the name is of whoever here spoke to them. */
export function reached(ctx: CommandContext, input: ReachedInput): Saved {
  const { episodeId, contactId, version, calledAt, calledBy, reachedName, ...told } = input
  const found = episodeCase(ctx.db, episodeId)
  const rung =
    contactId === undefined ? undefined : entryOf(found.facts.contacts, contactId, 'contactId')
  if (rung && rung.whom !== input.whom)
    refuse('invalid', 'Check whom you spoke to', [
      { field: 'whom', message: 'Somebody else was rung. Record this as a call of its own' },
    ])
  return save(ctx, found, 'reached', changeOf(contactId, version), {
    ...notReached,
    ...(rung ? contentOf(rung) : {}),
    ...told,
    reached: 'yes',
    calledAt: calledAt ?? rung?.calledAt ?? input.reachedAt,
    calledBy: calledBy ?? rung?.calledBy ?? ctx.actor.name,
    reachedName: reachedName ?? (input.whom === '999' ? ctx.actor.name : null),
  })
}

/** The crew or a clinician was with the baby; whoever was, was also reached. */
export function seen(ctx: CommandContext, input: z.output<typeof seenInput>): Saved {
  const { episodeId, contactId, version, whom, seenAt, seenBy } = input
  const found = episodeCase(ctx.db, episodeId)
  const rung =
    contactId === undefined ? undefined : entryOf(found.facts.contacts, contactId, 'contactId')
  const met = { reached: 'yes' as const, reachedAt: seenAt, reachedName: seenBy }
  return save(ctx, found, 'seen', changeOf(contactId, version), {
    ...notReached,
    whom,
    calledAt: seenAt,
    calledBy: ctx.actor.name,
    ...met,
    ...(rung ? contentOf(rung) : {}),
    ...(rung && rung.reached !== 'yes' ? met : {}),
    seenAt,
    seenBy,
  })
}

/**
 * Puts a call right that was written down wrongly: whom, when, who was reached, what they said. It takes a
 * reason, and what it said before stays readable. Refuses times to come and before the concern.
 */
export function correctCall(
  ctx: CommandContext,
  { episodeId, contactId, version, reason, ...content }: z.output<typeof correctCallInput>,
): Saved {
  const found = episodeCase(ctx.db, episodeId)
  entryOf(found.facts.contacts, contactId, 'contactId')
  return save(ctx, found, 'correct-call', { contactId, version, reason }, content)
}

/** The next person takes over by signing, and answers for the next step from then on (decision 32). */
export function takeOn(
  ctx: CommandContext,
  { episodeId }: z.output<typeof episodeInput>,
): { responderId: string } {
  const found = episodeCase(ctx.db, episodeId)
  const responder = found.facts.responders.at(-1)
  if (responder?.staffId === ctx.actor.staffId)
    refuse('held', 'You answer for this episode already')
  checkAct(ctx, found, { kind: 'take-over', tookOverAt: ctx.now })
  return record(ctx, episodeId, (tx) => {
    const made = tx.insert(episodeResponder, {
      episodeId,
      staffId: ctx.actor.staffId,
      tookOverAt: tx.now,
    })
    return {
      value: { responderId: made.recordId },
      audit: [episodeNote(found, 'take-on', 'episode_responder', made)],
    }
  })
}

interface Saved {
  contactId: string
  version: number
}

type Content = Omit<HelpContact, keyof Stamp>
type Stamp = Pick<
  HelpContact,
  'recordId' | 'version' | 'auditSeq' | 'recordedAt' | 'author' | 'withdrawn' | 'episodeId'
>

const notReached = {
  reached: 'no',
  reachedAt: null,
  reachedName: null,
  advice: '',
  reference: null,
  transferAdvised: false,
  seenAt: null,
  seenBy: null,
} as const

const contentOf = ({
  recordId: _,
  version: _v,
  auditSeq: _a,
  recordedAt: _r,
  author: _au,
  withdrawn: _w,
  episodeId: _e,
  ...content
}: HelpContact): Content => content

/** A button pressed twice is one call: whoever rings again does so at a time of its own. */
function refuseSameCall({ facts }: EpisodeCase, content: Content): void {
  const keys = Object.keys(content) as (keyof Content)[]
  if (facts.contacts.some((one) => keys.every((key) => one[key] === content[key])))
    refuse('held', 'Just this call is on record already. It is kept once')
}

const changeOf = (contactId: string | undefined, version: number | undefined) =>
  contactId === undefined ? undefined : { contactId, version: version ?? 0 }

function save(
  ctx: CommandContext,
  found: EpisodeCase,
  action: string,
  change: { contactId: string; version: number; reason?: string } | undefined,
  content: Content,
): Saved {
  const { calledAt, reachedAt, seenAt } = content
  const judged = helpContactSchema.safeParse(content)
  checkAct(ctx, found, { kind: 'record-help', calledAt, reachedAt, seenAt }, [
    ...(judged.success ? [] : fieldMessages(judged.error)),
    ...(change?.version === 0
      ? [{ field: 'version', message: 'Open the episode again: the call has changed' }]
      : []),
  ])
  if (!change) refuseSameCall(found, content)
  const reason = change?.reason ?? `Recorded: ${action}`
  return record(ctx, found.episodeId, (tx) => {
    const made = change
      ? tx.amend(helpContact, change.contactId, change.version, content, reason)
      : tx.insert(helpContact, { episodeId: found.episodeId, ...content })
    return {
      value: { contactId: made.recordId, version: made.version },
      audit: [
        episodeNote(found, action, 'help_contact', made, {
          payload: { whom: content.whom },
          ...(change?.reason === undefined ? {} : { reason }),
        }),
      ],
    }
  })
}
