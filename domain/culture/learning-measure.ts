import type { Measure } from '../assurance/measure.ts'
import { fail, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { addDaysToDate, startOfDay } from '../shared/calendar.ts'
import type { Cut } from '../shared/time.ts'
import type { CheckFact, CultureFacts, LearningFact } from './facts.ts'

/** Measure 5f-5 (assurance.md 2): what was learnt was changed, and the change held. Truth table: docs/states/culture.md 4. */

/** The end of the last day for the check. */
export const checkDueAt = ({ checkDueOn }: Pick<LearningFact, 'checkDueOn'>) =>
  startOfDay(addDaysToDate(checkDueOn, 1))

/** `checks` are those of the point, in the order of their days; the last one counts. */
export function learningVerdict(
  point: LearningFact,
  checks: readonly CheckFact[],
  cut: Cut,
): Verdict {
  const last = checks.at(-1)
  if (last?.outcome === 'held') return pass('The change was made, and held when it was checked')
  if (last) return fail(last.outcome === 'partly' ? 'It held in part' : 'It did not hold')
  if (cut.at < checkDueAt(point)) return notEligible('Not yet due: there is still time to check')
  return fail(point.madeOn === null ? 'The change was not made' : 'The change was not checked')
}

export const learningHeld: Measure<CultureFacts> = {
  id: '5f-5',
  version: 1,
  requirement: '5f',
  title: 'What was learnt was changed, and the change held',
  population: 'Learning points whose last day for the check lies in the period',
  placedBy: 'The end of the last day for the check, fixed when the point is noted',
  rule: 'The change was made, and the last check, four weeks later or more, found that it held',
  source: 'Child Z, Finding Five f; the days are defaults that the unit approves',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const checks = Map.groupBy(facts.checks, ({ subjectId }) => subjectId)
    return facts.learning.flatMap((point) => {
      const at = checkDueAt(point)
      if (at < period.from || at >= period.to) return []
      const own = [...(checks.get(point.recordId) ?? [])].sort((a, b) =>
        a.checkedOn < b.checkedOn
          ? -1
          : a.checkedOn > b.checkedOn
            ? 1
            : a.recordId < b.recordId
              ? -1
              : 1,
      )
      return [
        {
          ...learningVerdict(point, own, cut),
          key: point.recordId,
          at,
          quantity: 1,
          records: [
            { type: 'learning_point', recordId: point.recordId, version: point.version },
            ...own.map(({ recordId, version }) => ({ type: 'learning_check', recordId, version })),
          ],
        },
      ]
    })
  },
}
