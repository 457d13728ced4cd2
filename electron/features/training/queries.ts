import { ruleSetState } from '#domain/rule-sets/rule-set.ts'
import { dateOf, earlierOf, epochMs, instantOf, periodOfDays } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { complianceByGroup, type GroupLine } from '#domain/training/by-group.ts'
import { peopleOf, requirementsAt, type TrainingFacts } from '#domain/training/facts.ts'
import { endingWithin, type TrainingLine, trainingLine } from '#domain/training/line.ts'
import { type ComplianceOn, quarterEnds } from '#domain/training/over-time.ts'
import type { TrainingRequirements } from '#domain/training/requirements.ts'
import type { Standing } from '#domain/training/rules.ts'
import { groupLabel, isInPost } from '#domain/users/staff-groups.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { factsAtEach, trainingFacts, trainingFactsOf } from './facts.ts'

const names = new Intl.Collator('en-GB')
const byDay = (a: CivilDate, b: CivilDate) => (a < b ? -1 : a > b ? 1 : 0)

/** The day that is asked about: today where none is named. Refuses a day still to come. */
export function dayOf(now: Instant, on: CivilDate | undefined): CivilDate {
  const today = dateOf(now)
  if (on !== undefined && on > today)
    refuseField(
      'on',
      'Enter a date that is not in the future: nobody knows yet who will be trained',
    )
  return on ?? today
}

/** The last moment of a day that has been reached. */
export const endOf = (on: CivilDate, now: Instant): Instant =>
  earlierOf(instantOf(epochMs(periodOfDays(on, on).to) - 1), now)

/** The required training in force at an instant. Refuses where the unit has none. */
export const requirementsIn = (facts: Pick<TrainingFacts, 'requirements'>, at: Instant) =>
  requirementsAt(facts.requirements, at) ??
  refuse('not-found', 'The unit has no list of required training')

/** What is known of everybody's training on a day. */
export const factsOn = (db: ReadDb, now: Instant, on: CivilDate): TrainingFacts =>
  trainingFacts(db, periodOfDays(on, on), { at: now, auditSeq: newest })

/** What is required, for the forms and headings of the training pages. */
export function listsOf(facts: Pick<TrainingFacts, 'requirements'>, at: Instant) {
  const revision = requirementsIn(facts, at)
  const { levels, topics, careProceedingsTopics, edition } = revision.content
  return {
    edition,
    state: ruleSetState(revision, dateOf(at)),
    levels: levels.map(({ code, name, rank }) => ({ code, name, rank })),
    topics: topics.map(({ id, title }) => ({ id, title })),
    careProceedingsTopics,
  }
}

export interface MatrixRow extends TrainingLine {
  staffId: string
  name: string
  profession: string
  employment: string
  group: string
  isDoctor: boolean
}

/** The training matrix as of a day: everyone in post with everything that is asked of them. */
export function matrix(db: ReadDb, now: Instant, asked: CivilDate | undefined) {
  const on = dayOf(now, asked)
  const facts = factsOn(db, now, on)
  const at = endOf(on, now)
  const set = requirementsIn(facts, at).content
  const nameOf = staffNameOf(db)
  const people = peopleOf(facts)
    .filter(({ staff: member }) => isInPost(member, on))
    .map(
      ({ staff: member, person }): MatrixRow => ({
        staffId: member.staffId,
        name: nameOf(member.staffId),
        profession: member.profession,
        employment: member.employment,
        group: groupLabel(member),
        isDoctor: isDoctorIn(set, member.profession),
        ...trainingLine(set, person, on),
      }),
    )
    .sort((a, b) => names.compare(a.name, b.name))
  return { on, ...listsOf(facts, at), people }
}

const isDoctorIn = (set: TrainingRequirements, profession: string) =>
  set.medicalProfessions.some((one) => one === profession)

/** Compliance by profession as of a day, each figure with its n. */
export function groups(
  db: ReadDb,
  now: Instant,
  asked: CivilDate | undefined,
): { on: CivilDate; groups: GroupLine[] } {
  const on = dayOf(now, asked)
  const cut = { at: now, auditSeq: newest }
  return { on, groups: complianceByGroup(factsOn(db, now, on), on, cut) }
}

/** Quarters that are shown before today. */
const shownQuarters = 7

/** Compliance by profession at the end of each of the last quarters and today, by what is recorded now. */
export function overTime(db: ReadDb, now: Instant): ComplianceOn[] {
  const days = quarterEnds(dateOf(now), shownQuarters)
  const cut = { at: now, auditSeq: newest }
  const facts = factsAtEach(
    db,
    days.map((on) => endOf(on, now)),
    now,
  )
  return days.flatMap((on, index) => {
    const then = facts[index]
    return then ? [{ on, groups: complianceByGroup(then, on, cut) }] : []
  })
}

/** What lapses, and which starter's limit ends, in so many days from today; earliest first. */
export function ending(db: ReadDb, now: Instant, days: number) {
  const on = dateOf(now)
  const facts = factsOn(db, now, on)
  const set = requirementsIn(facts, now).content
  const nameOf = staffNameOf(db)
  const rows = peopleOf(facts)
    .filter(({ staff: member }) => isInPost(member, on))
    .flatMap(({ staff: member, person }) =>
      endingWithin(set, person, on, days).map((one) => ({
        staffId: member.staffId,
        name: nameOf(member.staffId),
        group: groupLabel(member),
        ...one,
      })),
    )
    .sort((a, b) => byDay(a.lastDay, b.lastDay) || names.compare(a.name, b.name))
  return { on, ...listsOf(facts, now), rows }
}

/** One person's training at an instant; `line` is null where it cannot be told. */
export interface TrainingOf {
  /** The standing in the safeguarding level that is required of them: what the signer rule asks (decision 11). */
  standing: Standing
  line: TrainingLine | null
}

/** The training of one member of staff at an instant. */
export function trainingOf(db: ReadDb, staffId: string, at: Instant): TrainingOf {
  const facts = trainingFactsOf(db, staffId, at, newest)
  const person = peopleOf(facts)[0]?.person
  const revision = requirementsAt(facts.requirements, at)
  if (!person) return { standing: 'not-in-post', line: null }
  if (!revision) return { standing: 'not-known', line: null }
  const line = trainingLine(revision.content, person, dateOf(at))
  return { standing: line.level.standing, line }
}
