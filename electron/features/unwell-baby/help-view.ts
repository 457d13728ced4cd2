import { demandsOfBands, escalationAt } from '#domain/unwell-baby/escalation.ts'
import { bandLabel, routeOf } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import type { Helper } from '#domain/unwell-baby/record.ts'
import { wordsToSay } from '#domain/unwell-baby/say.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { theUnit } from '../stays/queries.ts'
import type { EpisodeCase } from './case.ts'
import { ringFor } from './ring.ts'
import { type Baby, type Mother, sayFacts } from './say-facts.ts'

/** What the route demands, whom to ring now, and what to say (decisions 25 and 32). */
export function helpView(ctx: ReadContext, episode: EpisodeCase, baby: Baby, mother: Mother) {
  const { rules, facts } = episode
  const bands = bandsOf(episode)
  const strictest = bands[0]
  const route = strictest ? routeOf(rules.routes, strictest.band) : null
  const escalation = escalationAt(rules, facts, ctx.now)
  const ringOf = ringFor(ctx.db, episode.place.pair.babyId)
  const ring = (helpers: readonly Helper[]) => helpers.map(ringOf)
  const words = rules.routes.say.find(({ id }) => id === route?.say)
  const { title = '', source = '', mark = 'proposal', id = '' } = route ?? {}
  return {
    route: { id, title, source, mark },
    demands: demandsOfBands(rules, facts, bands).map((demand) => ({
      ...demand,
      bandLabel: bandLabel(rules.routes, demand.band),
      ring: ring(demand.ring),
      late: demand.metAt === null ? ctx.now > demand.dueAt : demand.metAt > demand.dueAt,
    })),
    now: escalation
      ? {
          text: escalation.lead.text,
          dueAt: escalation.dueAt,
          late: escalation.late,
          ring: ring(escalation.ring),
        }
      : null,
    ring,
    say: wordsToSay(words?.lines ?? [], sayFacts(ctx, episode, baby, mother)),
    unitMissing: missingOfUnit(ctx),
    helpers: rules.routes.helpers,
    takeOver: rules.routes.takeOver,
  }
}

/** What the words to say cannot tell a stranger: where the unit is, and how it is rung back. */
function missingOfUnit({ db }: ReadContext): ('address' | 'telephone')[] {
  const unit = theUnit(db)
  return (['address', 'telephone'] as const).filter((what) => !unit[what]?.trim())
}
