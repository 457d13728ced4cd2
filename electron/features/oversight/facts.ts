import type { Level } from '#domain/assurance/levels.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'

/** What other features know and the self-check asks; handed in where they meet (electron/router.ts). */
export interface OversightFacts {
  /** What is overdue on the ward, with the stay that it is of. */
  overdue(
    ctx: ReadContext,
  ): readonly { bedName: string; text: string; since: Instant; stayId: string }[]
  /** Open episodes with the pair that each is of. */
  openEpisodes(ctx: ReadContext): readonly { episodeId: string; pairId: string; since: Instant }[]
  /** Referrals that have not ended though a stay of hers began after they were received. */
  referralsOvertaken(
    ctx: ReadContext,
  ): readonly { referralId: string; motherId: string; receivedAt: Instant }[]
  requirements: Requirements
  /** The measures that an action may be looked at again by. */
  measures: Measures
  figureOf: FigureOf
}

/** The requirements of the framework that the unit answers to, each with its name of a few words. */
export type Requirements = () => readonly { id: string; short: string }[]

export type Measures = () => readonly { id: string; title: string }[]

/** The figure of a measure over some days, as things are recorded now: in words, with the level that it reaches. */
export type FigureOf = (
  ctx: ReadContext,
  measure: string,
  days: { first: CivilDate; last: CivilDate },
) => { text: string; level: Level }
