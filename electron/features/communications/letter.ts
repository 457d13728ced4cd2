import { dutyLetter } from '#domain/communications/duty-letter.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { personById } from '../people/queries.ts'
import { loopsOf } from './loops.ts'
import { dutyNow, patientsOf } from './one-duty.ts'
import { eventsOf } from './rows.ts'

/**
 * The letter of one duty, to whom the duty says (decision 30): what happened, and that a named person is to
 * say that they know. Making it sends nothing: that it was sent is recorded by whoever sends it. Rejects with
 * a `PdfProblem`.
 */
export async function dutyLetterFile(
  ctx: ReadContext,
  { dutyId, format }: { dutyId: string; format: LetterFormat },
) {
  const { event, family } = dutyNow(ctx, dutyId)
  const loop = loopsOf(ctx, eventsOf(ctx.db, 'ids', [event.recordId]), 'all')
    .flatMap(({ loops }) => loops)
    .find((one) => one.dutyId === dutyId)
  if (!loop) refuse('not-found', 'This duty is not on record any more. Open the page again')
  const about = (id: string) => {
    const { givenName, familyName, bornOn, nhsNumber } = personById(ctx.db, id)
    return { name: `${givenName} ${familyName}`, bornOn, nhsNumber }
  }
  const unborn = family.babyId === family.motherId
  const people = patientsOf(family)
  const file = await letterFile(ctx, format, {
    document: dutyLetter({
      head: letterheadOf(ctx.db),
      date: dateOf(ctx.now),
      to: loop.contact ? [loop.contact.name, loop.contact.role, loop.label] : [loop.label],
      mother: about(family.motherId),
      baby: unborn ? null : about(family.babyId),
      expectedOn: unborn ? personById(ctx.db, family.motherId).expectedOn : null,
      // The last line is the sender, whom a letter names at its foot.
      lines: loop.written.lines.slice(0, -1),
      from: ctx.actor.name,
    }),
    stem: 'duty-letter',
    action: 'duty.letter',
    entity: 'duty',
    entityId: dutyId,
    patients: people,
  })
  return { ...file, people, bytes: Uint8Array.from(file.bytes) }
}
