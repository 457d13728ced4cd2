import {
  addDays,
  addDaysToDate,
  dateOf,
  formatDate,
  formatTime,
  isLocalProblem,
  laterOf,
  localToInstant,
} from '../../shared/calendar.ts'
import { folded } from '../../shared/folded-text.ts'
import type { CivilDate, Instant } from '../../shared/time.ts'
import { type Duty, dutiesMeet, dutyFault } from '../../users/duty.ts'
import { asOn } from '../../users/posts.ts'
import type { ColumnMap } from './columns.ts'
import { type KnownPerson, peopleFinder, personIn } from './people.ts'
import {
  type Answers,
  countsOf,
  dayIn,
  type ImportLine,
  type NamedRow,
  namedRows,
  nameIn,
  type Outcome,
  type Plan,
  takenOutLine,
} from './plan.ts'
import { type Questions, questionBook } from './questions.ts'
import type { Sheet } from './sheet.ts'
import type { ReadTime } from './times.ts'

export interface PlannedDuty extends Duty {
  staffId: string
}

/** Somebody of the register, with what a shift asks of them. */
export interface RosterPerson extends KnownPerson {
  professionCode: string
}

export interface RosterRegister {
  staff: readonly RosterPerson[]
  /** What is on the roster already between two instants. */
  dutiesBetween(from: Instant, to: Instant): readonly PlannedDuty[]
  /** Shifts as they stood before somebody changed them, and those that were taken off by hand, by `dutyKey`. */
  changed: ReadonlySet<string>
  takenOut: ReadonlySet<string>
  today: CivilDate
}

/** Two shifts with the same key are one: the same person, from and to the same minute. */
export const dutyKey = ({ staffId, startsAt, endsAt }: Omit<PlannedDuty, 'nurseInCharge'>) =>
  `${staffId} ${startsAt} ${endsAt}`

/** Nobody plans further ahead; a later day is a slip of the year. */
const furthestDays = 366

/**
 * What the import of a roster would do, row by row: one person's shift in each. What is on the roster already
 * stays as it is; a shift that meets another of the same person is a fault, never a change of the other.
 */
export function planRoster(
  sheet: Sheet,
  map: ColumnMap,
  answers: Answers,
  register: RosterRegister,
): Plan<PlannedDuty> {
  const { rows, questions, isOrderOpen } = namedRows('roster', sheet, map, answers)
  const asked = questionBook(questions)
  const findPerson = peopleFinder(register.staff, answers.people)
  const people = new Map(register.staff.map((one) => [one.staffId, one]))
  const read = rows.map((row) => readRow(row, { findPerson, people, asked, register }))
  const onRoster = Map.groupBy(dutiesRound(read, register), ({ staffId }) => staffId)
  const inFile = new Map<string, { row: number; duty: PlannedDuty }[]>()
  const made: Plan<PlannedDuty>['made'][number][] = []
  const lines = read.map(({ row, answer }): ImportLine => {
    const line = (outcome: Outcome, messages: readonly string[] = []): ImportLine => ({
      row: row.row,
      outcome,
      who: nameIn(row),
      what: whatOf(row),
      messages,
    })
    if (!('duty' in answer)) return line(answer.outcome, answer.messages)
    if (isOrderOpen) return line('asked')
    const { duty } = answer
    const own = onRoster.get(duty.staffId) ?? []
    const same = own.find((one) => isSame(one, duty))
    if (same)
      return same.nurseInCharge === duty.nurseInCharge
        ? line('already', ['On the roster already: nothing is changed'])
        : line('differs', [inChargeOtherwise(duty)])
    if (register.changed.has(dutyKey(duty)))
      return line('differs', ['On the roster before, and changed since: nothing is changed'])
    const met = own.find((one) => dutiesMeet(one, duty))
    if (met)
      return line('fault', [
        `Already on shift then, ${spanText(met)}. Correct that shift on the roster instead`,
      ])
    const before = inFile.get(duty.staffId) ?? []
    const twin = before.find((one) => dutiesMeet(one.duty, duty))
    if (twin && isSame(twin.duty, duty) && twin.duty.nurseInCharge === duty.nurseInCharge)
      return line('already', [`The same as row ${twin.row}: taken once`])
    if (twin) return line('fault', [`Meets the shift of row ${twin.row}, ${spanText(twin.duty)}`])
    const messages: string[] = []
    if (register.takenOut.has(dutyKey(duty))) {
      asked.takenOut(row.row)
      const told = takenOutLine(answers.takenOut, 'On the roster before, and taken off by hand')
      if (told.outcome !== 'add') return line(told.outcome, told.messages)
      messages.push(...told.messages)
    }
    inFile.set(duty.staffId, [...before, { row: row.row, duty }])
    made.push({ ...duty, row: row.row })
    return line('add', messages)
  })
  return { lines, questions: asked.all(), made, counts: countsOf(lines) }
}

const inChargeOtherwise = ({ nurseInCharge }: PlannedDuty) =>
  `Nurse in charge: ${nurseInCharge ? 'yes' : 'no'} in the file, ${nurseInCharge ? 'no' : 'yes'} on the roster. Nothing is changed. If the file is right, correct the shift by hand`

