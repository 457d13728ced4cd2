import { type Chart, type ChartColours, printColours } from '../assurance/charts/chart.ts'
import { runChart } from '../assurance/charts/run.ts'
import { addDaysToDate, formatDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { GroupLine } from './by-group.ts'

/** Compliance by profession over time, each figure with its n (Finding Five b and g). */

export interface ComplianceOn {
  on: CivilDate
  groups: readonly GroupLine[]
}

export type Asked = 'level' | 'multiAgency' | 'careProceedings' | 'lifeSupport'

export const askedLabels: Record<Asked, string> = {
  level: 'Required level',
  multiAgency: 'Multi-agency',
  careProceedings: 'Care proceedings topics',
  lifeSupport: 'Life support',
}

/** The last days of so many quarters before a day, and the day itself; oldest first. */
export function quarterEnds(today: CivilDate, count: number): CivilDate[] {
  const days = [today]
  let [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  month -= (month - 1) % 3
  for (let index = 0; index < count; index += 1) {
    days.unshift(addDaysToDate(`${year}-${String(month).padStart(2, '0')}-01`, -1))
    if (month === 1) [year, month] = [year - 1, 10]
    else month -= 3
  }
  return days
}

/** The groups that are in any of the points, in the order of the newest. */
export function groupsIn(points: readonly ComplianceOn[]): string[] {
  const all = points.toReversed().flatMap(({ groups }) => groups)
  const names = (isTotal: boolean) =>
    all.filter((one) => one.isTotal === isTotal).map(({ group }) => group)
  return [...new Set([...names(false), ...names(true)])]
}

/** One group's share over time. Who is exempt or not yet due is in no rate, as in the measures. */
export const complianceChart = (
  points: readonly ComplianceOn[],
  group: string,
  asked: Asked,
  colours: ChartColours = printColours,
): Chart =>
  runChart(
    points.map(({ on, groups }) => {
      const figure = groups.find((one) => one.group === group)?.[asked]
      return { label: formatDate(on), asked: figure?.denominator ?? 0, met: figure?.pass ?? 0 }
    }),
    {
      alt: `${askedLabels[asked]} in date, ${group}, on`,
      caption: `${askedLabels[asked]} in date: ${group}`,
      columns: ['On', 'In date', 'n'],
      nobody: 'due for nobody',
    },
    colours,
  )
