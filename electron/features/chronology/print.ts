import { isOpen } from '#domain/chronology/clashes.ts'
import { filtered, type LineFilter } from '#domain/chronology/line.ts'
import { historyDocument } from '#domain/chronology/print.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { basisLabels } from '#domain/shared/provenance.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { RegisterOf } from '../documents/family.ts'
import { theUnit } from '../stays/queries.ts'
import { chronologyView } from './view.ts'

/** The page of history as a PDF, as it is filtered; a part says that it is one. Rejects with a `PdfProblem`. */
export async function printHistory(ctx: ReadContext, of: RegisterOf, filter: LineFilter) {
  const view = chronologyView(ctx, of)
  const { about } = filter
  if (about !== undefined && about !== 'family' && view.people.every(({ id }) => id !== about))
    refuseField('about', 'This person is not in this history. Choose whom it is to be about')
  const bytes = await makePdf(
    historyDocument({
      unit: theUnit(ctx.db).name,
      people: view.people,
      lines: filtered(view.lines, filter),
      of: view.lines.length,
      only: filterWords(filter, view.people),
      gaps: view.gaps,
      clashes: [...view.clashes].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a))),
      printedBy: ctx.actor.name,
      printedAt: ctx.now,
      today: dateOf(ctx.now),
    }),
  )
  // Bytes of this realm, so that they cross to the screen as they are.
  return {
    family: view.family,
    name: `history-${dateOf(ctx.now)}.pdf`,
    bytes: Uint8Array.from(bytes),
  }
}

function filterWords(
  { source, basis, about }: LineFilter,
  people: readonly { id: string; name: string }[],
): string {
  const person = people.find(({ id }) => id === about)?.name
  const words = [
    source === undefined ? '' : `from ${source}`,
    basis === undefined ? '' : `known by: ${basisLabels[basis].toLowerCase()}`,
    about === undefined ? '' : `about ${person ?? 'the family'}`,
  ]
  return words.filter(Boolean).join(', ')
}
