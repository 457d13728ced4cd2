import { type EmergencyBaby, type EmergencyBed, emergencySheet } from '#domain/board/emergency.ts'
import { contactRoute } from '#domain/people/contact-route.ts'
import { type Agency, agencyLabels } from '#domain/people/record.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { bedTitle } from '#domain/stays/bed-title.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { weightsOf } from '../baby-care/rows.ts'
import { holdersOf, legalStanding } from '../communications/basis.ts'
import { contactsFor } from '../communications/contacts.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { theUnit } from '../stays/queries.ts'
import { type BoardBed, boardAt, type CardLevel, type CardPair, peopleOn } from './cards.ts'
import { levelText } from './handover.ts'
import { healthAnswers } from './health-answers.ts'

/** What the audit calls the printing; by it the board knows when the last sheet was made. */
export const emergencyPrinted = 'board.emergency-printed'

/** The whole unit on paper for when the computer is down. Rejects where it cannot be made (decision 12). */
export async function emergencyFile(ctx: ReadContext, { format }: { format: LetterFormat }) {
  const { db, actor } = ctx
  const now = trustedNow(db, ctx.now)
  const view = boardAt(db, now)
  const patients = peopleOn(view)
  const document = emergencySheet({
    head: letterheadOf(db),
    beds: view.beds.flatMap((bed) => bedOf(db, bed, now)),
    free: view.beds.filter(({ stay }) => !stay).map(({ bedName }) => bedTitle(bedName)),
    onShift: view.onShift.map(({ name, nurseInCharge }) =>
      nurseInCharge ? `${name} (nurse in charge)` : name,
    ),
    unitContacts: safeContacts(db, []),
    printedBy: actor.name,
    printedAt: now,
    today: dateOf(now),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'emergency-sheet',
    action: emergencyPrinted,
    entity: 'unit',
    entityId: theUnit(db).id,
    patients,
  })
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}

function bedOf(db: ReadDb, { bedName, stay, pairs }: BoardBed, now: Instant): EmergencyBed[] {
  if (!stay) return []
  const mother = personById(db, stay.motherId)
  const health = healthAnswers(db, stay.stayId)
  return [
    {
      bed: bedTitle(bedName),
      mother: { name: stay.mother.name, bornOn: mother.bornOn, nhsNumber: mother.nhsNumber },
      motherStatus: stay.mother.status ?? '',
      observation: stay.mother.observation ?? '',
      motherAway: upper(stay.away?.what ?? ''),
      babies: pairs.map((pair) => babyOf(db, pair, stay.motherId, health, now)),
      contacts: safeContacts(db, [stay.motherId, ...pairs.map(({ babyId }) => babyId)]),
    },
  ]
}

function babyOf(
  db: ReadDb,
  pair: CardPair,
  motherId: string,
  health: string | null,
  now: Instant,
): EmergencyBaby {
  const baby = personById(db, pair.babyId)
  const rules = ruleInForce(db, supervisionRuleSetKind, now).content
  const alone = (place: string, of: CardLevel, side: Side) => ({
    place,
    level: levelText(of),
    means: rules.levels.find(({ code }) => code === of.level)?.[side] ?? '',
  })
  const inForce = legalStanding(db, pair.babyId, now).inForce
  const weight = weightsOf(db, pair.babyId).at(-1)
  return {
    name: pair.baby.name,
    bornOn: baby.bornOn,
    nhsNumber: baby.nhsNumber,
    age: pair.baby.correctedAgeText
      ? `${pair.baby.ageText}, corrected ${pair.baby.correctedAgeText}`
      : pair.baby.ageText,
    away: upper(pair.away?.what ?? ''),
    alone: [
      alone('Inside', pair.inside, 'inside'),
      alone('At night', pair.night, 'night'),
      alone('Outside', pair.outside, 'outside'),
    ],
    requirement: pair.authorityRequirement ?? null,
    legal: inForce.map(({ status, fact }) =>
      fact.endsAt ? `${status.label} until ${formatDate(dateOf(fact.endsAt))}` : status.label,
    ),
    consent: [...new Set(inForce.map(({ status }) => status.consent))].join('; '),
    holders: holders(db, pair.babyId, motherId),
    health,
    weight: weight?.amount
      ? `${weight.amount.toLocaleString('en-GB')} g, ${formatDateTime(weight.happenedAt)}`
      : null,
    episode: pair.episode
      ? `Baby concern since ${formatDateTime(pair.episode.recognisedAt)}, next: ${pair.episode.nextStep}`
      : '',
  }
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Side = 'inside' | 'night' | 'outside'

/** Whoever holds responsibility or may, with the only way in which they may be told (decision 30). */
const holders = (db: ReadDb, babyId: string, motherId: string): EmergencyBaby['holders'] =>
  holdersOf(db, babyId, motherId)
    .filter(({ responsibility }) => responsibility !== 'no')
    .map(({ name, responsibility, safeToContact, contactThrough }) => {
      const route = contactRoute(safeToContact, contactThrough)
      const known = responsibility === 'yes' ? '' : 'responsibility not known, '
      return {
        name,
        contact:
          known +
          (route.kind === 'direct'
            ? 'may be contacted'
            : route.kind === 'through'
              ? `only through ${route.whom}`
              : 'do not contact: ask the social worker'),
      }
    })

/** Those recorded as safe to ring: of the family where people are given, else of the unit itself. */
const safeContacts = (db: ReadDb, people: readonly string[]) =>
  contactsFor(db, people)
    .filter(({ safeToContact }) => safeToContact === 'yes')
    .filter(({ personId }) => (people.length === 0 ? personId === null : personId !== null))
    .map(({ agency, name, telephone, email }) => ({
      agency: agencyLabels[agency as Agency],
      name,
      how: telephone ?? email ?? '',
    }))
