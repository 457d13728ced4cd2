import { addDays } from '../shared/calendar.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import { type Asking, isAnswer, type OpenSpan } from './family-history.ts'
import type { PeopleRules } from './rule-content.ts'
import { answerKey } from './unknowns.ts'

/** When what is not known has to be asked again. Truth table: docs/states/people.md, 3. */
export interface AskStep {
  dueAt: Instant
  /** When it was asked; null where it was not yet. */
  doneAt: Instant | null
}

/**
 * The times at which a question had to be asked, one after the other: first within the limit from when it was
 * open, then at the date that the last asking set. The last is the next one. `askings` stand as recorded.
 */
export function askSteps(
  span: Pick<OpenSpan, 'from'>,
  askings: readonly Asking[],
  rules: PeopleRules,
): AskStep[] {
  const inOrder = askings
    .filter((one) => one.askedAt >= span.from && !isAnswer(one))
    .sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
  let dueAt = dueOf(rules.askAgain.limit, span.from).at
  const steps: AskStep[] = []
  for (const { askedAt, nextAskAt } of inOrder) {
    steps.push({ dueAt, doneAt: askedAt })
    dueAt = nextAskAt ?? dueOf(rules.askAgain.limit, askedAt).at
  }
  return [...steps, { dueAt, doneAt: null }]
}

/** The latest time that an asking may set for the next. */
export const latestNextAsk = (askedAt: Instant, rules: PeopleRules): Instant =>
  addDays(askedAt, rules.askOnceMoreAtMost.days)

/** The askings of each question, by `answerKey`. */
export const askingsByQuestion = (askings: readonly Asking[]): Map<string, Asking[]> =>
  Map.groupBy(askings, ({ personId, questionKey }) => answerKey(personId, questionKey))
