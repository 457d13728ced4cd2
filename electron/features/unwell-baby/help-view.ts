import { correctedAgeText, exactAgeText } from '#domain/shared/age.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { demandsOfBands, escalationAt } from '#domain/unwell-baby/escalation.ts'
import { bandLabel, routeOf } from '#domain/unwell-baby/escalation-content.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { skipReasonLabels } from '#domain/unwell-baby/observation.ts'
import { observedSets } from '#domain/unwell-baby/pathway.ts'
import { type Helper, helperLabels } from '#domain/unwell-baby/record.ts'
import { type SayFacts, wordsToSay } from '#domain/unwell-baby/say.ts'
import { readingText, signCodes, signs } from '#domain/unwell-baby/signs.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { contactsOfPerson, tiesOfPerson } from '../people/ties.ts'
import { theUnit } from '../stays/queries.ts'
import type { EpisodeCase } from './case.ts'

/** Whom to ring, with the number that the unit has on record. */
export interface Ring {
  helper: Helper
  label: string
  name: string | null
  telephone: string | null
}

/** What the route demands, whom to ring now, and what to say (decisions 25 and 32). */
export function helpView(ctx: ReadContext, episode: EpisodeCase, baby: Baby, mother: string) {
  const { rules, facts } = episode
  const bands = bandsOf(episode)
  const strictest = bands[0]
  const route = strictest ? routeOf(rules.routes, strictest.band) : null
  const escalation = escalationAt(rules, facts, ctx.now)
  const numbers = telephones(ctx, episode.place.pair.babyId)
  const ring = (helpers: readonly Helper[]) => helpers.map((one) => ringOf(one, numbers))
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
    helpers: rules.routes.helpers,
    takeOver: rules.routes.takeOver,
  }
}

export interface Baby {
  name: string
  bornOn: string | null
  gestationDays: number | null
}

type Numbers = ReadonlyMap<string, { name: string; telephone: string | null }>

/** Those of the baby before those of the unit. */
function telephones({ db }: ReadContext, babyId: string): Numbers {
  const all = [...contactsOfPerson(db, null), ...contactsOfPerson(db, babyId)]
  return new Map(all.map(({ agency, name, telephone }) => [agency, { name, telephone }]))
}

const agencyOf: Partial<Record<Helper, string>> = {
  'on-call-paediatrics': 'paediatrics',
  gp: 'gp',
  'health-visitor': 'health-visitor',
}
const publicNumbers: Partial<Record<Helper, string>> = { '999': '999', 'nhs-111': '111' }

function ringOf(helper: Helper, numbers: Numbers): Ring {
  const known = numbers.get(agencyOf[helper] ?? '')
  return {
    helper,
    label: helperLabels[helper],
    name: known?.name ?? null,
    telephone: publicNumbers[helper] ?? known?.telephone ?? null,
  }
}

function sayFacts(ctx: ReadContext, episode: EpisodeCase, baby: Baby, mother: string): SayFacts {
  const { facts, rules, concern, place } = episode
  const today = dateOf(ctx.now)
  const last = observedSets(facts).at(-1)
  const measured = signCodes.flatMap((sign) => {
    const reading = last?.readings[sign]
    return reading?.kind === 'value'
      ? [`${signs[sign].label.toLowerCase()} ${readingText(sign, reading.value)}`]
      : []
  })
  const skipped = signCodes.flatMap((sign) => {
    const reading = last?.readings[sign]
    return reading?.kind === 'not-measured'
      ? [`${signs[sign].label.toLowerCase()} (${skipReasonLabels[reading.because].toLowerCase()})`]
      : []
  })
  const seen = [...new Set([...concern.findings, ...(last?.findings ?? [])])]
  const strictest = bandsOf(episode)[0]
  const corrected = baby.bornOn && correctedAgeText(baby.bornOn, baby.gestationDays, today)
  const holders = tiesOfPerson(ctx.db, place.pair.babyId)
    .filter(
      ({ toPersonId, parentalResponsibility }) =>
        toPersonId === place.pair.babyId && parentalResponsibility === 'yes',
    )
    .map(({ personName, relation }) => `${personName} (${relation.replaceAll('-', ' ')})`)
  const unit = theUnit(ctx.db)
  return {
    unit: unit.name,
    address: unit.address ?? '',
    telephone: unit.telephone ?? '',
    caller: ctx.actor.name,
    baby: baby.name,
    age: (baby.bornOn && exactAgeText(baby.bornOn, today)) || '',
    correctedAge: corrected || '',
    concern: [concern.words, ...seen.map((code) => findingLabels[code].toLowerCase())]
      .filter(Boolean)
      .join('; '),
    recognised: formatDateTime(concern.recognisedAt),
    bands: strictest ? bandLabel(rules.routes, strictest.band) : '',
    observations: measured.join(', '),
    notMeasured: skipped.join(', '),
    background: `Mother ${mother} is with the baby on this unit`,
    responsibility: holders.join(', '),
  }
}
