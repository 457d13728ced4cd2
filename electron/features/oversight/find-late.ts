import type { Finding } from '#domain/oversight/self-check.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { openLoops } from '../communications/queue.ts'
import { personById } from '../people/queries.ts'
import { pairById, stayById } from '../stays/queries.ts'
import type { OversightFacts } from './facts.ts'

const nameOf = (ctx: ReadContext, id: string) => {
  const { givenName, familyName } = personById(ctx.db, id)
  return `${givenName} ${familyName}`
}

export const overdueNow = (ctx: ReadContext, { overdue }: OversightFacts): Finding[] =>
  overdue(ctx).map(({ bedName, text, since, stayId }) => ({
    id: `${stayId} ${text}`,
    what: `Bed ${bedName}`.replace(/^Bed (bed|no bed|left the unit)/i, '$1'),
    about: text,
    since,
    leadsTo: { page: 'stay', stayId },
    people: [stayById(ctx.db, stayId).motherId],
  }))

export const dutiesAfterStay = (ctx: ReadContext): Finding[] =>
  openLoops(ctx).lines.flatMap(({ event: { family, title }, loop }) => {
    const hasLeft = family.referralId === null && family.bed === null
    if (!hasLeft || loop.status.state !== 'late') return []
    if (stayById(ctx.db, family.stayId).endedAt === null) return []
    return {
      id: loop.dutyId,
      what: family.babyName,
      about: `${title}: ${loop.label}`,
      since: loop.status.since,
      leadsTo: { page: 'duty', dutyId: loop.dutyId },
      people: [family.babyId, family.motherId],
    }
  })

export const episodesAfterStay = (ctx: ReadContext, { openEpisodes }: OversightFacts): Finding[] =>
  openEpisodes(ctx).flatMap(({ episodeId, pairId, since }) => {
    const { stayId, babyId, endedAt } = pairById(ctx.db, pairId)
    const { motherId, endedAt: stayEnded } = stayById(ctx.db, stayId)
    if (endedAt === null && stayEnded === null) return []
    return {
      id: episodeId,
      what: nameOf(ctx, babyId),
      about: 'no outcome',
      since,
      leadsTo: { page: 'episode', episodeId },
      people: [babyId, motherId],
    }
  })

export const referralsOvertaken = (ctx: ReadContext, facts: OversightFacts): Finding[] =>
  facts.referralsOvertaken(ctx).map(({ referralId, motherId, receivedAt }) => ({
    id: referralId,
    what: nameOf(ctx, motherId),
    about: 'referral not ended',
    since: receivedAt,
    leadsTo: { page: 'referral', referralId },
    people: [motherId],
  }))
