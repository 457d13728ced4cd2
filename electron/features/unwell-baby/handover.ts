import { onePerPerson } from '#domain/communications/derive.ts'
import { firstAcknowledgement, firstSending, newestOf } from '#domain/communications/status.ts'
import { type ContactRoute, contactRoute } from '#domain/people/contact-route.ts'
import { type Agency, agencyLabels } from '#domain/people/record.ts'
import { dateOf, formatTime } from '#domain/shared/calendar.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { type Handover, type HandoverSet, handoverDocument } from '#domain/unwell-baby/handover.ts'
import { babyStateLabels } from '#domain/unwell-baby/observation.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { holdersOf as tiedPeople } from '../communications/basis.ts'
import { contactsFor, mayContact } from '../communications/contacts.ts'
import { eventsOf, recordsOf } from '../communications/rows.ts'
import { theUnit } from '../stays/queries.ts'
import { episodeCase } from './case.ts'
import type { EscortLevelAt } from './escort-rule.ts'
import { measured, sayFacts } from './say-facts.ts'
import { type EpisodePage, episodePage } from './view.ts'

/** As many as one page holds beside everything else. */
const most = { sets: 3, calls: 4, told: 6, contacts: 6 }

/** The handover sheet as a PDF of one page, as the record stands now. Rejects with a `PdfProblem`. */
export async function printHandover(ctx: ReadContext, episodeId: string, levelAt: EscortLevelAt) {
  const page = episodePage(ctx, episodeId, levelAt)
  const bytes = await makePdf(handoverDocument(handoverOf(ctx, page)))
  // Bytes of this realm, so that they cross to the screen as they are.
  return {
    people: page.people,
    name: `handover-${dateOf(ctx.now)}-${formatTime(ctx.now).replace(':', '')}.pdf`,
    bytes: Uint8Array.from(bytes),
  }
}

/** What the sheet says. It obeys who may be contacted as every call does (decision 30). */
export function handoverOf(ctx: ReadContext, page: EpisodePage): Handover {
  const { baby, mother, concern, escort } = page
  const { notMeasured = '' } = sayFacts(ctx, episodeCase(ctx.db, page.episodeId), baby, mother.name)
  const unit = theUnit(ctx.db)
  const decided = escort.decisions.at(-1)
  const rule = escort.byRule
  const seen = concern.findings.map(({ label }) => label.toLowerCase())
  return {
    unit: unit.name,
    address: unit.address ?? '',
    telephone: unit.telephone ?? '',
    baby: {
      name: baby.name,
      bornOn: baby.bornOn,
      age: baby.age ?? '',
      correctedAge: baby.correctedAge ?? '',
    },
    mother: mother.name,
    band: page.bands[0]?.label ?? 'A concern',
    recognisedAt: concern.recognisedFirst,
    story: [concern.words, ...seen].filter(Boolean).join('; '),
    storyBasis: basisLine(concern.basis),
    sets: page.observations
      .filter(({ withdrawn }) => !withdrawn)
      .slice(-most.sets)
      .reverse()
      .map(setOf),
    notMeasured,
    infection: page.infection.current
      ? `${page.infection.current.label}: ${page.infection.current.why}`
      : 'Not answered: it counts as possible',
    calls: page.help.contacts.slice(-most.calls).map(callText),
    legal: (rule.facts.childCodes ?? []).map((code) => legalStatusOf(code).label),
    holders: holdersOf(ctx, baby.id, mother.id),
    consent: rule.consent,
    withBaby: [
      `Supervision that counts: ${rule.levelName}`,
      ...(rule.authorityRequirement ? [rule.authorityRequirement] : []),
    ],
    escort: decided
      ? [
          `Staff for the baby ${decided.choice.babyEscorts}, for the mother ${decided.choice.motherEscorts}`,
          ...(decided.escortNames ? [decided.escortNames] : []),
        ]
      : ['Not decided yet'],
    handOver: rule.answer.handOver,
    told: toldOf(ctx, page.episodeId),
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

/** Who outside has been told of this episode, and whether they have said that they know. */
function toldOf({ db }: ReadContext, episodeId: string): string[] {
  return [...recordsOf(eventsOf(db, 'sources', [episodeId])).values()]
    .flat()
    .flatMap((record) => {
      const { label, withdrawn } = newestOf(record)
      const sending = firstSending(record)
      if (withdrawn || !sending) return []
      const known = firstAcknowledgement(record)
      const at = sending.sentAt ? ` ${formatTime(sending.sentAt)}` : ''
      return known?.acknowledgedAt
        ? [`${label}: ${known.byName ?? ''} knows, ${formatTime(known.acknowledgedAt)}`]
        : [`${label}: told${at}, no answer yet`]
    })
    .slice(0, most.told)
}

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
