import { type BandKey, bandKeys } from '#domain/unwell-baby/escalation-content.ts'
import type { Helper } from '#domain/unwell-baby/record.ts'
import type { Outputs } from '../../api.ts'

/** One episode as the service gives it. */
export type EpisodeView = Outputs['unwellBaby']['episode']
export type NextView = NonNullable<EpisodeView['next']>
export type ContactView = EpisodeView['help']['contacts'][number]
export type RunningView = Outputs['unwellBaby']['running']['episodes'][number]

/** Every band, strictest first: those reached in the order of the rules, then the others in the order as shipped. */
export function bandOrder({ bands }: Pick<EpisodeView, 'bands'>): BandKey[] {
  const reached = bands.map(({ band }) => band)
  return [...reached, ...bandKeys.filter((band) => !reached.includes(band))]
}

/** A call to somebody who has not been spoken to yet. */
export const unansweredCall = ({ help }: EpisodeView, whom: Helper): ContactView | undefined =>
  help.contacts.findLast((contact) => contact.whom === whom && contact.reached !== 'yes')

/** The journey that is not over: the baby is away. */
export const openJourney = ({ departures }: EpisodeView) =>
  departures.findLast(({ returnedAt }) => returnedAt === null)

/** A nurse or doctor has ruled infection out. */
export const infectionRuledOut = ({ infection }: EpisodeView): boolean =>
  infection.current?.answer === 'no' && infection.current.byNurseOrDoctor

/** Whom to ring, with the number that the unit has on record. */
export const ringText = ({ label, name, telephone }: NextView['ring'][number]): string =>
  [label, name, telephone ?? (label === '999' ? null : 'number not on record')]
    .filter(Boolean)
    .join(', ')
