import { formatDate, formatDateTime } from '../shared/calendar.ts'
import { type Block, type Cell, cell, type PrintDocument } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { Post } from '../users/posts.ts'
import { employmentLabels, professionLabels } from '../users/staff.ts'
import type { TrainingLine } from './line.ts'
import { type Agency, agencyLabels, type TrainingMode, trainingModeLabels } from './record.ts'
import type { TrainingRequirements } from './requirements.ts'
import { levelOf } from './requirements.ts'
import { partNames, standingWords } from './standing-words.ts'

/**
 * The training of one person on paper, to take along to another employer (domain.md 5.1: a passport travels between
 * employers). It says what is on record and how it is known; what the person wrote for themselves stays here.
 */

export interface PassportCertificate {
  course: string
  provider: string
  completedOn: CivilDate | null
  expiresOn: CivilDate | null
  level: string | null
  topics: readonly string[]
  minutes: number | null
  mode: string
  deliveredByAnother: boolean | null
  agenciesPresent: readonly string[] | null
  /** How it is known that the course was done. */
  evidence: string | null
  /** SHA-256 of the file or spreadsheet that shows it; null where there is none. */
  evidenceHash: string | null
  /** The hash is that of the spreadsheet from which it was imported. */
  imported: boolean
}

export interface Passport {
  unit: string
  provider: string
  person: {
    name: string
    profession: string
    registration: string | null
  }
  /** Every post here, the earliest first. */
  posts: readonly Post[]
  set: TrainingRequirements
  /** Null where nothing is required of the person here. */
  line: TrainingLine | null
  certificates: readonly PassportCertificate[]
  madeBy: string
  madeAt: Instant
  today: CivilDate
}

export const passportDocument = (passport: Passport): PrintDocument => {
  const { unit, person, set, line, certificates, today } = passport
  // The topics that are required stand with their titles in the table above.
  const named = new Set((line?.topics ?? []).map(({ id }) => id))
  const used = new Set(
    certificates.flatMap(({ topics }) => topics.filter((topic) => !named.has(topic))),
  )
  return {
    // Goes into the metadata of the file: no name of a person.
    title: 'Training passport',
    date: today,
    marking: 'OFFICIAL-SENSITIVE: PERSONAL',
    footer: `${unit}. Training passport`,
    cover: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'Training passport' },
      { kind: 'facts', facts: personFacts(passport), dense: true },
      { kind: 'heading', level: 2, text: `How it stands on ${formatDate(today)}` },
      ...standingBlocks(passport),
      { kind: 'heading', level: 2, text: 'Certificates' },
      certificatesTable(set, certificates),
      evidenceTable(certificates),
      ...topicBlocks(set, used),
      {
        kind: 'paragraph',
        style: 'small',
        text: `Made from the record of ${unit} by ${passport.madeBy} on ${formatDateTime(passport.madeAt)}. Levels are those of: ${set.edition}. It says what is on record that day; ${person.name} holds the certificates.`,
      },
    ],
  }
}

function personFacts({ unit, provider, person, posts }: Passport) {
  return [
    { label: 'Name', text: person.name },
    {
      label: 'Profession',
      text: labelIn(professionLabels, person.profession),
    },
    { label: 'Registration number', text: person.registration ?? 'none on record' },
    { label: 'Unit', text: `${unit}, ${provider}` },
    { label: 'Posts there', text: posts.map(postText).join('; ') },
  ]
}

const postText = ({ profession, employment, fromOn, untilOn }: Post) =>
  `${labelIn(professionLabels, profession)}, ${labelIn(employmentLabels, employment).toLowerCase()}, from ${formatDate(fromOn)}${untilOn === null ? '' : ` to ${formatDate(untilOn)}`}`

const labelIn = (labels: Record<string, string>, code: string) => labels[code] ?? code

