import type { Measure, Member } from '../assurance/measure.ts'
import { fail, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import {
  addDaysToDate,
  addMonthsToDate,
  dateOf,
  daysBetween,
  earlierOf,
  epochMs,
  instantOf,
} from '../shared/calendar.ts'
import type { CivilDate, Cut, Instant, Period } from '../shared/time.ts'
import { groupLabel, isInPost } from '../users/staff-groups.ts'
import { isReflective } from './codes.ts'
import { type CultureFacts, cultureRulesAt, type SessionFact, type StaffFact } from './facts.ts'

/** Measures 5f-1 and 5g-4 (assurance.md 2): who of the staff reflects, and who has safeguarding supervision. Truth tables: docs/states/culture.md 2 and 3. */

interface Span {
  /** The day before the first. */
  after: CivilDate
  last: CivilDate
}

/**
 * The whole spans of so many days that end with the last day, and lie in the period; at least one, which may
 * begin before it. Newest first.
 */
export function spansTo(last: CivilDate, first: CivilDate, days: number): Span[] {
  const whole = Math.max(1, Math.floor((daysBetween(first, last) + 1) / days))
  return Array.from({ length: whole }, (_, index) => ({
    after: addDaysToDate(last, -days * (index + 1)),
    last: addDaysToDate(last, -days * index),
  }))
}

const within = ({ heldOn }: SessionFact, span: Span) => span.after < heldOn && heldOn <= span.last

/** One reflective session in each span through which the person was in post. */
export function reflectionVerdict(
  person: StaffFact,
  attended: readonly SessionFact[],
  spans: readonly Span[],
): Verdict {
  const asked = spans.filter(({ after }) => person.startedOn <= addDaysToDate(after, 1))
  if (asked.length === 0) return notEligible('Not yet due: not in post for one whole span')
  const missed = asked.filter((span) => !attended.some((one) => within(one, span))).length
  if (missed === 0) return pass('Came to a reflective session in each span')
  return fail(
    missed === asked.length
      ? 'Came to no reflective session'
      : `Came to none in ${missed} of ${asked.length} spans`,
  )
}

/** One session of safeguarding supervision in the months that end with the last day. */
export function supervisionVerdict(
  person: StaffFact,
  attended: readonly SessionFact[],
  months: number,
  last: CivilDate,
): Verdict {
  const after = addMonthsToDate(last, -months)
  if (attended.some((one) => within(one, { after, last })))
    return pass('Had safeguarding supervision in the time asked for')
  return person.startedOn > after
    ? notEligible('Not yet due: in post for less than the time asked for')
    : fail('No safeguarding supervision in the time asked for')
}

/** The last moment of the period that the cut has reached. */
const lastMoment = (period: Period, cut: Cut): Instant =>
  earlierOf(instantOf(epochMs(period.to) - 1), cut.at)

interface Judged {
  person: StaffFact
  verdict: Verdict
  counted: readonly SessionFact[]
}

/** Everyone in post on the last day of whom it is asked, judged over the sessions of one kind that they came to. */
function judgeStaff(
  facts: CultureFacts,
  period: Period,
  cut: Cut,
  counts: (session: SessionFact) => boolean,
  judge: (person: StaffFact, attended: readonly SessionFact[], last: CivilDate) => Verdict,
): Judged[] {
  const at = lastMoment(period, cut)
  const rules = cultureRulesAt(facts, at)
  if (at < period.from || !rules) return []
  const last = dateOf(at)
  const exempt: ReadonlySet<string> = new Set(rules.notAskedOf.professions)
  const attendedBy = new Map<string, SessionFact[]>()
  for (const session of facts.sessions.filter((one) => counts(one) && one.heldOn <= last))
    for (const staffId of session.attended) {
      const own = attendedBy.get(staffId)
      if (own) own.push(session)
      else attendedBy.set(staffId, [session])
    }
  return facts.staff
    .filter((person) => isInPost(person, last) && !exempt.has(person.profession))
    .map((person) => {
      const counted = attendedBy.get(person.recordId) ?? []
      return { person, counted, verdict: judge(person, counted, last) }
    })
}

const sessionRef = ({ recordId, version }: SessionFact) => ({
  type: 'staff_session',
  recordId,
  version,
})

const reflection: Measure<CultureFacts> = {
  id: '5f-1',
  version: 1,
  requirement: '5f',
  title: 'Staff come to a reflective session in each six weeks',
  population:
    'Staff in post on the last day of the period, by profession, without those who do not look after mothers and babies',
  placedBy: 'Being in post on the last day of the period (or at the cut, where that is earlier)',
  rule: 'A reflective session in each whole span of six weeks, counted back from the last day, through which the person was in post',
  source: 'Child Z, Finding Five f; six weeks is a default that the unit approves',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: reflectionMembers,
}

/**
 * Members without a name (decision 39): attendance is seen by facilitator and safeguarding lead alone. A member
 * is known by group, class and a number, and its records are sessions; who it is stays in the register.
 */
function reflectionMembers(facts: CultureFacts, period: Period, cut: Cut): Member[] {
  const at = lastMoment(period, cut)
  const days = cultureRulesAt(facts, at)?.reflectiveEvery.days ?? 1
  const spans = spansTo(dateOf(at), dateOf(period.from), days)
  const judged = judgeStaff(
    facts,
    period,
    cut,
    ({ kind }) => isReflective(kind),
    (person, attended) => reflectionVerdict(person, attended, spans),
  )
  const counts = new Map<string, number>()
  return judged.map(({ person, verdict, counted }) => {
    const group = groupLabel(person)
    const name = `${group}, ${verdict.class}`
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    return {
      ...verdict,
      key: `${name} ${number}`,
      at,
      quantity: 1,
      group,
      records: counted
        .filter((session) => spans.some((span) => within(session, span)))
        .map(sessionRef),
    }
  })
}

const safeguardingSupervision: Measure<CultureFacts> = {
  id: '5g-4',
  version: 1,
  requirement: '5g',
  title: 'Staff have had safeguarding supervision in the last quarter',
  population:
    'Staff in post on the last day of the period, by profession, doctors, bank and agency apart, without those who do not look after mothers and babies',
  placedBy: 'Being in post on the last day of the period (or at the cut, where that is earlier)',
  rule: 'A session of safeguarding supervision in the three months up to the last day',
  source: 'Child Z, Finding Five g; three months is to be confirmed against the trust’s own rule',
  safetyCritical: true,
  minimumN: 5,
  unit: 'count',
  members(facts, period, cut) {
    const at = lastMoment(period, cut)
    const months = cultureRulesAt(facts, at)?.safeguardingSupervisionEvery.months ?? 1
    return judgeStaff(
      facts,
      period,
      cut,
      ({ kind }) => kind === 'safeguarding-supervision',
      (person, attended, last) => supervisionVerdict(person, attended, months, last),
    ).map(({ person, verdict, counted }) => ({
      ...verdict,
      key: person.recordId,
      at,
      quantity: 1,
      group: groupLabel(person),
      records: [
        { type: 'staff', recordId: person.recordId, version: person.version },
        ...counted
          .filter((session) =>
            within(session, { after: addMonthsToDate(dateOf(at), -months), last: dateOf(at) }),
          )
          .map(sessionRef),
      ],
    }))
  },
}

export const sessionMeasures: readonly Measure<CultureFacts>[] = [
  reflection,
  safeguardingSupervision,
]
