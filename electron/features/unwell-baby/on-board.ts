import type { Instant } from '#domain/shared/time.ts'
import { shownDueAt } from '#domain/unwell-baby/next-step.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { openEpisodes } from './running.ts'

/** A running episode as a card of the board shows it. */
export interface BoardEpisode {
  episodeId: string
  /** Where its clock starts. */
  recognisedAt: Instant
  nextStep: string
  dueAt: Instant | null
  /** Since when a step of the baby's care is late; duties to tell others are counted on their own. */
  lateSince: Instant | null
}

/** The running episode of each pair, by pair; of several the one whose next step is due soonest. */
export function episodesOnBoard(db: ReadDb, at: Instant): ReadonlyMap<string, BoardEpisode> {
  const cards = new Map<string, BoardEpisode>()
  for (const { episode, state, next, since } of openEpisodes(db, at)) {
    const { pairId } = episode.concern
    if (state !== 'running' || cards.has(pairId)) continue
    const told = next?.step === 'tell'
    cards.set(pairId, {
      episodeId: episode.episodeId,
      recognisedAt: since,
      nextStep: next?.brief ?? '',
      dueAt: next && shownDueAt(next),
      lateSince: next?.late && !told ? next.dueAt : null,
    })
  }
  return cards
}
