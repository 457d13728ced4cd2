import { addMonthsToDate, formatDate } from '../../shared/calendar.ts'
import { folded } from '../../shared/folded-text.ts'
import type { CivilDate } from '../../shared/time.ts'
import { asOn } from '../../users/posts.ts'
import { certificateFaults, isFromEarlierEmployer } from '../faults.ts'
import type { Agency } from '../record.ts'
import type { ColumnMap } from './columns.ts'
import { type CertificateSays, certificateDifferences } from './differences.ts'
import { type KnownPerson, peopleFinder, personIn } from './people.ts'
import {
  type Answers,
  countsOf,
  dayIn,
  type ImportLine,
  leaveOut,
  type NamedRow,
  namedRows,
  nameIn,
  type Outcome,
  type Plan,
  takenOutLine,
} from './plan.ts'
import { type Questions, questionBook } from './questions.ts'
import type { Sheet } from './sheet.ts'
import { agenciesIn, wordAnswer } from './words.ts'

/** A course of the list, as far as an import asks. */
export interface KnownCourse {
  id: string
  title: string
  topics: readonly string[]
  minutes: number | null
  validMonths: number | null
}

export interface CertificateRegister {
  staff: readonly KnownPerson[]
  courses: readonly KnownCourse[]
  /** What is recorded already, by `certificateKey`. */
  recorded: ReadonlyMap<string, CertificateSays>
  /** What stood there before somebody corrected it, by `certificateKey`: the file is older than that. */
  corrected: ReadonlySet<string>
  /** What was marked as entered in error by hand, by `certificateKey`. */
  takenOut: ReadonlySet<string>
  today: CivilDate
}

export interface PlannedCertificate {
  staffId: string
  courseId: string
  /** Null where the file does not say: such a certificate counts as not known. */
  completedOn: CivilDate | null
  expiresOn: CivilDate | null
  topics: readonly string[]
  agenciesPresent: readonly Agency[] | null
  minutes: number | null
}

/** Two certificates with the same key are one: the same course by the same person on the same day. */
export const certificateKey = (one: {
  staffId: string
  courseId: string
  completedOn: CivilDate | null
  expiresOn: CivilDate | null
}): string =>
  `${one.staffId} ${one.courseId} ${one.completedOn ?? `without a day, until ${one.expiresOn ?? '?'}`}`

/**
 * What the import of a sheet of certificates would do, row by row. A row that is recorded already, or that
 * stood earlier in the file, changes nothing, so that the same file may be imported again; where it says
 * something else, that is told. Truth table: docs/states/training.md 11.
 */
export function planCertificates(
  sheet: Sheet,
  map: ColumnMap,
  answers: Answers,
  register: CertificateRegister,
): Plan<PlannedCertificate> {
  const { rows, questions, isOrderOpen } = namedRows('certificates', sheet, map, answers)
  const asked = questionBook(questions)
  const findPerson = peopleFinder(register.staff, answers.people)
  const findCourse = courseFinder(register.courses, answers)
  const rowOf = new Map<string, { row: number; says: CertificateSays }>()
  const made: Plan<PlannedCertificate>['made'][number][] = []
  const lines = rows.map((row): ImportLine => {
    const read = readRow(row, { findPerson, findCourse, asked, register })
    const line = (outcome: Outcome, messages = read.messages): ImportLine => ({
      row: row.row,
      outcome,
      who: nameIn(row),
      what: row.text('course'),
      messages,
    })
    if (read.outcome !== 'add') return line(read.outcome)
    if (isOrderOpen) return line('asked', [])
    const key = certificateKey(read.certificate)
    const earlier = rowOf.get(key)
    const recorded = register.recorded.get(key)
    if (recorded) {
      const otherwise = certificateDifferences(read.says, recorded, 'recorded')
      return otherwise.length === 0
        ? line('already', ['Recorded already: nothing is changed'])
        : line('differs', [...otherwise, `${keptAsItIs} the certificate by hand`])
    }
    if (register.corrected.has(key))
      return line('differs', ['Recorded before, and corrected since: nothing is changed'])
    if (earlier) {
      const otherwise = certificateDifferences(read.says, earlier.says, `in row ${earlier.row}`)
      return otherwise.length === 0
        ? line('already', [`The same as row ${earlier.row}: taken once`])
        : line('differs', [...otherwise, `Row ${earlier.row} is taken, and not this one`])
    }
    const messages = [...read.messages]
    if (register.takenOut.has(key)) {
      asked.takenOut(row.row)
      const told = takenOutLine(answers.takenOut, 'Recorded before, and marked as entered in error')
      if (told.outcome !== 'add') return line(told.outcome, told.messages)
      messages.push(...told.messages)
    }
    rowOf.set(key, { row: row.row, says: read.says })
    made.push({ ...read.certificate, row: row.row })
    return line('add', messages)
  })
  return { lines, questions: asked.all(), made, counts: countsOf(lines) }
}

const keptAsItIs = 'Nothing is changed. If the file is right, correct'

interface Reading {
  findPerson: ReturnType<typeof peopleFinder>
  findCourse: ReturnType<typeof courseFinder>
  asked: Questions
  register: CertificateRegister
}

type ReadRow =
  | { outcome: Exclude<Outcome, 'add' | 'already' | 'differs'>; messages: string[] }
  | {
      outcome: 'add'
      messages: string[]
      certificate: PlannedCertificate
      /** What the file itself says, without what the course adds. */
      says: CertificateSays
    }

