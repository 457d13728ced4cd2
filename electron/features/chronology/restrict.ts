import { z } from 'zod'
import { type KeptFrom, keepingShape, movedWords } from '#domain/restricted/entry.ts'
import { dateOf, startOfDay } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { roughText } from '#domain/shared/rough-date.ts'
import { chronologyEntry, historyClash } from '#drizzle/schema/chronology.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { registerOf } from '../documents/schemas.ts'
import { id } from '../people/schemas.ts'
import { entryNote, insertEntry } from '../restricted/service.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { toldClashes } from './entries.ts'
import { everybodyIn, wholeFamily } from './family.ts'
import { entriesOf } from './own-lines.ts'

export const restrictInput = z.strictObject({
  stayId: id,
  id,
  version: z.int().min(1),
  ...keepingShape,
})

interface Restrict {
  stayId: string
  id: string
  version: number
  keptFrom: KeptFrom[]
  because: string
}

/**
 * Makes a restricted entry of an event on the page of history (HZ-11): its words go there, with who wrote them
 * and when, and the event is withdrawn, in one act. What somebody wrote of how it differs from another account
 * tells what it said, so that goes along. The withdrawn versions stay where the audit shows them, to those who may
 * read restricted entries.
 */
export function restrictEvent(ctx: CommandContext, input: Restrict) {
  const family = wholeFamily(ctx.db, registerOf({ stayId: input.stayId, referralId: null }))
  const event = entriesOf(ctx.db, family.motherId).find(({ recordId }) => recordId === input.id)
  if (!event)
    refuse('not-found', 'This event is not on the page of history any more. Open it again')
  const personId = event.personId ?? family.motherId
  const clashes = toldClashes(ctx.db, family.motherId).filter(
    ({ firstId, secondId }) => firstId === input.id || secondId === input.id,
  )
  return ctx.write((tx) => {
    const made = insertEntry(tx, {
      personId,
      keptFrom: input.keptFrom,
      because: input.because,
      happenedAt: startOfDay(event.happened.on ?? dateOf(event.recordedAt)),
      what: movedWords(event.what, {
        happened: roughText(event.happened),
        by: staffNameOf(ctx.db)(event.author),
        recordedAt: event.recordedAt,
        clashes,
      }),
      basis: event.basis,
    })
    const withdrawn = (entity: string, gone: { recordId: string; version: number }): AuditNote => ({
      action: 'withdraw',
      entity,
      entityId: gone.recordId,
      entityVersion: gone.version,
      patients: everybodyIn(family),
      reason: movedReason,
    })
    const gone = tx.withdraw(chronologyEntry, input.id, input.version, movedReason)
    return {
      value: { id: made.recordId },
      audit: [
        entryNote('moved', made, personId),
        withdrawn('chronology-entry', gone),
        ...clashes.map(({ recordId, version }) =>
          withdrawn('history_clash', tx.withdraw(historyClash, recordId, version, movedReason)),
        ),
      ],
    }
  })
}

/** It says neither what it was nor why. */
const movedReason = 'Taken off the page of history'
