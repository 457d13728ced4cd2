import type { Measure } from '../assurance/measure.ts'
import { fail, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import type { Cut } from '../shared/time.ts'
import type { CultureFacts, SpotCheckFact } from './facts.ts'

/** Measure 2e-2 (assurance.md 2; decision 34: an unanswered question is a fail). Truth table: docs/states/culture.md 8. */

export function spotVerdict(check: SpotCheckFact, cut: Cut): Verdict {
  if (check.answeredAt === null)
    return cut.at < check.dueAt
      ? notEligible('Not yet due: the questions have just been put')
      : fail('No question was answered')
  if (check.answered < check.asked) return fail('A question was not answered')
  return check.right === check.asked
    ? pass('Every question was answered rightly')
    : fail('A question was answered wrongly')
}

export const spotChecksRight: Measure<CultureFacts> = {
  id: '2e-2',
  version: 1,
  requirement: '2e',
  title: 'Staff know what a plan, shared responsibility and care proceedings mean',
  population:
    'Spot checks in the period, each of five questions about one baby with a plan or an order',
  placedBy: 'The time at which the questions were put',
  rule: 'All five questions were answered rightly; one that was not answered is not',
  source: 'Child Z, Finding Two e; the questions are approved by the unit',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: ({ spotChecks }, period, cut) =>
    spotChecks
      .filter(({ askedAt }) => period.from <= askedAt && askedAt < period.to)
      .map((check) => ({
        ...spotVerdict(check, cut),
        key: check.recordId,
        at: check.askedAt,
        quantity: 1,
        records: [{ type: 'spot_check', recordId: check.recordId, version: check.version }],
      })),
}
