import { assessRequirements } from '#domain/assurance/build-report.ts'
import { measuresOf } from '#domain/assurance/framework.ts'
import { frameworkAsTable, frameworkColumns } from '#domain/assurance/frameworks/from-table.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import { text } from '#domain/assurance/tables/table.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { findingFive } from '../finding-five.ts'
import { csvText } from '../formats/csv-text.ts'
import { gatherFigures } from '../gather.ts'
import type { PeriodInput } from '../schemas.ts'
import { cutOf } from '../view.ts'
import { otherFrameworksAt } from './in-force.ts'

/**
 * What other frameworks ask, answered by the same measures: the revision that was in force at the end of the
 * period, as it had been recorded by the cut. No level that a person set for Finding Five counts here.
 */
export async function frameworksOf(ctx: ReadContext, input: PeriodInput) {
  const period = periodOfDays(input.first, input.last)
  const cut = cutOf(ctx, input.cut)
  const { revision, frameworks } = otherFrameworksAt(ctx.db, period, cut)
  const wanted = new Set(frameworks.flatMap((one) => one.requirements.flatMap(measuresOf)))
  const gathered = wanted.size > 0 ? await gatherFigures(ctx.db, period, cut, [...wanted]) : null
  return {
    period: { first: input.first, last: input.last, label: periodText(period) },
    cut,
    revision,
    frameworks: frameworks.map((framework) => ({
      id: framework.id,
      version: framework.version,
      title: framework.title,
      source: framework.source,
      requirements: gathered
        ? assessRequirements({
            ...gathered,
            framework,
            judgements: new Map(),
            commissionerLevels: new Map(),
            openHighActions: new Map(),
          })
        : [],
    })),
  }
}

/** Finding Five as a table: what another framework looks like, to be filled in and read back. */
export const frameworkTemplate = () => ({
  name: 'framework-template.csv',
  bytes: new TextEncoder().encode(
    csvText({
      name: 'Framework',
      about: 'A row for each line of enquiry',
      columns: frameworkColumns.map(({ key, heading }) => text(key, heading)),
      rows: frameworkAsTable(findingFive).slice(1),
    }),
  ),
})
