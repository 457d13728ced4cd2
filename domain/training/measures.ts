import type { Measure, Member, MemberClass, RecordRef } from '../assurance/measure.ts'
import { dateOf, earlierOf, epochMs, instantOf, startOfDay } from '../shared/calendar.ts'
import type { CivilDate, Cut, Instant, Period } from '../shared/time.ts'
import { groupLabel, isInPost } from '../users/staff-groups.ts'
import { shiftsCovered, shiftsCoveredOrEmpty } from './cover-measure.ts'
import {
  peopleOf,
  type RequirementsFact,
  requirementsAt,
  type ShiftFacts,
  type StaffFact,
  type TrainingFacts,
} from './facts.ts'
import { type PersonFacts, starterLimitEnd } from './parts.ts'
import { requirementFor, type TrainingRequirements } from './requirements.ts'
import {
  levelHeld,
  levelStanding,
  multiAgencyStanding,
  type Standing,
  standingIn,
  topicStanding,
} from './rules.ts'

/**
 * Measures of Finding Five b (assurance.md 2, 5b-1 to 5b-4; 5b-5 is in cover-measure.ts). Classes by decision 34; truth table in
 * docs/states/training.md.
 */

/** The class of a standing: a starter within the limit is not yet due, a certificate without its day incomplete. */
export const classOfStanding: Record<Standing, MemberClass> = {
  'not-in-post': 'not-eligible',
  'not-required': 'not-eligible',
  'in-date': 'pass',
  'not-yet-due': 'not-eligible',
  'not-known': 'incomplete',
  lapsed: 'fail',
  missing: 'fail',
}

const reasons: Record<Standing, string> = {
  'not-in-post': 'Not in post on the last day',
  'not-required': 'Not required of this profession or role',
  'in-date': 'In date on the last day',
  'not-yet-due': 'Not yet due: a starter within the limit',
  'not-known': 'The record does not say: a date or the agencies are missing',
  lapsed: 'Lapsed by the last day',
  missing: 'Not on the register by the last day',
}

/** The last moment of the period that the cut has reached. */
const lastMoment = (period: Period, cut: Cut): Instant =>
  earlierOf(instantOf(epochMs(period.to) - 1), cut.at)

const refs = (facts: PersonFacts, staff: StaffFact): RecordRef[] => [
  { type: 'staff', recordId: staff.recordId, version: staff.version },
  ...(staff.posts ?? []).map(({ recordId, version }) => ({
    type: 'earlier_post',
    recordId,
    version,
  })),
  ...facts.certificates.map((one) => ({
    type: 'certificate',
    recordId: one.recordId,
    version: one.version,
  })),
]

type Judge = (set: TrainingRequirements, person: PersonFacts, on: string) => Standing

/** Everyone in post on the last day of the period, or at the cut, judged by one standing. */
export function staffOnLastDay(
  facts: TrainingFacts,
  period: Period,
  cut: Cut,
  judge: Judge,
): Member[] {
  const at = lastMoment(period, cut)
  if (at < period.from) return []
  const on = dateOf(at)
  const revision = requirementsAt(facts.requirements, at)
  return peopleOf(facts)
    .filter(({ staff }) => isInPost(staff, on))
    .map(({ staff, person }) => {
      const member = { key: staff.staffId, at, quantity: 1, records: refs(person, staff) }
      if (!revision) return { ...member, ...withoutRequirements }
      const standing = judge(revision.content, person, on)
      return {
        ...member,
        class: classOfStanding[standing],
        reason: reasons[standing],
        group: groupLabel(staff),
        records: [...member.records, ruleSetRef(revision)],
      }
    })
}

const withoutRequirements = {
  class: 'incomplete' as const,
  reason: 'No requirements were in force on the last day',
}

const ruleSetRef = (revision: RequirementsFact): RecordRef => ({
  type: 'rule_set',
  recordId: revision.recordId,
  version: revision.version,
})

const staffPopulation = {
  version: 1,
  requirement: '5b',
  population:
    'Staff in post on the last day of the period, by profession; doctors, bank, agency, students and visitors apart',
  placedBy: 'Being in post on the last day of the period (or at the cut, where that is earlier)',
  minimumN: 5,
  unit: 'count' as const,
}