const spanText = ({ startsAt, endsAt }: Duty) =>
  `${formatDate(dateOf(startsAt))} ${formatTime(startsAt)} to ${formatTime(endsAt)}`

const isSame = (a: Duty, b: Duty) => a.startsAt === b.startsAt && a.endsAt === b.endsAt

/** What the row is about, as the file has it. */
const whatOf = (row: NamedRow) =>
  [row.text('day'), `${row.text('starts')} to ${row.text('ends')}`].filter(Boolean).join(', ')

type Answer =
  | { outcome: Exclude<Outcome, 'add' | 'already' | 'differs'>; messages: readonly string[] }
  | { duty: PlannedDuty }

interface Read {
  row: NamedRow
  answer: Answer
}

function dutiesRound(read: readonly Read[], register: RosterRegister): readonly PlannedDuty[] {
  const planned = read.flatMap(({ answer }) => ('duty' in answer ? [answer.duty] : []))
  const first = planned.map(({ startsAt }) => startsAt).sort()[0]
  if (first === undefined) return []
  return register.dutiesBetween(first, planned.map(({ endsAt }) => endsAt).reduce(laterOf, first))
}

interface Reading {
  findPerson: ReturnType<typeof peopleFinder>
  people: ReadonlyMap<string, RosterPerson>
  asked: Questions
  register: RosterRegister
}

function readRow(row: NamedRow, { findPerson, people, asked, register }: Reading): Read {
  const faults: string[] = []
  const found = personIn(row, findPerson, asked, faults)
  const span = spanIn(row, faults)
  const nurseInCharge = inCharge(row, faults)
  const answer = (outcome: 'fault' | 'asked' | 'left-out'): Read => ({
    row,
    answer: { outcome, messages: faults },
  })
  if ('isLeftOut' in found && found.isLeftOut)
    return { row, answer: { outcome: 'left-out', messages: [] } }
  if (faults.length > 0 || !span) return answer('fault')
  if (!('person' in found)) return answer('asked')
  const { staffId } = found.person
  const person = people.get(staffId)
  const duty = { ...span, nurseInCharge, staffId }
  const fault = person && dutyFault(duty, onTheDay(person, dateOf(duty.startsAt)))
  if (fault) faults.push(fault.message)
  if (dateOf(span.startsAt) > addDaysToDate(register.today, furthestDays))
    faults.push('Day: this is more than a year ahead. Check the year')
  return faults.length > 0 ? answer('fault') : { row, answer: { duty } }
}

const onTheDay = (person: RosterPerson, on: CivilDate) =>
  asOn({ ...person, profession: person.professionCode, employment: '' }, person.earlier ?? [], on)

/** From when to when, by the clocks in England; a shift that ends at or before its start ends on the next day. */
function spanIn(
  row: NamedRow,
  faults: string[],
): { startsAt: Instant; endsAt: Instant } | undefined {
  const day = dayIn(row, 'day', 'Day', faults)
  const starts = timeIn(row, 'starts', 'Starts', faults)
  const ends = timeIn(row, 'ends', 'Ends', faults)
  if (!starts || !ends) return undefined
  const startDay = starts.date ?? day
  if (startDay === null) {
    if (faults.length === 0)
      faults.push('Day: the cell is empty. Write the day on which the shift starts')
    return undefined
  }
  if (day !== null && starts.date !== null && day !== starts.date) {
    faults.push('Day: it is another than the day of the start. Check both')
    return undefined
  }
  const endDay = ends.date ?? (ends.time <= starts.time ? addDaysToDate(startDay, 1) : startDay)
  const startsAt = momentOf('Starts', startDay, starts, faults)
  const endsAt = momentOf('Ends', endDay, ends, faults)
  if (startsAt === undefined || endsAt === undefined) return undefined
  if (endsAt > addDays(startsAt, 7)) {
    faults.push('Ends: days after the start. Check the day')
    return undefined
  }
  return { startsAt, endsAt }
}

function timeIn(
  row: NamedRow,
  column: string,
  label: string,
  faults: string[],
): ReadTime | undefined {
  const read = row.time(column)
  if (read === null) faults.push(`${label}: the cell is empty`)
  else if ('fault' in read) faults.push(`${label}: ${read.fault}`)
  else return read
  return undefined
}

function momentOf(
  label: string,
  date: CivilDate,
  { time, which }: ReadTime,
  faults: string[],
): Instant | undefined {
  const instant = localToInstant({ date, time, which })
  if (!isLocalProblem(instant)) return instant
  faults.push(
    instant.problem === 'repeated-hour'
      ? `${label}: the clocks went back, ${time} came twice. Write ${time} (first) or ${time} (second)`
      : `${label}: the clocks went forward, there was no ${time} that night`,
  )
  return undefined
}

const yes: readonly string[] = ['yes', 'y', 'x', 'true', '1', 'nic', 'nurse in charge', 'in charge']
const no: readonly string[] = ['', 'no', 'n', 'false', '0', '-']

function inCharge(row: NamedRow, faults: string[]): boolean {
  const word = folded(row.text('nurseInCharge'))
  if (yes.includes(word)) return true
  if (!no.includes(word))
    faults.push(
      `Nurse in charge: “${row.text('nurseInCharge').slice(0, 40)}” is neither yes nor no`,
    )
  return false
}
