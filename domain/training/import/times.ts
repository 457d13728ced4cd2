import type { CivilDate } from '../../shared/time.ts'
import { type DateOrder, readDate } from './dates.ts'
import { type Cell, textIn } from './sheet.ts'

/** The time of a shift in a cell: a time alone, or a day with it. */

export interface ReadTime {
  /** Null where the cell holds a time alone. */
  date: CivilDate | null
  /** `HH:MM` */
  time: string
  /** In the hour that comes twice when the clocks go back. */
  which?: 'first' | 'second'
}

const clock =
  /^(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\.\d+)?Z?(?: ?([ap])\.?m\.?)?(?: \((first|second)\))?$/i
const fourFigures = /^([01]\d|2[0-3])([0-5]\d)$/
const withDay = /^(.*\S)[ T]+(\d{1,2}[:.]\d{2}.*)$/
const minutesOfDay = 24 * 60
const howTo = 'is not a time. Write it as 07:30'

/** The day that a cell holds before its time; empty for a time alone. For asking in which order days are written. */
export const dayBeforeTime = (cell: Cell): Cell =>
  typeof cell === 'string' ? (withDay.exec(textIn(cell))?.[1] ?? null) : null

/** A time as people and spreadsheets write it; null for an empty cell. Never guesses: 7 is no time. */
export function readTime(
  cell: Cell | undefined,
  order: DateOrder,
  from1904: boolean,
): ReadTime | { fault: string } | null {
  const text = textIn(cell)
  if (text === '') return null
  if (typeof cell === 'number') return fromNumber(cell, order, from1904)
  const alone = timeIn(text)
  if (alone) return { date: null, ...alone }
  const [, day, rest] = withDay.exec(text) ?? []
  const time = timeIn(rest ?? '')
  if (day === undefined || !time) return { fault: `“${text.slice(0, 40)}” ${howTo}` }
  const read = readDate(day, order, from1904)
  return 'fault' in read ? read : { date: read.date, ...time }
}

function timeIn(text: string): Omit<ReadTime, 'date'> | undefined {
  const figures = fourFigures.exec(text)
  if (figures) return { time: `${figures[1]}:${figures[2]}` }
  const [, hours, minutes, half, which] = clock.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const hour = hourOf(Number(hours), half?.toLowerCase())
  if (hour === undefined || Number(minutes) > 59) return undefined
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  return which === 'first' || which === 'second' ? { time, which } : { time }
}

/** The hour of 24: midnight at the end of a day is 00, and the shift that ends then ends on the next day. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour === 24 ? 0 : hour < 24 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

/** Spreadsheets count a time as a part of a day: 0.3125 is 07:30. */
function fromNumber(
  value: number,
  order: DateOrder,
  from1904: boolean,
): ReadTime | { fault: string } {
  const [day, part] = [Math.floor(value), value % 1]
  if (value < 0 || (day !== 0 && part === 0)) return { fault: `The number ${value} ${howTo}` }
  const minutes = Math.round(part * minutesOfDay)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (day === 0) return { date: null, time }
  const read = readDate(minutes === minutesOfDay ? day + 1 : day, order, from1904)
  return 'fault' in read ? read : { date: read.date, time }
}
