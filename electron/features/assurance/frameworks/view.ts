import { assessRequirements } from '#domain/assurance/build-report.ts'
import { measuresOf } from '#domain/assurance/framework.ts'
import { frameworkAsTable, frameworkColumns } from '#domain/assurance/frameworks/from-table.ts'
import { frameworksIn, otherFrameworks } from '#domain/assurance/frameworks/rule-content.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import { text } from '#domain/assurance/tables/table.ts'
import { inForceAt } from '#domain/rule-sets/rule-set.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { ruleSetsOf } from '../../rule-sets/in-force.ts'
import { findingFive } from '../finding-five.ts'
import { csvText } from '../formats/csv-text.ts'
import { gatherFigures } from '../gather.ts'
import type { PeriodInput } from '../schemas.ts'
import { cutOf } from '../view.ts'

/**
 * What other frameworks ask, answered by the same measures: the revision that was in force at the end of the
 * period, as it had been recorded by the cut. No level that a person set for Finding Five counts here.
 */
export async function frameworksOf(ctx: ReadContext, input: PeriodInput) {
  const period = periodOfDays(input.first, input.last)
  const cut = cutOf(ctx, input.cut)
  const revisions = ruleSetsOf(ctx.db, otherFrameworks, cut.auditSeq)
  const at = period.to < cut.at ? period.to : cut.at
  const set = inForceAt(revisions, otherFrameworks.kind, at)
  const frameworks = set ? frameworksIn(set.content) : []
  const wanted = new Set(frameworks.flatMap((one) => one.requirements.flatMap(measuresOf)))
  const gathered = wanted.size > 0 ? await gatherFigures(ctx.db, period, cut, [...wanted]) : null
  return {
    period: { first: input.first, last: input.last, label: periodText(period) },
    cut,
    revision: set?.revision ?? null,
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
