import { headLine, type Letterhead } from '../letters/letter.ts'
import { formatDate, formatDateTime } from '../shared/calendar.ts'
import { lifeSavingRule } from '../shared/legal-status.ts'
import type { Block, Fact, PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/**
 * What the ward needs of everybody on it when the computer is down: the baby first, who may be alone with the
 * baby, the legal status, allergies and weight as far as recorded, and whom it is safe to ring. It holds
 * nothing that is not on record, and says of each thing that is not there that it is not recorded.
 * Source: hazard HZ-08 (domain.md 8.2); decisions 19 (fallback), 29 (consent) and 30 (safe to contact).
 */
export interface EmergencySheet {
  head: Letterhead
  beds: readonly EmergencyBed[]
  free: readonly string[]
  onShift: readonly string[]
  /** Those whom the unit itself rings: duty teams, paediatrics. */
  unitContacts: readonly EmergencyContact[]
  printedBy: string
  printedAt: Instant
  today: CivilDate
}

export interface EmergencyContact {
  agency: string
  name: string
  how: string
}

export interface EmergencyBed {
  bed: string
  mother: { name: string; bornOn: CivilDate | null; nhsNumber: string | null }
  motherStatus: string
  observation: string
  motherAway: string
  babies: readonly EmergencyBaby[]
  contacts: readonly EmergencyContact[]
}

export interface EmergencyBaby {
  name: string
  bornOn: CivilDate | null
  nhsNumber: string | null
  age: string
  away: string
  /** Each place with its level, why where it is the fallback, and what the level asks of staff. */
  alone: readonly { place: string; level: string; means: string }[]
  requirement: string | null
  legal: readonly string[]
  /** Who consents, in the words of the status; empty where no status is recorded. */
  consent: string
  /** Holders of responsibility besides the mother, with the way in which they may be told. */
  holders: readonly { name: string; contact: string }[]
  /** Medicines and allergies as the newest answer says, with its date; null where nobody has answered. */
  health: string | null
  weight: string | null
  /** A running concern and its next step. */
  episode: string
}

const notRecorded = 'Not recorded. Ask'

/** A page for two or three beds. Its title, which is metadata, names nobody. */
export const emergencySheet = (sheet: EmergencySheet): PrintDocument => ({
  title: 'Emergency sheet of the unit',
  date: sheet.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL',
  footer: `${sheet.head.unit}. As it stood ${formatDateTime(sheet.printedAt)}; printed by ${sheet.printedBy}. Shred the sheet before it`,
  cover: null,
  narrowMargins: true,
  blocks: [
    { kind: 'paragraph', text: headLine(sheet.head), style: 'small' },
    {
      kind: 'heading',
      level: 1,
      text: `When the computer is down: ${formatDateTime(sheet.printedAt)}`,
    },
    {
      kind: 'box',
      tone: 'worst',
      title: 'This is how it stood when it was printed',
      text: 'What was decided since is not here: ask the nurse in charge. Where a level is the fallback, or you are not sure, keep to constant supervision. Write on the blank forms with the time by a clock, and enter it when the computer is back.',
    },
    {
      kind: 'facts',
      dense: true,
      facts: [
        { label: 'On shift', text: sheet.onShift.join(', ') || 'Nobody is recorded' },
        { label: 'Free', text: sheet.free.join(', ') || 'No bed' },
        { label: 'The unit rings', text: contactsText(sheet.unitContacts) || notRecorded },
      ],
    },
    ...(sheet.beds.length === 0
      ? [{ kind: 'paragraph', text: 'Nobody is on the unit.' } as const]
      : sheet.beds.map(bedBlock)),
  ],
})

const bedBlock = (bed: EmergencyBed): Block => ({
  kind: 'together',
  blocks: [
    {
      kind: 'heading',
      level: 2,
      text: `${bed.bed}: ${bed.babies.map(({ name }) => name).join(' and ') || 'no baby here'}, with ${bed.mother.name}`,
    },
    ...bed.babies.map(
      (baby): Block => ({ kind: 'facts', dense: true, facts: babyFacts(baby, bed.babies.length) }),
    ),
    { kind: 'facts', dense: true, facts: motherFacts(bed) },
  ],
})

const sentences = (parts: readonly string[]): string => parts.filter(Boolean).join('. ')

const who = (person: { bornOn: CivilDate | null; nhsNumber: string | null }): string =>
  `born ${person.bornOn ? formatDate(person.bornOn) : 'not recorded'}, NHS number ${person.nhsNumber ?? 'not recorded'}`

const babyFacts = (baby: EmergencyBaby, many: number): Fact[] => [
  {
    label: many > 1 ? baby.name : 'Baby',
    text: sentences([`${baby.age}, ${who(baby)}`, baby.away, baby.episode]),
  },
  {
    label: 'Alone with the baby',
    text: sentences([
      ...(baby.requirement ? [`Court or authority: ${baby.requirement}`] : []),
      ...baby.alone.map(({ place, level, means }) => `${place}: ${level}. ${means}`),
    ]),
  },
  {
    label: 'Legal status',
    text: sentences([
      baby.legal.join(', ') || 'Not recorded. Ask the social worker',
      baby.consent ? `Consent: ${baby.consent}` : '',
      lifeSavingRule,
    ]),
  },
  {
    label: 'Responsibility besides the mother',
    text:
      baby.holders.map(({ name, contact }) => `${name}: ${contact}`).join('; ') ||
      'Nobody is recorded',
  },
  { label: 'Medicines and allergies', text: baby.health ?? notRecorded },
  { label: 'Last weight', text: baby.weight ?? 'Not recorded. Weigh' },
]

const motherFacts = (bed: EmergencyBed): Fact[] => [
  {
    label: 'Mother',
    text: sentences([
      who(bed.mother),
      bed.motherStatus || 'Mental Health Act status not recorded',
      `Observation ${bed.observation.toLowerCase() || 'not recorded'}`,
      bed.motherAway,
    ]),
  },
  {
    label: 'Safe to ring',
    text: contactsText(bed.contacts) || 'Nobody is recorded as safe. Ask the social worker first',
  },
]

const contactsText = (contacts: readonly EmergencyContact[]): string =>
  contacts
    .map(({ agency, name, how }) => `${agency}: ${[name, how].filter(Boolean).join(', ')}`)
    .join('; ')
