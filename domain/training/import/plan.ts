import type { CivilDate } from '../../shared/time.ts'
import { type ColumnMap, type ImportKind, importColumns } from './columns.ts'
import { type DateOrder, dateOrderIn, openDates, type ReadDate, readDate } from './dates.ts'
import { type Cell, type Sheet, type SheetRow, textIn } from './sheet.ts'
import { dayBeforeTime, type ReadTime, readTime } from './times.ts'

/** What an import would do with each row, told before anything is written. */

export const outcomes = ['add', 'already', 'differs', 'asked', 'left-out', 'fault'] as const
/**
 * `add` makes a record; `already` is recorded and stays as it is; `differs` too, but the file says something
 * else of it; `asked` waits for an answer; `left-out` by an answer; `fault` cannot be taken, for the reasons given.
 */
export type Outcome = (typeof outcomes)[number]

export interface ImportLine {
  row: number
  outcome: Outcome
  /** Who and what the row is about, as the file has it. */
  who: string
  what: string
  /** Why it cannot be taken, or what to know of it. */
  messages: readonly string[]
}

/** What is answered once for the whole file. It is still put when it has been answered, so that it can be seen. */
export type Question =
  | { ask: 'date-order'; examples: readonly string[] }
  /** Rows whose record was marked as entered in error, or taken off the roster, by hand. */
  | { ask: 'taken-out'; rows: readonly number[] }
  | { ask: 'word'; column: WordColumn; word: string; rows: readonly number[] }
  | {
      ask: 'person'
      key: string
      name: string
      rows: readonly number[]
      choices: readonly Choice[]
    }

export interface Choice {
  staffId: string
  label: string
}

/** The columns whose words may need translating into the app's own. */
export type WordColumn = 'course' | 'profession' | 'employment'

export const leaveOut = 'leave-out'
export const takeAgain = 'take-again'
export const takenOutAnswers = [leaveOut, takeAgain] as const
export type TakenOutAnswer = (typeof takenOutAnswers)[number]
export const somebodyNew = 'new'

export interface Answers {
  dateOrder: DateOrder | null
  /** What becomes of rows whose record somebody took out by hand. */
  takenOut: TakenOutAnswer | null
  /** A course's id or a code, or `leave-out`, by column and word (`wordKey`). */
  words: Readonly<Record<string, string>>
  /** A member of staff's id, `leave-out`, or `new` where staff are imported, by the question's key. */
  people: Readonly<Record<string, string>>
}

export interface Plan<Made> {
  lines: readonly ImportLine[]
  questions: readonly Question[]
  /** What would be written, in the order of the rows. */
  made: readonly (Made & { row: number })[]
  counts: Record<Outcome, number>
}

export const countsOf = (lines: readonly ImportLine[]): Record<Outcome, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
  ) as Record<Outcome, number>

/** What becomes of a row whose record was taken out by hand: never a record again without an answer. */
export function takenOutLine(
  answer: TakenOutAnswer | null,
  words: string,
): { outcome: 'asked' | 'left-out' | 'add'; messages: string[] } {
  if (answer === leaveOut) return { outcome: 'left-out', messages: [words] }
  return { outcome: answer === takeAgain ? 'add' : 'asked', messages: [words] }
}

/** A row by the names of its columns. */
export interface NamedRow {
  row: number
  text(column: string): string
  cell(column: string): Cell
  date(column: string): ReadDate
  /** Null for an empty cell. */
  time(column: string): ReadTime | { fault: string } | null
}

/** Each row under the names of its columns, and the question of the order of dates where it is open. */
export function namedRows(
  kind: ImportKind,
  sheet: Sheet,
  map: ColumnMap,
  answers: Answers,
): { rows: NamedRow[]; questions: Question[]; isOrderOpen: boolean } {
  const dates = importColumns[kind].filter(
    ({ isDate, isTime, key }) => (isDate || isTime) && map[key] !== undefined,
  )
  const cells = sheet.rows.flatMap((row) =>
    dates.map(({ key, isTime }) => {
      const cell = cellAt(row, map, key)
      return isTime ? dayBeforeTime(cell) : cell
    }),
  )
  const told = dateOrderIn(cells)
  const order = told === 'ask' ? answers.dateOrder : (told ?? 'day-first')
  return {
    rows: sheet.rows.map((row) => ({
      row: row.row,
      cell: (column) => cellAt(row, map, column),
      text: (column) => textIn(cellAt(row, map, column)),
      date: (column) => readDate(cellAt(row, map, column), order ?? 'day-first', sheet.from1904),
      time: (column) => readTime(cellAt(row, map, column), order ?? 'day-first', sheet.from1904),
    })),
    questions: told === 'ask' ? [{ ask: 'date-order', examples: openDates(cells) }] : [],
    isOrderOpen: order === null,
  }
}

function cellAt(row: SheetRow, map: ColumnMap, column: string): Cell {
  const at = map[column]
  return at === undefined ? null : (row.cells[at] ?? null)
}

/** The name in a row, first name first: "Ali, Samira" and two columns are read alike. */
export function nameIn(row: NamedRow): string {
  const both = `${row.text('givenName')} ${row.text('familyName')}`.trim()
  const name = row.text('name') || both
  const [family, given, ...rest] = name.split(',').map((part) => part.trim())
  return given && family && rest.length === 0 ? `${given} ${family}` : name
}

/** A day that must be there; its faults go to `messages`. */
export function dayIn(
  row: NamedRow,
  column: string,
  label: string,
  messages: string[],
): CivilDate | null {
  const read = row.date(column)
  if ('date' in read) return read.date
  messages.push(`${label}: ${read.fault}`)
  return null
}
