import { addDaysToDate, addMonthsToDate, daysBetween, formatDate } from '../shared/calendar.ts'
import { roughText } from '../shared/rough-date.ts'
import type { CivilDate } from '../shared/time.ts'
import { type ChronologyLine, spanOf } from './line.ts'
import type { HistoryAnalysis } from './rule-content.ts'

/** What the history does not tell: each gap is a question to ask, never a finding. Truth table: docs/states/chronology.md. */
export interface Gap {
  kind: 'time' | 'document' | 'undated'
  text: string
  /** The days of which nothing is told. */
  first?: CivilDate
  last?: CivilDate
  recordId?: string
}

/** A document on the register, or one that is expected, as far as the page of history asks. */
export interface AwaitedDocument {
  title: string
  sourceName: string
  state: string
}

interface History {
  lines: readonly ChronologyLine[]
  awaited: readonly AwaitedDocument[]
  /** The day up to which the history is asked for: the arrival, or today before it. */
  until: CivilDate
}

// What this unit records from its own register says nothing of the time before.
const tellsOfTime = ({ from }: ChronologyLine) => from !== 'document'

/** The gaps of a history: time of which nothing is told, documents that have not come, events without a date. */
export const gapsOf = (history: History, set: HistoryAnalysis): Gap[] => [
  ...gapsInTime(history, set),
  ...history.awaited.map(documentGap),
  ...history.lines
    .filter(({ happened }) => happened.on === null)
    .map(
      ({ recordId, what }): Gap => ({
        kind: 'undated',
        recordId,
        text: `When it happened is not known: ${short(what)}`,
      }),
    ),
]

function gapsInTime({ lines, until }: History, { gaps }: HistoryAnalysis): Gap[] {
  const from = addMonthsToDate(until, -gaps.lookBackMonths)
  const spans = lines
    .filter(tellsOfTime)
    .flatMap((line) => spanOf(line) ?? [])
    .filter(({ first, last }) => last >= from && first <= until)
    .sort((a, b) => (a.first < b.first ? -1 : 1))
  const found: Gap[] = []
  let known = addDaysToDate(from, -1)
  for (const { first, last } of [...spans, { first: addDaysToDate(until, 1), last: until }]) {
    const silent = daysBetween(known, first) - 1
    if (silent > gaps.days) found.push(timeGap(addDaysToDate(known, 1), addDaysToDate(first, -1)))
    if (last > known) known = last
  }
  return found
}

const timeGap = (first: CivilDate, last: CivilDate): Gap => ({
  kind: 'time',
  first,
  last,
  text: `Nothing is told of ${formatDate(first)} to ${formatDate(last)}: where was she, and who saw her?`,
})

const documentGap = ({ title, sourceName, state }: AwaitedDocument): Gap => ({
  kind: 'document',
  text:
    sourceName === ''
      ? `${title}: nobody is known who holds it`
      : `${title}, from ${sourceName}: ${state === 'asked' ? 'asked for, not received' : 'not asked for yet'}`,
})

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** When a line happened, in words: "March 2025 to 4 May 2025". */
export const whenText = ({ happened, ended }: ChronologyLine): string =>
  ended === null ? roughText(happened) : `${roughText(happened)} to ${formatDate(ended)}`
