import type { Outputs } from '../../api.ts'

/** The board as the service gives it. */
export type BoardView = Outputs['board']['cards']
export type BoardBed = BoardView['beds'][number]
export type PromisedBed = NonNullable<BoardBed['promised']>
export type CardPair = BoardBed['pairs'][number]
export type CardLevel = CardPair['inside']
export type CardEpisode = NonNullable<CardPair['episode']>
export type CardAway = NonNullable<CardPair['away']>
