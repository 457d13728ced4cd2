import { addDays, formatDateTime } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { minuteOf } from '../shared/minute.ts'
import type { Instant } from '../shared/time.ts'
import { type EpisodeFacts, recognisedFirst } from './episode.ts'
import { endedBy } from './escalation.ts'
import type { InjuryMark, Version } from './record.ts'

/** The part of an episode that was written by hand on the blank form, because the computer could not be used. */
export interface PaperForm extends Version {
  episodeId: string
  writtenFrom: Instant
  writtenUntil: Instant
  /** Why the computer could not be used. */
  because: string
  keptWhere: string
}

type Written = Pick<PaperForm, 'writtenFrom' | 'writtenUntil'>

/**
 * Whether something was copied from a form: it happened while the form was written, and was entered after, in
 * a later minute than its own. What is pressed as it happens is never taken for it.
 */
export const isFromPaper = (
  forms: readonly Written[],
  happenedAt: Instant,
  recordedAt: Instant,
): boolean =>
  forms.some(
    ({ writtenFrom, writtenUntil }) =>
      happenedAt >= writtenFrom &&
      happenedAt <= writtenUntil &&
      recordedAt >= writtenUntil &&
      minuteOf(recordedAt) > happenedAt,
  )

/** Something in an episode that was copied from a form, and how long after it happened it was entered. */
export interface FromPaper {
  recordId: string
  happenedAt: Instant
  recordedAt: Instant
}

/** A mark of the body map, as far as the form asks: when it was seen. */
type MarkSeen = Pick<InjuryMark, 'recordId' | 'recordedAt' | 'seenAt'>

/** Every entry of an episode that was copied from its forms, in the order in which things happened. */
export function fromPaper(
  forms: readonly Written[],
  facts: EpisodeFacts,
  marks: readonly MarkSeen[] = [],
): FromPaper[] {
  if (forms.length === 0) return []
  const [raised] = facts.concern
  const times: (Pick<Version, 'recordId' | 'recordedAt'> & { at: Instant })[] = [
    ...(raised ? [{ ...raised, at: raised.recognisedAt }] : []),
    ...newest(facts.sets).map((one) => ({ ...one, at: one.observedAt })),
    ...newest(facts.infection).map((one) => ({ ...one, at: one.answeredAt })),
    ...newest(facts.raises).map((one) => ({ ...one, at: one.chosenAt })),
    ...facts.contacts.map((one) => ({ ...one, at: one.calledAt })),
    ...facts.escorts.map((one) => ({ ...one, at: one.decidedAt })),
    ...facts.departures.map((one) => ({ ...one, at: one.leftAt })),
    ...marks.map((one) => ({ ...one, at: one.seenAt })),
    ...facts.outcomes.map((one) => ({ ...one, at: one.at })),
  ]
  return times
    .filter(({ at, recordedAt }) => isFromPaper(forms, at, recordedAt))
    .map(({ recordId, recordedAt, at }) => ({ recordId, recordedAt, happenedAt: at }))
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
}

/** The newest version of each record that was not withdrawn. */
function newest<Row extends Version>(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>()
  for (const row of rows)
    if (row.version > (last.get(row.recordId)?.version ?? 0)) last.set(row.recordId, row)
  return [...last.values()].filter(({ withdrawn }) => !withdrawn)
}

/** As long as a computer can be away before somebody has to be asked what happened: product default. */
const longestDays = 7

/** What is wrong with the times of a form; empty where nothing is. */
export function paperFaults(facts: EpisodeFacts, form: Written, now: Instant): FieldMessage[] {
  const { writtenFrom, writtenUntil } = form
  const recognised = recognisedFirst(facts)
  const ended = endedBy(facts)?.at
  const fault = (field: keyof Written, message: string) => [{ field, message }]
  if (writtenUntil > now)
    return fault('writtenUntil', `This is in the future: it is now ${formatDateTime(now)}`)
  if (writtenUntil <= writtenFrom)
    return fault('writtenUntil', 'The computer was back after the form was begun. Check both times')
  if (writtenUntil > addDays(writtenFrom, longestDays))
    return fault('writtenFrom', `More than ${longestDays} days on paper: check the dates`)
  if (writtenUntil < minuteOf(recognised))
    return fault(
      'writtenUntil',
      `The concern was recognised on ${formatDateTime(recognised)}: the form was written before it`,
    )
  if (ended !== undefined && writtenFrom > ended)
    return fault('writtenFrom', `The episode ended on ${formatDateTime(ended)}: check the times`)
  return []
}
