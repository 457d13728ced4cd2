import { addDaysToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import {
  heldLast,
  heldUntil,
  levelPart,
  lifeSupportPart,
  multiAgencyPart,
  type Part,
  type PartId,
  type PersonFacts,
  requiredParts,
  requirementOf,
  topicPart,
} from './parts.ts'
import { levelOf, type TrainingRequirement, type TrainingRequirements } from './requirements.ts'
import { minutesTowards, type Standing, standingIn, standingOf } from './rules.ts'

/** One part of what is required of a person, as of a date. */
export interface PartLine {
  id: PartId
  standing: Standing
  /**
   * In date: the last day on which it holds. Not yet due: the last day of the limit. Lapsed: the last day on
   * which it held. Null where there is no such day.
   */
  until: CivilDate | null
}

/** Everything that is asked of one person, as of a date: one line of the training matrix. */
export interface TrainingLine {
  requirement: Pick<TrainingRequirement, 'id' | 'title' | 'level'> | null
  level: PartLine
  multiAgency: PartLine
  lifeSupport: PartLine
  /** The topics of child protection processes and care proceedings as one: the worst of them (5b-3). */
  careProceedings: Standing
  topics: PartLine[]
  /** Minutes of safeguarding training in the months that a certificate of the level counts. */
  minutes: number
  /** The least minutes that the set asks for in that time; null where it asks for none. */
  minutesAsked: number | null
}

export function partLine(person: PersonFacts, part: Part, on: CivilDate): PartLine {
  const standing = standingOf(person, part, on)
  return { id: part.id, standing, until: untilOf(part, standing, on) }
}

function untilOf(part: Part, standing: Standing, on: CivilDate): CivilDate | null {
  if (standing === 'in-date') return heldUntil(part, on)
  if (standing === 'not-yet-due') return part.dueBy
  return standing === 'lapsed' ? heldLast(part, on) : null
}

export function trainingLine(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
): TrainingLine {
  const required = requirementOf(set, person)
  const line = (part: Part) => partLine(person, part, on)
  const topics = (required?.topics ?? []).map((topic) =>
    line(topicPart(set, person, topic, required)),
  )
  const standingOfTopic = (topic: string): Standing =>
    topics.find(({ id }) => id === topic)?.standing ?? 'not-required'
  return {
    requirement: required
      ? { id: required.id, title: required.title, level: required.level }
      : null,
    level: line(levelPart(set, person, required)),
    multiAgency: line(multiAgencyPart(set, person, required)),
    lifeSupport: line(lifeSupportPart(set, person, required)),
    careProceedings: standingIn(set.careProceedingsTopics.map(standingOfTopic)),
    topics,
    minutes: minutesTowards(person.certificates, set.levelMonths, on),
    minutesAsked: required
      ? (required.minutes ?? levelOf(set, required.level)?.minutes ?? null)
      : null,
  }
}

/** Parts that a person will no longer hold: they lapse, or a starter's limit ends, on one day. */
export interface Ending {
  /** The last day on which it is in date, or the last day of the limit. */
  lastDay: CivilDate
  what: 'lapses' | 'due'
  parts: PartId[]
}

/**
 * What ends within so many days after a day, that day included, earliest first. What has lapsed already is
 * not in it.
 */
export function endingWithin(
  set: TrainingRequirements,
  person: PersonFacts,
  on: CivilDate,
  days: number,
): Ending[] {
  const end = addDaysToDate(on, days)
  const endings = new Map<string, Ending>()
  for (const part of requiredParts(set, person)) {
    const { id, standing, until } = partLine(person, part, on)
    if (until === null || until > end || standing === 'lapsed') continue
    const what = standing === 'in-date' ? 'lapses' : 'due'
    const ending = endings.get(`${until} ${what}`) ?? { lastDay: until, what, parts: [] }
    ending.parts.push(id)
    endings.set(`${until} ${what}`, ending)
  }
  return [...endings.values()].sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
}
