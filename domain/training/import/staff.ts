import { formatDate } from '../../shared/calendar.ts'
import { folded } from '../../shared/folded-text.ts'
import { name as nameSchema } from '../../shared/text.ts'
import type { CivilDate } from '../../shared/time.ts'
import {
  type Employment,
  employmentLabels,
  employments,
  type Profession,
  professionLabels,
  professions,
} from '../../users/staff.ts'
import { staffFaults } from '../../users/staff-faults.ts'
import type { ColumnMap } from './columns.ts'
import { choiceOf, type KnownPerson, personKey, plainRegistration } from './people.ts'
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
  somebodyNew,
  type WordColumn,
} from './plan.ts'
import { type Questions, questionBook } from './questions.ts'
import type { Sheet } from './sheet.ts'
import { employmentCalled, professionCalled, wordAnswer } from './words.ts'

export interface PlannedStaff {
  name: string
  profession: Profession
  employment: Employment
  registration: string | undefined
  startedOn: CivilDate
  leftOn: CivilDate | null
}

/** Somebody of the register, with what a file may say otherwise. */
export interface KnownStaff extends KnownPerson {
  professionCode: string
  employment: string
}

export interface StaffRegister {
  staff: readonly KnownStaff[]
  today: CivilDate
}

/**
 * What the import of a list of staff would do, row by row. Whoever is in the register stays as they are there;
 * somebody of the same name with another number or another first day is asked about.
 */
export function planStaff(
  sheet: Sheet,
  map: ColumnMap,
  answers: Answers,
  register: StaffRegister,
): Plan<PlannedStaff> {
  const { rows, questions, isOrderOpen } = namedRows('staff', sheet, map, answers)
  const asked = questionBook(questions)
  const byName = Map.groupBy(register.staff, ({ name }) => folded(name))
  const inFile = new Map<string, { row: number; person: PlannedStaff }[]>()
  const made: Plan<PlannedStaff>['made'][number][] = []
  const lines = rows.map((row): ImportLine => {
    const read = readRow(row, answers, asked, register.today)
    const line = (outcome: Outcome, messages: readonly string[] = read.messages): ImportLine => ({
      row: row.row,
      outcome,
      who: nameIn(row),
      what: row.text('profession'),
      messages,
    })
    if (read.outcome !== 'add') return line(read.outcome)
    if (isOrderOpen) return line('asked', [])
    const { person } = read
    const key = folded(person.name)
    const before = inFile.get(key) ?? []
    const twin = before.find((one) => isSame(one.person, person))
    if (twin) return line('already', [`The same as row ${twin.row}: taken once`])
    const named = byName.get(key) ?? []
    const known = (one: KnownStaff) => {
      const otherwise = staffDifferences(person, one)
      return otherwise.length === 0
        ? line('already', ['In the register already: nothing is changed'])
        : line('differs', [
            ...otherwise,
            'Nothing is changed. If the file is right, correct the register by hand',
          ])
    }
    const same = named.find((one) => isSame(one, person))
    if (same) return known(same)
    if (named.length > 0 || before.length > 0) {
      const ask = `${personKey(person.name, person.registration ?? '')} ${person.startedOn}`
      asked.person(ask, person.name, row.row, named.map(choiceOf))
      const answer = answers.people[ask]
      if (answer === leaveOut) return line('left-out', [])
      const meant = named.find(({ staffId }) => staffId === answer)
      if (meant) return known(meant)
      if (answer !== somebodyNew) return line('asked', [])
    }
    inFile.set(key, [...before, { row: row.row, person }])
    made.push({ ...person, row: row.row })
    return line('add')
  })
  return { lines, questions: asked.all(), made, counts: countsOf(lines) }
}

/** In what the file says otherwise than the register, each in words. What the file leaves out is no difference. */
function staffDifferences(file: PlannedStaff, known: KnownStaff): string[] {
  const day = (on: CivilDate | null) => (on === null ? '' : formatDate(on))
  const pairs: readonly (readonly [string, string, string])[] = [
    ['Profession', professionLabels[file.profession], known.profession],
    ['Employed as', employmentLabels[file.employment], employmentWords(known.employment)],
    ['Registration number', file.registration ?? '', known.registration ?? ''],
    ['Started', day(file.startedOn), day(known.startedOn)],
    ['Left', day(file.leftOn), day(known.leftOn)],
  ]
  return pairs
    .filter(([, said, is]) => said !== '' && plainRegistration(said) !== plainRegistration(is))
    .map(([label, said, is]) => `${label}: ${said} in the file, ${is || 'nothing'} in the register`)
}

const employmentWords = (code: string) => (employmentLabels as Record<string, string>)[code] ?? code

type Comparable = { registration?: string | null | undefined; startedOn: CivilDate }

/** Of one name: the same number, or the same first day where either has none. */
function isSame(a: Comparable, b: Comparable): boolean {
  const [one, other] = [
    plainRegistration(a.registration ?? ''),
    plainRegistration(b.registration ?? ''),
  ]
  return one !== '' && other !== '' ? one === other : a.startedOn === b.startedOn
}

type ReadRow =
  | { outcome: Exclude<Outcome, 'add' | 'already' | 'differs'>; messages: string[] }
  | { outcome: 'add'; messages: string[]; person: PlannedStaff }

const labels: Record<string, string> = {
  startedOn: 'Started',
  leftOn: 'Left',
  registration: 'Registration number',
}

function readRow(row: NamedRow, answers: Answers, asked: Questions, today: CivilDate): ReadRow {
  const faults: string[] = []
  const typedName = nameSchema.safeParse(nameIn(row))
  if (!typedName.success)
    faults.push(`Name: ${typedName.error.issues[0]?.message ?? 'Enter a name'}`)
  const meaning = <Code extends string>(
    column: WordColumn,
    label: string,
    called: (word: string) => Code | undefined,
    codes: readonly Code[],
  ): Code | 'ask' | typeof leaveOut | undefined => {
    const word = row.text(column)
    if (word === '') {
      faults.push(`${label}: The cell is empty`)
      return undefined
    }
    const known = called(word)
    if (known) return known
    asked.word(column, word, row.row)
    const answer = wordAnswer(answers, column, word)
    if (answer === leaveOut) return leaveOut
    const code = codes.find((one) => one === answer)
    return code ?? 'ask'
  }
  const profession = meaning('profession', 'Profession', professionCalled, professions)
  const employment = meaning('employment', 'Employed as', employmentCalled, employments)
  const startedOn = dayIn(row, 'startedOn', 'Started', faults)
  if (startedOn === null && !faults.some((fault) => fault.startsWith('Started')))
    faults.push('Started: The cell is empty')
  const leftOn = dayIn(row, 'leftOn', 'Left', faults)
  const registration = row.text('registration') || undefined

  if (profession === leaveOut || employment === leaveOut)
    return { outcome: 'left-out', messages: [] }
  if (faults.length > 0) return { outcome: 'fault', messages: faults }
  if (profession === 'ask' || employment === 'ask') return { outcome: 'asked', messages: [] }
  if (!typedName.success || !profession || !employment || startedOn === null)
    return { outcome: 'fault', messages: faults }
  const person = { name: typedName.data, profession, employment, registration, startedOn, leftOn }
  const untrue = staffFaults(person, today).map(
    ({ field, message }) => `${labels[field] ?? field}: ${message}`,
  )
  return untrue.length > 0
    ? { outcome: 'fault', messages: untrue }
    : { outcome: 'add', messages: [], person }
}
