import { formatDate } from '../shared/calendar.ts'
import type { Block, Fact, PrintDocument } from '../shared/print-document.ts'
import type { CivilDate } from '../shared/time.ts'

/** Whose letter it is. */
export interface Letterhead {
  unit: string
  provider: string
  /** Empty while the unit has not entered it. */
  address: string
  telephone: string
}

/** Who a letter is about: two names, dates of birth and numbers, so that nobody is mistaken for another. */
export interface AboutPerson {
  name: string
  bornOn: CivilDate | null
  nhsNumber: string | null
}

interface LetterParts {
  /** Names no person: it is in the metadata of the file. */
  title: string
  date: CivilDate
  head: Letterhead
  /** Lines of the address. */
  to: readonly string[]
  /** What is said of mother and baby at the top. */
  about: readonly Fact[]
  blocks: readonly Block[]
  /** Name and role of who signs it. */
  from: string
}

/** Every letter that tells of a patient: who may read it is said on each page. */
const marking = 'OFFICIAL-SENSITIVE: PERSONAL'

/** A letter as it goes out: head, addressee, whom it is about, what it says, and who says it. */
export const letter = ({
  title,
  date,
  head,
  to,
  about,
  blocks,
  from,
}: LetterParts): PrintDocument => ({
  title,
  date,
  marking,
  footer: `${head.unit}, ${head.provider}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(head), style: 'small' },
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'facts',
      facts: [
        { label: 'To', text: to.join(', ') },
        { label: 'Date', text: formatDate(date) },
        ...about,
      ],
    },
    ...blocks,
    { kind: 'paragraph', text: `${from}, ${head.unit}` },
  ],
})

export const headLine = ({ unit, provider, address, telephone }: Letterhead): string =>
  [unit, provider, address, telephone && `Telephone ${telephone}`].filter(Boolean).join(' · ')

/** A person as the top of a letter names them. */
export const aboutLine = ({ name, bornOn, nhsNumber }: AboutPerson): string =>
  [
    name,
    bornOn && `born ${formatDate(bornOn)}`,
    nhsNumber ? `NHS number ${spaced(nhsNumber)}` : 'NHS number not known',
  ]
    .filter(Boolean)
    .join(', ')

const spaced = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`

/** Mother and children at the top of a letter; one not yet born is named by the expected date. */
export const aboutFamily = (
  mother: AboutPerson,
  babies: readonly AboutPerson[],
  expected: readonly (CivilDate | null)[],
): Fact[] => [
  { label: 'Mother', text: aboutLine(mother) },
  ...babies.map((baby) => ({ label: 'Baby', text: aboutLine(baby) })),
  ...expected.map((on) => ({
    label: 'Expected baby',
    text: on === null ? 'date not known' : `due ${formatDate(on)}`,
  })),
]
