import { eventsOfMother } from '#domain/communications/events-of-mother.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dutyEvent } from '#drizzle/schema/communications.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote } from '../../platform/unit-of-work.ts'
import { familiesOf } from './families.ts'
import { eventNow, patientsOf } from './one-duty.ts'
import type { EffectOnCareInput } from './schemas.ts'

// One change of section is an event of each of her babies: what it means is entered once for all of them.
const sameOccasion = standing(
  dutyEvent,
  ['recordId', 'version', 'pairId', 'effectOnCare'],
  't.source_id = @sourceId and t.source_type = @sourceType and t.event = @event',
)

/** Of an episode of the mother that the record raised by itself nobody has yet said what it means for the baby. */
export const asksEffect = (event: { event: string; sourceType: string | null }): boolean =>
  event.sourceType !== null && eventsOfMother.includes(event.event)

/**
 * Enters what an episode of the mother means for care of the baby (Finding Two d), where the event came from the
 * record by itself: whoever is told of it hears that too. Her other babies' events of the same occasion get the
 * same words where they have none. It stays when the record behind it is corrected.
 */
export function effectOnCare(
  ctx: CommandContext,
  { eventId, version, effect }: EffectOnCareInput,
): { events: number } {
  const { event, family } = eventNow(ctx.db, eventId)
  if (!asksEffect(event))
    refuse('held', 'This is told in the words that it was recorded with. Enter it there')
  if (event.version !== version) refuse('clash', 'Somebody else has changed this. Look at it again')
  const { sourceId, sourceType, pairId } = event
  return ctx.write((tx) => {
    const others = sameOccasion
      .at(tx, newest, { sourceId, sourceType, event: event.event })
      .filter((one) => one.recordId !== eventId && one.effectOnCare === null)
    const families = familiesOf(
      ctx.db,
      others.map((one) => one.pairId),
    )
    const enter = (one: Pick<(typeof others)[number], 'recordId' | 'version' | 'pairId'>) => {
      const of = families.get(one.pairId) ?? family
      const made = tx.amend(dutyEvent, one.recordId, one.version, { effectOnCare: effect }, why)
      return enteredNote(made, patientsOf(of))
    }
    return {
      value: { events: others.length + 1 },
      audit: [enter({ recordId: eventId, version, pairId }), ...others.map(enter)],
    }
  })
}

const why = 'What it means for care of the baby'
const enteredNote = (
  { recordId, version }: { recordId: string; version: number },
  patients: string[],
): AuditNote => ({
  ...noteOf('duty_event')('duty.effect-on-care', { recordId, version }),
  patients,
})
