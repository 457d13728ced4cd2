import { type AboutPerson, aboutFamily, type Letterhead, letter } from '../letters/letter.ts'
import type { PrintDocument } from '../shared/print-document.ts'
import type { CivilDate } from '../shared/time.ts'

interface DutyLetter {
  head: Letterhead
  date: CivilDate
  /** Whom it goes to, as the duty and their tie say; never whoever must not be contacted (decision 30). */
  to: readonly string[]
  mother: AboutPerson
  /** Null before the birth. */
  baby: AboutPerson | null
  expectedOn: CivilDate | null
  /** What it says, as the text for a secure email does. */
  lines: readonly string[]
  from: string
}

/** The letter by which somebody is told of a duty: what happened, and that a named person is to say that they know. */
export const dutyLetter = ({
  head,
  date,
  to,
  mother,
  baby,
  expectedOn,
  lines,
  from,
}: DutyLetter): PrintDocument =>
  letter({
    title: 'For your attention: please acknowledge',
    date,
    head,
    to,
    about: aboutFamily(mother, baby ? [baby] : [], baby ? [] : [expectedOn]),
    blocks: lines.map((text) => ({ kind: 'paragraph', text })),
    from,
  })
