import type { z } from 'zod'
import { isOfAuthority } from '#domain/people/placement.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { saidOf } from '#domain/shared/plausible.ts'
import { placementMeeting } from '#drizzle/schema/people-questions.ts'
import { pair } from '#drizzle/schema/stays.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { checkFloor, factService } from './facts.ts'
import { personById } from './queries.ts'
import type { meetingInput } from './schemas.ts'

type MeetingInput = z.output<typeof meetingInput>

const pairById = standing(pair, ['babyId'], 't.record_id = @id')

/** Planning meetings about the placement of a baby (Finding Six). */
export const placementMeetings = factService({
  table: placementMeeting,
  entity: 'placement-meeting',
  whose: ['pairId'],
  check(ctx: CommandContext, input: MeetingInput) {
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
  },
  content: ({ personId: _, chairName, decided, ...input }: MeetingInput) => ({
    ...input,
    chairName: chairName ?? null,
    decided: decided ?? '',
  }),
  patients: (input) => [input.personId],
})
