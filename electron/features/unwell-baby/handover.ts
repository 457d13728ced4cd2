import { onePerPerson } from '#domain/communications/derive.ts'
import {
  dueAtOf,
  dutyStatus,
  firstAcknowledgement,
  firstSending,
  newestOf,
} from '#domain/communications/status.ts'
import { type ContactRoute, contactRoute } from '#domain/people/contact-route.ts'
import { type Agency, agencyLabels } from '#domain/people/record.ts'
import { dateOf, formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { motherAnswerLabels } from '#domain/shared/escort/escort.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { responsibilityByStatus, statusLine } from '#domain/shared/responsibility.ts'
import { lowerFirst } from '#domain/shared/text.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { type Handover, type HandoverSet, handoverDocument } from '#domain/unwell-baby/handover.ts'
import { babyStateLabels } from '#domain/unwell-baby/observation.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { holdersOf as tiedPeople } from '../communications/basis.ts'
import { contactsFor, mayContact } from '../communications/contacts.ts'
import { eventsOf, recordsOf } from '../communications/rows.ts'
import { theUnit } from '../stays/queries.ts'
import type { EpisodeAround } from './around.ts'
import { episodeCase } from './case.ts'
import { measured, notMeasuredOf } from './say-facts.ts'
import { type EpisodePage, episodePage } from './view.ts'

/** As many as one page holds beside everything else; what is left out is counted on the page. */
const most = { sets: 3, calls: 4, told: 6, notTold: 4, contacts: 6 }

/** The first of a list; of the rest the number is said, so that nothing is left out in silence. */
const upTo = (lines: readonly string[], limit: number): string[] =>
  lines.length <= limit
    ? [...lines]
    : [...lines.slice(0, limit), `${lines.length - limit} more, on the unit’s record`]

/** The handover sheet as a PDF of one page, as the record stands now. Rejects with a `PdfProblem`. */
export async function printHandover(ctx: ReadContext, episodeId: string, around: EpisodeAround) {
  const page = episodePage(ctx, episodeId, around)
  const bytes = await makePdf(
    handoverDocument(handoverOf(ctx, page, around.healthOf(ctx.db, page.stayId) ?? '')),
  )
  // Bytes of this realm, so that they cross to the screen as they are.
  return {
    people: page.people,
    name: `handover-${dateOf(ctx.now)}-${formatTime(ctx.now).replace(':', '')}.pdf`,
    bytes: Uint8Array.from(bytes),
  }
}

/** What the sheet says. It obeys who may be contacted as every call does (decision 30). */
export function handoverOf(ctx: ReadContext, page: EpisodePage, health: string): Handover {
  const { baby, mother, concern, escort } = page
  const unit = theUnit(ctx.db)
  const rule = escort.byRule
  const seen = concern.findings.map(({ label }) => label.toLowerCase())
  const sets = page.observations.filter(({ withdrawn }) => !withdrawn)
  const calls = callsInOrder(page.help.contacts).map(callText)
  const told = duties(ctx, page.episodeId)
  return {
    unit: unit.name,
    address: unit.address ?? '',
    telephone: unit.telephone ?? '',
    baby: {
      name: baby.name,
      bornOn: baby.bornOn,
      nhsNumber: baby.nhsNumber,
      age: baby.age ?? '',
      correctedAge: baby.correctedAge ?? '',
    },
    mother,
    motherAway: mother.away ?? '',
    band: page.bands[0]?.label ?? 'A concern',
    recognisedAt: concern.recognisedFirst,
    story: [concern.words, ...seen].filter(Boolean).join('; '),
    storyBasis: basisLine(concern.basis),
    sets: sets.slice(-most.sets).reverse().map(setOf),
    earlierSets: Math.max(0, sets.length - most.sets),
    notMeasured: notMeasuredOf(episodeCase(ctx.db, page.episodeId)),
    care: page.care,
    health,
    infection: page.infection.current
      ? `${page.infection.current.label}: ${page.infection.current.why}`
      : 'Not answered: it counts as possible',
    calls: upTo(calls, most.calls),
    legal: rule.statuses.map(statusLine),
    byStatus: responsibilityByStatus(rule.statuses),
    holders: holdersOf(ctx, baby.id, mother.id),
    consent: rule.consent,
    withBaby: withBabyOf(escort),
    escort: escortOf(escort),
    handOver: rule.answer.handOver,
    told: upTo(told.told, most.told),
    notTold: upTo(told.notTold, most.notTold),
    contacts: contactsOf(ctx, page),
    marks: page.marks.map(({ explanation, explainedBy, ...mark }) => ({
      ...mark,
      explanation: explanation ? `“${explanation}” (${explainedBy ?? ''})` : '',
    })),
    printedBy: ctx.actor.name,
    printedAt: ctx.now,
    today: dateOf(ctx.now),
  }
}

type EscortView = EpisodePage['escort']

/** Who goes, as it was decided last; while nobody has decided, what the rules say, and that nobody has. */
function escortOf({ decisions, byRule, askedSince }: EscortView): string[] {
  const decided = decisions.at(-1)
  const { babyEscorts, motherEscorts, section17Escort, motherMayGo } =
    decided?.choice ?? byRule.answer
  return [
    ...(decided ? [] : ['Not decided yet; by the rules']),
    ...(askedSince.length > 0
      ? [`To be decided again, asked for since: ${askedSince.map(lowerFirst).join('; ')}`]
      : []),
    `Mother: ${lowerFirst(motherAnswerLabels[motherMayGo])}`,
    `Staff with the baby: ${babyEscorts}`,
    ...(motherMayGo === 'no' ? [] : [`Staff with the mother: ${motherEscorts}`]),
    ...(section17Escort
      ? ['the escort that her leave under section 17, Mental Health Act asks for']
      : []),
    ...(decided?.escortNames ? [decided.escortNames] : []),
  ]
}

/** In words that a hospital reads without knowing the names of the unit's levels. */
function withBabyOf({ decisions, byRule }: EscortView): string[] {
  const { alone, means, levelName, authorityRequirement, facts, answer } = byRule
  const { motherMayGo } = decisions.at(-1)?.choice ?? answer
  const fallback = facts.level.from === 'fallback' ? ', no assessment is in date' : ''
  const how =
    alone && motherMayGo !== 'yes' ? 'Only with the member of staff who goes with her' : means
  return [
    `The mother: ${alone && motherMayGo === 'yes' ? 'yes' : 'NO'}. ${how} (level: ${levelName}${fallback})`,
    ...(authorityRequirement ? [`Court or authority: ${authorityRequirement}`] : []),
    'Anybody else: not on record here, ask the unit first',
  ]
}

function setOf(set: EpisodePage['observations'][number]): HandoverSet {
  const { fever, sepsis, pews } = set.tables
  return {
    observedAt: set.observedAt,
    state: babyStateLabels[set.babyState].toLowerCase(),
    readings: measured(set),
    findings: set.findings.map((code) => findingLabels[code].toLowerCase()).join(', ') || '-',
    tables: [
      `Fever: ${words(fever.band)}`,
      `Sepsis: ${words(sepsis.band)}`,
      pews.kind === 'scored'
        ? `PEWS ${pews.total}: ${words(pews.level)}`
        : 'PEWS: not for this age',
    ].join('; '),
  }
}

const words = (band: string) => band.replaceAll('-', ' ')

/** 999 before anybody else, then the latest first. */
const callsInOrder = (contacts: EpisodePage['help']['contacts']) =>
  [...contacts].reverse().sort((a, b) => Number(b.whom === '999') - Number(a.whom === '999'))

const callText = ({
  label,
  calledAt,
  reachedAt,
  reachedName,
  advice,
}: EpisodePage['help']['contacts'][number]): string =>
  reachedAt
    ? `${label} ${formatTime(reachedAt)}, ${reachedName ?? ''}${advice ? `: ${advice}` : ''}`
    : `${label} rung ${formatTime(calledAt)}, not reached`

/**
 * Everybody but the mother who holds responsibility or may hold it, with the way in which they may be told:
 * of several ties of one person the most careful says so.
 */
const holdersOf = ({ db }: ReadContext, babyId: string, motherId: string): Handover['holders'] =>
  onePerPerson(tiedPeople(db, babyId, motherId))
    .filter(({ responsibility }) => responsibility !== 'no')
    .map(({ name, responsibility, safeToContact, contactThrough }) => {
      const known = responsibility === 'yes' ? '' : 'responsibility not known; '
      return { name, contact: `${known}${routeText(contactRoute(safeToContact, contactThrough))}` }
    })

function routeText(route: ContactRoute): string {
  switch (route.kind) {
    case 'direct':
      return 'may be contacted'
    case 'through':
      return `only through ${route.whom}`
    case 'social-worker':
      return `do not contact, ask the social worker: ${route.because.toLowerCase()}`
  }
}

/** Who outside has been told of this episode and whether they have said that they know; and who is still to be told. */
function duties({ db, now }: ReadContext, episodeId: string) {
  const records = [...recordsOf(eventsOf(db, 'sources', [episodeId])).values()].flat()
  const standing = records.filter((record) => !newestOf(record).withdrawn)
  return {
    told: standing.flatMap((record) => {
      const sending = firstSending(record)
      if (!sending) return []
      const { label } = newestOf(record)
      const known = firstAcknowledgement(record)
      const at = sending.sentAt ? ` ${formatTime(sending.sentAt)}` : ''
      return known?.acknowledgedAt
        ? [`${label}: ${known.byName ?? ''} knows, ${formatTime(known.acknowledgedAt)}`]
        : [`${label}: told${at}, no answer yet`]
    }),
    notTold: soonestOfEach(
      standing.flatMap((record) => {
        const status = dutyStatus(record, now)
        const open = (status.state === 'due' || status.state === 'late') && status.what === 'send'
        return open ? [{ label: newestOf(record).label, dueAt: dueAtOf(record) ?? '' }] : []
      }),
    ),
  }
}

/** Each once, the soonest first: several events of an episode may ask for the same agency. */
const soonestOfEach = (open: readonly { label: string; dueAt: string }[]): string[] =>
  [...Map.groupBy(open, ({ label }) => label)]
    .map(([label, all]) => ({ label, dueAt: all.map(({ dueAt }) => dueAt).sort()[0] ?? '' }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map(({ label, dueAt }) => (dueAt ? `${label}, by ${formatDateTime(dueAt)}` : label))

/** The family's own before the unit's; whoever must not be contacted is not there. */
function contactsOf({ db }: ReadContext, { baby, mother }: EpisodePage): Handover['contacts'] {
  return contactsFor(db, [baby.id, mother.id])
    .filter(mayContact)
    .sort((a, b) => Number(a.personId === null) - Number(b.personId === null))
    .slice(0, most.contacts)
    .map(({ agency, name, telephone, email }) => ({
      agency: agencyLabels[agency as Agency],
      name,
      how: telephone ?? email ?? '',
    }))
}
