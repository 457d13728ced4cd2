import type { Measure, Member } from '../assurance/measure.ts'
import { fail, pass, type Verdict } from '../assurance/verdict.ts'
import { dateOf, earlierOf, epochMs, instantOf } from '../shared/calendar.ts'
import type { CivilDate, Cut, Period } from '../shared/time.ts'
import { type EvidenceFact, evidenceFault } from './evidence.ts'

export interface EvidenceMeasureFacts {
  /** The ids of the framework's requirements. */
  requirements: readonly string[]
  evidence: readonly EvidenceFact[]
}

/** The last moment of the period, or the cut where that is earlier. */
const momentOf = ({ to }: Period, cut: Cut) => earlierOf(instantOf(epochMs(to) - 1), cut.at)

function verdictOf(own: readonly EvidenceFact[], day: CivilDate): Verdict {
  if (own.length === 0) return fail('No evidence is recorded')
  const faults = own.map((one) => evidenceFault(one, day)?.because ?? null)
  if (faults.includes(null)) return pass('Evidence is in date')
  const [only, ...others] = new Set(faults)
  return fail(
    only && others.length === 0
      ? only
      : 'None of its evidence counts, each piece for a reason of its own',
  )
}

export const evidenceInDate: Measure<EvidenceMeasureFacts> = {
  id: '5g-3',
  version: 1,
  requirement: '5g',
  title: 'Requirements have evidence that is in date',
  population: 'The requirements of the framework',
  placedBy: 'The last day of the period, or the cut where that is earlier',
  rule: 'One piece of evidence or more is in effect, reviewed in time, unchanged since it was pinned, and has an owner in post',
  source: 'Child Z, Finding Five g; domain.md 7.5',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: ({ requirements, evidence }, period, cut): Member[] => {
    const at = momentOf(period, cut)
    return requirements.map((requirement) => {
      const own = evidence.filter((one) => one.requirements.includes(requirement))
      return {
        ...verdictOf(own, dateOf(at)),
        key: requirement,
        at,
        quantity: 1,
        records: own.map(({ recordId, version }) => ({ type: 'evidence', recordId, version })),
      }
    })
  },
}

/** The measure of evidence. */
export const evidenceMeasures: readonly Measure<EvidenceMeasureFacts>[] = [evidenceInDate]
