import { type Figure, figureOf, type Member } from '../assurance/measure.ts'
import { periodOfDays } from '../shared/calendar.ts'
import type { CivilDate, Cut, Period } from '../shared/time.ts'
import { groupLabel } from '../users/staff-groups.ts'
import { requirementsAt, type StaffFact, type TrainingFacts } from './facts.ts'
import {
  careProceedingsTopicsInDate,
  multiAgencyInTwelveMonths,
  requiredLevelInDate,
  staffOnLastDay,
} from './measures.ts'
import { lifeSupportStanding } from './rules.ts'

/** One line of compliance by profession: who they are, how many, and the figure of each thing asked of them. */
export interface GroupLine {
  group: string
  /** A total counts people who are in the lines above it. */
  isTotal: boolean
  /** People in post on the day. */
  n: number
  level: Figure
  multiAgency: Figure
  careProceedings: Figure
  lifeSupport: Figure
}

type Members = (facts: TrainingFacts, period: Period, cut: Cut) => Member[]

const asked: Record<'level' | 'multiAgency' | 'careProceedings' | 'lifeSupport', Members> = {
  level: requiredLevelInDate.members,
  multiAgency: multiAgencyInTwelveMonths.members,
  careProceedings: careProceedingsTopicsInDate.members,
  lifeSupport: (facts, period, cut) => staffOnLastDay(facts, period, cut, lifeSupportStanding),
}

/**
 * Compliance by profession on one day, doctors first, bank and agency apart, totals last (Finding Five b and
 * g). It is the measures themselves, asked over a period of that day.
 */
export function complianceByGroup(facts: TrainingFacts, on: CivilDate, cut: Cut): GroupLine[] {
  const period = periodOfDays(on, on)
  const members = Object.fromEntries(
    Object.entries(asked).map(([name, of]) => [name, of(facts, period, cut)]),
  ) as Record<keyof typeof asked, Member[]>
  const inPost = new Set(members.level.map(({ key }) => key))
  const staff = facts.staff.filter(({ staffId }) => inPost.has(staffId))
  const medical: readonly string[] =
    requirementsAt(facts.requirements, period.from)?.content.medicalProfessions ?? []
  const isDoctor = ({ profession }: StaffFact) => medical.includes(profession)

  const lineOf = (group: string, of: readonly StaffFact[], isTotal: boolean): GroupLine => {
    const ids = new Set(of.map(({ staffId }) => staffId))
    const figure = (name: keyof typeof asked) =>
      figureOf(members[name].filter(({ key }) => ids.has(key)))
    return {
      group,
      isTotal,
      n: ids.size,
      level: figure('level'),
      multiAgency: figure('multiAgency'),
      careProceedings: figure('careProceedings'),
      lifeSupport: figure('lifeSupport'),
    }
  }

  const groups = [...Map.groupBy(staff, groupLabel)].sort(
    ([a, [one]], [b, [other]]) =>
      Number(other ? isDoctor(other) : false) - Number(one ? isDoctor(one) : false) ||
      a.localeCompare(b, 'en-GB'),
  )
  const temporary = staff.filter(({ employment }) => ['bank', 'agency'].includes(employment))
  return [
    ...groups.map(([group, of]) => lineOf(group, of, false)),
    lineOf('All doctors', staff.filter(isDoctor), true),
    lineOf('All bank and agency', temporary, true),
    lineOf('Everybody', staff, true),
  ]
}
