import { formatDateTime } from '#domain/shared/calendar.ts'
import { lowerFirst } from '#domain/shared/text.ts'
import { healthAnswers } from './features/board/health-answers.ts'
import { type Away, awayFrom } from './features/leave/on-board.ts'
import type { EpisodeAround } from './features/unwell-baby/around.ts'

/** What the page of an episode and its sheets show of leave and the referral. */
export const episodeAround: EpisodeAround = {
  motherAway: (db, stayId, pairId, now) => {
    const away = awayFrom(db, [stayId], now)
      .get(stayId)
      ?.find(({ mother, state }) => mother && state !== 'not-left')
    return away ? awayText(away, pairId) : null
  },
  healthOf: healthAnswers,
}

function awayText({ state, babies, where, since }: Away, pairId: string): string {
  const sought = { missing: 'missing since', found: 'found elsewhere and not back since' }
  const how =
    state === 'missing' || state === 'found'
      ? `${sought[state]} ${formatDateTime(since)}`
      : `away on leave${where ? `, ${lowerFirst(where)}` : ''}`
  return babies.includes(pairId) ? `with the baby, ${how}` : `not on the unit: ${how}`
}