function standingBlocks({ set, line }: Passport): Block[] {
  if (!line || line.requirement === null)
    return [{ kind: 'paragraph', text: 'No safeguarding training is required of this post.' }]
  const parts = [line.level, line.multiAgency, line.lifeSupport, ...line.topics]
  return [
    {
      kind: 'table',
      caption: `Required of this post: ${levelText(set, line.requirement.level)}`,
      columns: [{ label: 'Part', share: 0.5 }, { label: 'Standing' }, { label: 'Day' }],
      rows: parts
        .filter(({ standing }) => standing !== 'not-required')
        .map(({ id, standing, until }) => [
          cell(topicText(set, id)),
          cell(standingWords[standing]),
          cell(until === null ? '' : `${dayWords[standing] ?? ''} ${formatDate(until)}`.trim()),
        ]),
      empty: 'Nothing is required.',
      dense: true,
    },
  ]
}

const dayWords: Partial<Record<string, string>> = {
  'in-date': 'to',
  'not-yet-due': 'by',
  lapsed: 'held to',
}

const topicText = (set: TrainingRequirements, id: string) => {
  const topic = set.topics.find((one) => one.id === id)
  return topic ? `${id} ${topic.title}` : (partNames[id] ?? id)
}

const levelText = (set: TrainingRequirements, code: string) => {
  const name = levelOf(set, code)?.name
  return /^\d/.test(code) ? `Level ${code}${name ? `, ${name}` : ''}` : (name ?? code)
}

const certificatesTable = (
  set: TrainingRequirements,
  certificates: readonly PassportCertificate[],
): Block => ({
  kind: 'table',
  caption: 'Newest first; the number leads to the evidence below',
  columns: [
    { label: 'No.' },
    { label: 'Completed' },
    { label: 'Expires' },
    { label: 'Course', share: 0.32 },
    { label: 'Level and topics', share: 0.2 },
    { label: 'Other agencies', share: 0.18 },
  ],
  rows: certificates.map((one, index) => [
    cell(String(index + 1)),
    cell(one.completedOn ? formatDate(one.completedOn) : 'not recorded'),
    cell(one.expiresOn ? formatDate(one.expiresOn) : ''),
    courseCell(one),
    cell(
      [one.level ? levelText(set, one.level) : '', one.topics.join(' ')].filter(Boolean).join('. '),
    ),
    cell(agenciesOf(one)),
  ]),
  empty: 'No certificate is on record.',
  dense: true,
})

const courseCell = ({ course, provider, mode, minutes }: PassportCertificate): Cell => ({
  text: course,
  note: [
    provider,
    labelIn(trainingModeLabels, mode as TrainingMode).toLowerCase(),
    minutes === null ? '' : `${Math.round(minutes / 6) / 10} h`,
  ]
    .filter(Boolean)
    .join(', '),
})

/** Multi-agency training counts only if another agency delivered it or took part: what is not known is said. */
function agenciesOf({ deliveredByAnother, agenciesPresent }: PassportCertificate): string {
  const present = (agenciesPresent ?? []).map((one) => labelIn(agencyLabels, one as Agency))
  const known = [...(deliveredByAnother ? ['delivered by another agency'] : []), ...present]
  if (known.length > 0) return known.join(', ')
  return agenciesPresent === null || deliveredByAnother === null ? 'not known' : 'none'
}

const evidenceTable = (certificates: readonly PassportCertificate[]): Block => ({
  kind: 'table',
  caption: 'How each is known, with the SHA-256 of the file that shows it',
  columns: [
    { label: 'No.' },
    { label: 'How it is known', share: 0.38 },
    { label: 'SHA-256', share: 0.54 },
  ],
  rows: certificates.map(({ evidence, evidenceHash, imported }, index) => [
    cell(String(index + 1)),
    cell(evidence ?? 'not recorded'),
    evidenceHash === null
      ? cell('no file is kept')
      : {
          text: inGroups(evidenceHash),
          ...(imported ? { note: 'the spreadsheet from which it was imported' } : {}),
        },
  ]),
  empty: 'No certificate is on record.',
  dense: true,
})

/** A hash in groups of eight, so that a line may break and an eye may compare. */
const inGroups = (hash: string) => hash.match(/.{1,8}/g)?.join(' ') ?? hash

function topicBlocks(set: TrainingRequirements, used: ReadonlySet<string>): Block[] {
  const topics = set.topics.filter(({ id }) => used.has(id))
  if (topics.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'What the topics are' },
    {
      kind: 'facts',
      facts: topics.map(({ id, title }) => ({ label: id, text: title })),
      dense: true,
    },
  ]
}
