import { periodText } from '#domain/assurance/period-text.ts'
import { leavingText } from '#domain/assurance/written/free-text.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { permits } from '#domain/users/permissions.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { staffNameOf } from '../../users/staff-names.ts'
import { findingFive } from '../finding-five.ts'
import { cutNow } from '../view.ts'
import { clearancesAt, keptBack, type Output } from './clearances.ts'
import { changesSinceCheck, keptFiles } from './frozen.ts'
import {
  begunBy,
  commentRows,
  narrativeRows,
  type WrittenRow,
  writtenById,
  writtenRows,
} from './rows.ts'
import { beforeFinal } from './stages.ts'
import { entriesOf } from './written.ts'

const requirementNames = new Map(findingFive.requirements.map(({ id, short }) => [id, short]))

/** What was typed inside the unit is read by those who look after its families; by others as it may leave. */
const readsInside = ({ actor }: ReadContext) => permits(actor.role, 'assurance:identify')

const headOf = (ctx: ReadContext, written: WrittenRow) => ({
  id: written.recordId,
  version: written.version,
  title: periodText(periodOfDays(written.first, written.last)),
  first: written.first,
  last: written.last,
  disclosure: written.disclosure,
  stage: written.stage,
  distribution: written.distribution,
  commentsBy: written.commentsBy,
  madeId: written.madeId,
  begunBy: readsInside(ctx) ? staffNameOf(ctx.db)(begunBy(ctx.db, written.recordId)) : null,
})

/** The reports that are being written, and those that are final. */
export const writtenList = (ctx: ReadContext) =>
  writtenRows(ctx.db).map((written) => ({
    ...headOf(ctx, written),
    requirements: written.requirements.length,
    unanswered: commentRows(ctx.db, written.recordId).filter(({ outcome }) => outcome === null)
      .length,
  }))

/** One report with its narrative, its comments, every free text to be cleared, and what its stage allows. */
export function writtenView(ctx: ReadContext, { id }: { id: string }) {
  const written = writtenById(ctx.db, id)
  const output: Output = readsInside(ctx) ? 'inside' : 'restricted'
  const clearances = clearancesAt(ctx.db)
  const shown = keptBack(clearances, output)
  const nameOf = staffNameOf(ctx.db)
  const narratives = new Map(
    narrativeRows(ctx.db, id).map((one) => [one.requirement, one] as const),
  )
  const comments = commentRows(ctx.db, id)
  return {
    at: ctx.now,
    report: headOf(ctx, written),
    requirements: written.requirements.map((one) => ({
      id: one,
      short: requirementNames.get(one) ?? '',
    })),
    /** Each chosen requirement and the whole, with what is written of it so far. */
    narratives: ['', ...written.requirements].map((requirement) => {
      const found = narratives.get(requirement)
      return {
        requirement,
        short: requirementNames.get(requirement) ?? 'The period as a whole',
        version: found?.version ?? null,
        text: found ? leavingText(found.words, shown(found)) : null,
      }
    }),
    comments: comments.map((one) => ({
      id: one.recordId,
      version: one.version,
      requirement: one.requirement,
      office: shown(one) === null ? one.office : null,
      saidBy: readsInside(ctx) ? one.saidBy : null,
      at: one.recordedAt,
      text: leavingText(one.words, shown(one)),
      outcome: one.outcome,
      answer: one.outcome === null ? null : leavingText(one.answer, shown(one)),
    })),
    texts: readsInside(ctx)
      ? entriesOf(ctx.db, written, cutNow(ctx)).map((entry) => ({
          ...entry,
          author: nameOf(entry.author),
          ownWords: entry.author === ctx.actor.staffId,
          withheld: keptBack(clearances, written.disclosure)(entry),
          clearances: (clearances.get(entry.recordId) ?? [])
            .filter(({ entryVersion }) => entryVersion === entry.version)
            .map(({ recordId, version, scope, author, recordedAt }) => ({
              id: recordId,
              version,
              scope,
              by: nameOf(author),
              at: recordedAt,
            })),
        }))
      : [],
    final: {
      faults: written.stage === 'factual-check' ? beforeFinal(ctx, written) : [],
      files: written.madeId === null ? [] : keptFiles(ctx.db, written.madeId),
    },
    changes: changesSinceCheck(ctx.db, written),
  }
}
