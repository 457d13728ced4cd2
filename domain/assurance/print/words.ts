import { formatDate, formatDateTime } from '../../shared/calendar.ts'
import type { Cell, Tone } from '../../shared/print-document.ts'
import type { CivilDate, Instant } from '../../shared/time.ts'
import { dash, quantityText, tenthsText } from '../figure-text.ts'
import { type Level, levelLabels } from '../levels.ts'
import type { MeasureModel, RequirementModel } from '../report-model.ts'
import { trendWord } from '../report-words.ts'

/** Words and cells that several parts of the printed report share. */

export const levelTones: Record<Level, Tone> = {
  substantial: 'best',
  reasonable: 'good',
  limited: 'poor',
  none: 'worst',
  'not-tested': 'unknown',
}

export const levelCell = (level: Level, note?: string): Cell => ({
  text: levelLabels[level],
  tone: levelTones[level],
  ...(note === undefined ? {} : { note }),
})

/** A number stays on one line with its unit. */
export const unbroken = (text: string): string => text.replace(/(\d) (%|h|min)/g, '$1\u00a0$2')

export const quantity = (measure: MeasureModel, part: number): string =>
  unbroken(quantityText(part, measure.unit))

export const nText = (measure: MeasureModel): string =>
  quantity(measure, measure.figure.denominator)

export const rateText = (measure: MeasureModel): string =>
  unbroken(tenthsText(measure.figure.rateTenths))

/** `5d-4: 97.2 % of n 1,204 h`. */
export const figureLine = (measure: MeasureModel): string =>
  `${measure.id}: ${rateText(measure)} of n ${nText(measure)}`

/** Which measure decided a level, with its figure; what it lacks where it could not be tested. */
export function decidedBy(requirement: RequirementModel): string {
  const deciding = measuresOfRequirement(requirement).find(({ id }) => id === requirement.leading)
  if (measuresOfRequirement(requirement).every((measure) => measure.version === null))
    return 'no records yet'
  if (!deciding) return 'no measure has enough records'
  return deciding.level === 'not-tested'
    ? `${deciding.id} has too little: n ${nText(deciding)}`
    : figureLine(deciding)
}

/** The trend in words, with the earlier level where it can be compared. */
export function trendCell(requirement: RequirementModel): Cell {
  const { earlier } = requirement.trend
  const text = trendWord(requirement)
  if (!earlier || text === dash) return { text }
  return { text, note: `${levelLabels[earlier.level].toLowerCase()} in ${earlier.label}` }
}

export function trendText(requirement: RequirementModel): string {
  const { text, note } = trendCell(requirement)
  return note === undefined ? text : `${text}: ${note}`
}

export const dateText = (date: CivilDate | null): string =>
  date === null ? dash : formatDate(date)
export const timeText = (at: Instant): string => formatDateTime(at)

export const measuresOfRequirement = (requirement: RequirementModel): MeasureModel[] =>
  requirement.linesOfEnquiry.flatMap(({ measures }) => measures)

/** `one`, or `three`: the count with its noun. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`