export const requiredLevelInDate: Measure<TrainingFacts> = {
  ...staffPopulation,
  id: '5b-1',
  title: 'Safeguarding training at the required level is in date',
  rule: 'A certificate at the level that the profession and role require, or higher, is in date',
  source: 'Child Z, Finding Five b and g; intercollegiate document, fifth edition (2025)',
  safetyCritical: true,
  members: (facts, period, cut) => staffOnLastDay(facts, period, cut, levelStanding),
}

export const multiAgencyInTwelveMonths: Measure<TrainingFacts> = {
  ...staffPopulation,
  id: '5b-2',
  title: 'Multi-agency training in the last twelve months',
  rule: 'Training that another agency delivered or attended was completed in the last twelve months',
  source: 'Child Z, Finding Five b',
  safetyCritical: false,
  members: (facts, period, cut) => staffOnLastDay(facts, period, cut, multiAgencyStanding),
}

export const careProceedingsTopicsInDate: Measure<TrainingFacts> = {
  ...staffPopulation,
  id: '5b-3',
  title: 'Child protection processes and care proceedings are covered',
  rule: 'Each of the topics TRN-01 to TRN-05 is in date',
  source: 'Child Z, Finding Five b; topic list of the product, to be approved by the unit',
  safetyCritical: false,
  members: (facts, period, cut) =>
    staffOnLastDay(facts, period, cut, (set, person, on) =>
      standingIn(set.careProceedingsTopics.map((topic) => topicStanding(set, person, topic, on))),
    ),
}

export const startersTrainedInTime: Measure<TrainingFacts> = {
  id: '5b-4',
  version: 1,
  requirement: '5b',
  title: 'Starters reach the required level within its limit',
  population: 'Staff whose limit for reaching the required level ends in the period',
  placedBy: "The last day of the starter's limit",
  rule: 'A certificate at the required level, or higher, was in date when the limit ended',
  source: 'Child Z, Finding Five b; limits to be approved by the unit',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: startersOf,
}

type StarterAnswer = { class: MemberClass; reason: string }

/** The ladder of a starter: judged on the last day of the limit, or at the cut where that is earlier. */
function starterAnswer(
  set: TrainingRequirements,
  person: PersonFacts,
  level: string,
  limitEnd: CivilDate,
  today: CivilDate,
): StarterAnswer {
  const { leftOn } = person.staff
  const held = levelHeld(set, person.certificates, level, today < limitEnd ? today : limitEnd)
  if (held === 'in-date') return { class: 'pass', reason: 'Reached within the limit' }
  if (leftOn !== null && leftOn < limitEnd)
    return { class: 'not-eligible', reason: 'Left before the limit ended' }
  if (today <= limitEnd)
    return { class: 'not-eligible', reason: 'Not yet due: the limit has not run out' }
  if (held === 'not-known')
    return { class: 'incomplete', reason: 'A certificate has no day of completion' }
  return { class: 'fail', reason: 'Not reached within the limit' }
}

function startersOf(facts: TrainingFacts, period: Period, cut: Cut): Member[] {
  return peopleOf(facts).flatMap(({ staff, person }): Member[] => {
    const revision = requirementsAt(facts.requirements, startOfDay(staff.startedOn))
    if (!revision) return []
    const set = revision.content
    const level = requirementFor(set, staff.profession, staff.roles)?.level
    const limitEnd = level ? starterLimitEnd(set, level, staff.startedOn) : null
    if (!level || limitEnd === null) return []
    const at = startOfDay(limitEnd)
    if (at < period.from || at >= period.to) return []
    return [
      {
        ...starterAnswer(set, person, level, limitEnd, dateOf(cut.at)),
        key: staff.staffId,
        at,
        quantity: 1,
        group: groupLabel(staff),
        records: [...refs(person, staff), ruleSetRef(revision)],
      },
    ]
  })
}

/** The measures of training that these records can answer. */
export const trainingMeasures: readonly Measure<ShiftFacts>[] = [
  requiredLevelInDate,
  multiAgencyInTwelveMonths,
  careProceedingsTopicsInDate,
  startersTrainedInTime,
  shiftsCovered,
  shiftsCoveredOrEmpty,
]
