import { correctedInWords, exactAgeInWords } from '#domain/shared/birth-words.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { bandLabel } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { type ObservationSet, skipReasonLabels } from '#domain/unwell-baby/observation.ts'
import { observedSets } from '#domain/unwell-baby/pathway.ts'
import { consciousnessLabels, supportLabels } from '#domain/unwell-baby/pews-content.ts'
import type { ConcernOwner } from '#domain/unwell-baby/record.ts'
import type { SayFacts } from '#domain/unwell-baby/say.ts'
import { readingText, type SignCode, signCodes, signs } from '#domain/unwell-baby/signs.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { tiesOfPerson } from '../people/ties.ts'
import { theUnit } from '../stays/queries.ts'
import type { EpisodeCase } from './case.ts'

/** The baby of an episode, as a call for help speaks of it. */
export interface Baby {
  name: string
  bornOn: string | null
  bornOnEstimate: string | null
  gestationDays: number | null
}

/** The mother, where she is, and who shares responsibility with her by an order or a status. */
export interface Mother {
  name: string
  away: string | null
  responsibility: readonly string[]
}

/** Said where nobody has written down what is wrong yet. */
const worried: Record<ConcernOwner, string> = {
  staff: 'a member of staff is worried',
  carer: 'the parent or carer is worried',
}

/** What the record holds for the words to say on the telephone. */
export function sayFacts(
  ctx: ReadContext,
  episode: EpisodeCase,
  baby: Baby,
  mother: Mother,
): SayFacts {
  const { facts, rules, concern, place } = episode
  const today = dateOf(ctx.now)
  const last = observedSets(facts).at(-1)
  const seen = [...new Set([...concern.findings, ...(last?.findings ?? [])])]
  const strictest = bandsOf(episode)[0]
  const unit = theUnit(ctx.db)
  return {
    unit: unit.name,
    address: unit.address ?? '',
    telephone: unit.telephone ?? '',
    caller: ctx.actor.name,
    baby: baby.name,
    age: exactAgeInWords(baby, today) ?? '',
    correctedAge: correctedInWords(baby, today) ?? '',
    concern:
      [concern.words, ...seen.map((code) => findingLabels[code].toLowerCase())]
        .filter(Boolean)
        .join('; ') || `${worried[concern.whose]}; say what you see`,
    recognised: formatDateTime(concern.recognisedAt),
    bands: strictest ? bandLabel(rules.routes, strictest.band) : '',
    observations: last ? measured(last) : 'none yet',
    notMeasured: notMeasuredOf(episode),
    background: `Mother ${mother.name} is ${mother.away ?? 'with the baby on this unit'}`,
    responsibility: [holdersOf(ctx, place.pair.babyId), ...mother.responsibility]
      .filter(Boolean)
      .join('; '),
  }
}

/** The figures of a set in words, and how the baby responded and was breathing meanwhile. */
export const measured = (
  set: Pick<ObservationSet, 'readings' | 'consciousness' | 'support'>,
): string => [...responseOf(set), figuresOf(set)].join(', ')

function responseOf({ consciousness, support }: Pick<ObservationSet, 'consciousness' | 'support'>) {
  const breathing =
    support === 'air' ? ['in air'] : support ? [`with ${supportLabels[support]}`] : []
  return [
    ...(consciousness ? [consciousnessLabels[consciousness].toLowerCase()] : []),
    ...breathing,
  ]
}

const figuresOf = ({ readings }: Pick<ObservationSet, 'readings'>): string =>
  signCodes
    .flatMap((sign) => {
      const reading = readings[sign]
      return reading?.kind === 'value'
        ? [`${nameOf(sign)} ${readingText(sign, reading.value)}`]
        : []
    })
    .join(', ') || 'no figures'

const nameOf = (sign: SignCode) => signs[sign].label.toLowerCase()

/** Every sign of the chart without a value in the last set, with the reason where one was given: none is left out in silence. */
export function notMeasuredOf({ facts, rules }: EpisodeCase): string {
  const set = observedSets(facts).at(-1)
  const { parameters } = rules.pews
  const chart: SignCode[] = [...parameters.map(({ sign }) => sign), 'temperature']
  return (
    chart
      .flatMap((sign) => {
        const reading = set?.readings[sign]
        if (reading?.kind === 'value') return []
        const why = reading ? ` (${skipReasonLabels[reading.because].toLowerCase()})` : ''
        return [`${nameOf(sign)}${why}`]
      })
      .join(', ') || 'nothing is missing'
  )
}

const holdersOf = ({ db }: ReadContext, babyId: string): string =>
  tiesOfPerson(db, babyId)
    .filter(
      ({ toPersonId, parentalResponsibility }) =>
        toPersonId === babyId && parentalResponsibility === 'yes',
    )
    .map(({ personName, relation }) => `${personName} (${relation.replaceAll('-', ' ')})`)
    .join(', ')
