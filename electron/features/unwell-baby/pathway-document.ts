import { dateOf } from '#domain/shared/calendar.ts'
import { blankForm } from '#domain/unwell-baby/pathway-print/blank-form.ts'
import { wallPage } from '#domain/unwell-baby/pathway-print/wall-page.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { theUnit } from '../stays/queries.ts'
import { pathwayInForce } from './pathway-rules.ts'

/** What of the pathway goes on paper. */
export const pathwayPapers = ['wall-page', 'blank-form'] as const
export type PathwayPaper = (typeof pathwayPapers)[number]

const made = { 'wall-page': wallPage, 'blank-form': blankForm }

/** The pathway in force as paper: the page for the wall, or the form for when the computer is down. */
export async function pathwayPaper(
  ctx: ReadContext,
  { paper, format }: { paper: PathwayPaper; format: LetterFormat },
) {
  const { unit, telephone } = letterheadOf(ctx.db)
  const { rules, revisions } = pathwayInForce(ctx.db, ctx.now)
  const file = await letterFile(ctx, format, {
    document: made[paper]({ unit, telephone, rules, revisions, today: dateOf(ctx.now) }),
    stem: paper === 'wall-page' ? 'unwell-baby-wall-page' : 'unwell-baby-blank-form',
    action: 'pathway.printed',
    entity: 'unit',
    entityId: theUnit(ctx.db).id,
    patients: [],
  })
  return { ...file, bytes: Uint8Array.from(file.bytes) }
}
