import type { z } from 'zod'
import { isOfAuthority, isSameMeeting } from '#domain/people/placement.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { saidOf } from '#domain/shared/plausible.ts'
import { placementMeeting } from '#drizzle/schema/people-questions.ts'
import { pair } from '#drizzle/schema/stays.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { needCarried } from './carried.ts'
import { basisContent, checkBasis, checkFloor, factService } from './facts.ts'
import { personById } from './queries.ts'
import type { meetingInput } from './schemas.ts'

type MeetingInput = z.output<typeof meetingInput>

const pairById = standing(pair, ['babyId'], 't.record_id = @id')
const meetingsOfPair = standing(
  placementMeeting,
  ['recordId', 'kind', 'plannedAt', 'heldAt'],
  't.pair_id = @pairId',
)

/** Refuses to enter anew a meeting that is on record. Looked at in a change too: two entries must not become one. */
function needAnother(ctx: CommandContext, input: MeetingInput, id?: string): void {
  const same = meetingsOfPair
    .at(ctx.db, newest, { pairId: input.pairId })
    .find((one) => one.recordId !== id && isSameMeeting(one, input))
  if (!same) return
  const field = same.heldAt !== null && same.heldAt === input.heldAt ? 'heldAt' : 'plannedAt'
  refuseField(
    field,
    'A meeting of this kind at this time is on record. Open that one and change it, or check the time',
  )
}

/** Planning meetings about the placement of a baby (Finding Six). */
export const placementMeetings = factService({
  table: placementMeeting,
  entity: 'placement-meeting',
  whose: ['pairId'],
  check(ctx: CommandContext, input: MeetingInput, id?: string) {
    const [found] = pairById.at(ctx.db, newest, { id: input.pairId })
    if (!found || found.babyId !== input.personId)
      refuse('not-found', 'This mother and baby are not on record together')
    const floor = saidOf(personById(ctx.db, input.personId))
    if (input.plannedAt !== null) checkFloor('plannedAt', input.plannedAt, floor)
    if (input.heldAt !== null) checkFloor('heldAt', input.heldAt, floor)
    if (input.plannedAt === null && input.heldAt === null)
      refuseField('heldAt', 'Enter when it was held, or for when it is planned')
    if (input.heldAt !== null && input.heldAt > ctx.now)
      refuseField('heldAt', 'This is in the future. Enter it as planned')
    if (input.heldAt !== null && isOfAuthority(input.chairedBy) && input.chairName === undefined)
      refuseField('chairName', 'Enter who chaired it')
    needCarried(
      input.basis,
      'What was asked and not established is no meeting. Ask again, or enter how else it is known',
    )
    checkBasis(input.basis, ctx.now, 'basis', floor)
    needAnother(ctx, input, id)
  },
  content: ({ personId: _, chairName, decided, basis, ...input }: MeetingInput) => ({
    ...input,
    chairName: chairName ?? null,
    decided: decided ?? '',
    ...basisContent(basis),
  }),
  patients: (input) => [input.personId],
})
