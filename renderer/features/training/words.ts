import { formatDate } from '#domain/shared/calendar.ts'
import type { PartId } from '#domain/training/parts.ts'
import { type Agency, agencyLabels, type TrainingSubject } from '#domain/training/record.ts'
import type { Standing } from '#domain/training/rules.ts'
import { partNames, standingWords } from '#domain/training/standing-words.ts'
import type { Tone } from '../../ui/tag.tsx'
import type { CertificateView, ListsView, PartView } from './view.ts'

/** How a standing is shown: a sign, a word and a colour, so that the colour is never alone. */
export const standingMarks: Record<Standing, { sign: string; word: string; tone: Tone }> = {
  'in-date': { sign: '✓', word: standingWords['in-date'], tone: 'good' },
  'not-yet-due': { sign: '…', word: standingWords['not-yet-due'], tone: 'info' },
  'not-known': { sign: '?', word: standingWords['not-known'], tone: 'warning' },
  lapsed: { sign: '!', word: standingWords.lapsed, tone: 'danger' },
  missing: { sign: '✕', word: standingWords.missing, tone: 'danger' },
  'not-required': { sign: '–', word: standingWords['not-required'], tone: 'neutral' },
  'not-in-post': { sign: '–', word: standingWords['not-in-post'], tone: 'neutral' },
}

/** The day that belongs to a standing, as it reads under it; empty where there is none. */
export function untilText({ standing, until }: PartView): string {
  if (until === null) return ''
  const day = formatDate(until)
  if (standing === 'in-date') return `to ${day}`
  if (standing === 'not-yet-due') return `by ${day}`
  return standing === 'lapsed' ? `held to ${day}` : ''
}

/** Worst first, so that sorting by a column puts what needs work on top. */
const order: readonly Standing[] = [
  'missing',
  'lapsed',
  'not-known',
  'not-yet-due',
  'in-date',
  'not-required',
  'not-in-post',
]

/** What a column of standings is sorted by: the worst first, then the day that comes soonest. */
export const sortOfPart = ({ standing, until }: PartView): string =>
  `${order.indexOf(standing)} ${until ?? ''}`

const needsWork: readonly Standing[] = ['missing', 'lapsed', 'not-known']

/** Whether somebody has to do something about it now. */
export const isGap = (standing: Standing): boolean => needsWork.includes(standing)

/** A part of what is required, by its name; a topic by its id. */
export const partName = (id: PartId): string => partNames[id] ?? id

export const levelText = (lists: Pick<ListsView, 'levels'>, code: string): string => {
  const level = lists.levels.find((one) => one.code === code)
  const number = /^\d/.test(code) ? `Level ${code}` : ''
  return [number, level?.name].filter(Boolean).join(', ') || code
}

/** The level as it stands in a narrow column. */
export const shortLevel = (code: string): string => (/^\d/.test(code) ? `Level ${code}` : code)

export const topicTitle = (lists: Pick<ListsView, 'topics'>, id: string): string =>
  lists.topics.find((one) => one.id === id)?.title ?? id

export const subjectLabels: Record<TrainingSubject, string> = {
  safeguarding: 'Safeguarding',
  'life-support': 'Paediatric life support',
  other: 'Something else',
}

/** Minutes as hours: 8 h, 7 h 30 min. */
export function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Hours as they are typed, 7.5 or 7:30, in minutes; undefined for anything else. */
export function minutesTyped(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 60) : undefined
}

/** Minutes as they are typed into a form: 7.5, or 7:20 where tenths of an hour cannot say it. */
export function hoursTyped(minutes: number): string {
  // Every third minute is a whole number of hundredths of an hour.
  return minutes % 3 === 0
    ? String(minutes / 60)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Who was there from outside, and whether that is known at all. */
export function agenciesText({
  deliveredByAnother,
  agenciesPresent,
}: Pick<CertificateView, 'deliveredByAnother' | 'agenciesPresent'>): string {
  const present = agenciesPresent?.map((one) => agencyLabels[one as Agency] ?? one) ?? []
  const delivered = deliveredByAnother === true ? ['Delivered by another agency'] : []
  const known = [...delivered, ...present]
  if (known.length > 0) return known.join(', ')
  return agenciesPresent === null || deliveredByAnother === null ? 'Not known' : 'None'
}