function readRow(row: NamedRow, { findPerson, findCourse, asked, register }: Reading): ReadRow {
  const faults: string[] = []
  let waits = false
  let isLeftOut = false

  const found = personIn(row, findPerson, asked, faults)
  if ('isLeftOut' in found) {
    isLeftOut = found.isLeftOut
    waits = !found.isLeftOut
  }

  const title = row.text('course')
  const { course, isAsked } =
    title === '' ? { course: undefined, isAsked: false } : findCourse(title)
  if (title === '') faults.push('The course is empty')
  if (isAsked) asked.word('course', title, row.row)
  if (course === leaveOut) isLeftOut = true
  else if (isAsked && course === undefined) waits = true

  const completedOn = dayIn(row, 'completedOn', 'Completed', faults)
  const expiresOn = dayIn(row, 'expiresOn', 'Expires', faults)
  const minutes = minutesIn(row, faults)
  const { agencies, unknown } = agenciesIn(row.text('agencies'))
  if (unknown.length > 0)
    faults.push(`Other agencies: ${unknown.join(', ')} is not in the list of agencies`)
  const typedTopics = row
    .text('topics')
    .toUpperCase()
    .match(/[^\s;,]+/g)

  if (isLeftOut) return { outcome: 'left-out', messages: [] }
  if (!('person' in found) || course === undefined || course === leaveOut)
    return faults.length > 0
      ? { outcome: 'fault', messages: faults }
      : { outcome: waits ? 'asked' : 'fault', messages: [] }

  const then = onTheDay(found.person, completedOn)
  const topics = typedTopics ?? course.topics
  faults.push(
    ...factFaults({ completedOn, expiresOn, topics, agencies }, then, course, register.today),
  )
  if (faults.length > 0) return { outcome: 'fault', messages: faults }
  return {
    outcome: 'add',
    messages: remarks(completedOn, then),
    says: { expiresOn, minutes, topics: typedTopics, agenciesPresent: agencies },
    certificate: {
      staffId: found.person.staffId,
      courseId: course.id,
      completedOn,
      expiresOn: expiresOn ?? byCourse(completedOn, course.validMonths),
      topics,
      agenciesPresent: agencies,
      minutes: minutes ?? course.minutes,
    },
  }
}

/** Somebody as they were when the course was done, who may have left and come back since. */
const onTheDay = (person: KnownPerson, on: CivilDate | null): KnownPerson =>
  on === null ? person : asOn({ ...person, employment: '' }, person.earlier ?? [], on)

const byCourse = (completedOn: CivilDate | null, months: number | null) =>
  completedOn === null || months === null ? null : addMonthsToDate(completedOn, months)

interface Typed {
  completedOn: CivilDate | null
  expiresOn: CivilDate | null
  topics: readonly string[]
  agencies: readonly Agency[] | null
}

const labels: Record<string, string> = {
  completedOn: 'Completed',
  expiresOn: 'Expires',
  topics: 'Topics',
  agenciesPresent: 'Other agencies',
}

/** The same rules as for a certificate that is typed in. */
function factFaults(typed: Typed, staff: KnownPerson, course: KnownCourse, today: CivilDate) {
  const faults = certificateFaults(
    {
      // Without a day of completion, only what does not need it can be judged.
      completedOn: typed.completedOn ?? typed.expiresOn ?? today,
      expiresOn: typed.completedOn === null ? null : typed.expiresOn,
      topics: typed.topics,
      agenciesPresent: typed.agencies,
      basis: { kind: 'document', document: 'Spreadsheet', on: today },
    },
    { staff, courseTopics: course.topics, today },
  )
  const judged =
    typed.completedOn === null ? faults.filter(({ field }) => field !== 'completedOn') : faults
  return judged.map(({ field, message }) => `${labels[field] ?? field}: ${message}`)
}

function remarks(completedOn: CivilDate | null, person: KnownPerson): string[] {
  if (completedOn === null)
    return ['There is no day of completion: it is recorded, and counts as not known']
  return isFromEarlierEmployer(completedOn, person)
    ? [
        `Before this person started here on ${formatDate(person.startedOn)}: recorded as brought from elsewhere`,
      ]
    : []
}

const mostHours = 30 * 24

function minutesIn(row: NamedRow, faults: string[]): number | null {
  const cell = row.cell('hours')
  const hours =
    typeof cell === 'number' ? cell : Number(row.text('hours').replace(/ ?h(ours?)?$/i, ''))
  if (row.text('hours') === '') return null
  if (Number.isFinite(hours) && hours > 0 && hours < mostHours)
    return Math.max(1, Math.round(hours * 60))
  faults.push(`Hours: “${row.text('hours').slice(0, 40)}” is not a number of hours`)
  return null
}

/** The course that a title means: by its title, where one alone has it, or as it was answered. */
function courseFinder(courses: readonly KnownCourse[], answers: Answers) {
  const byTitle = Map.groupBy(courses, ({ title }) => folded(title))
  const byId = new Map(courses.map((course) => [course.id, course]))
  const known = new Map<string, ReturnType<typeof find>>()
  return (title: string) => {
    const found = known.get(title) ?? find(title)
    known.set(title, found)
    return found
  }

  function find(title: string): {
    course: KnownCourse | typeof leaveOut | undefined
    isAsked: boolean
  } {
    const [only, ...others] = byTitle.get(folded(title)) ?? []
    if (only && others.length === 0) return { course: only, isAsked: false }
    const answer = wordAnswer(answers, 'course', title)
    return { course: answer === leaveOut ? leaveOut : byId.get(answer ?? ''), isAsked: true }
  }
}
