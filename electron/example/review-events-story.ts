import { addDays, addMinutes, dateOf, epochMs } from '#domain/shared/calendar.ts'
import type { Actor } from '#domain/users/roles.ts'
import { eventsOf } from '../features/reviews/rows.ts'
import { answerEvent, eventInput, noteEvent } from '../features/reviews/service.ts'
import { withOwnChance } from './own-chance.ts'
import type { Family } from './supervision-story.ts'
import type { World } from './world.ts'

const incidents = [
  'The cot side was left down; the baby did not fall',
  'A visitor who was not on the plan was let in, and left when asked',
  'The baby was found asleep on the settee beside the mother',
  'A feed was missed in the night; weight and temperature were taken and were as before',
]
const concerns = [
  'She handed the baby over without a word when he cried',
  'Two changes in a row were left to staff; she said she could not look at him',
  'She was short with the baby after the telephone call',
]

/** Incidents and concerns of one stay, as they are noted on any ward. `review` looks at what is open. */
export function reviewEventsStory(shared: World, family: Family, review: () => void): void {
  const world = withOwnChance(shared)
  const { chance, timeline } = world
  const days = Math.floor((epochMs(family.endsAt) - epochMs(family.startedAt)) / 86_400_000)
  if (days < 4) return
  const someday = () =>
    addMinutes(addDays(family.startedAt, chance.between(2, days - 2)), chance.between(0, 1_300))
  if (chance.happens(0.4)) happens('incident', someday())
  if (chance.happens(0.35)) happens('staff-concern', someday())

  function happens(kind: 'incident' | 'staff-concern', at: string): void {
    timeline.at(at, () => {
      note(kind)
      // Now and then nobody takes it up before the next look at what is open.
      if (chance.happens(0.9)) timeline.at(addMinutes(at, chance.between(30, 220)), review)
    })
  }

  function note(kind: 'incident' | 'staff-concern'): void {
    const isIncident = kind === 'incident'
    const what = chance.one(isIncident ? incidents : concerns)
    const by = world.someone(isIncident ? 'nurse' : 'nursery-nurse')
    world.as(by, (ctx) =>
      noteEvent(
        ctx,
        eventInput.parse({
          pairId: family.pairId,
          kind,
          happenedAt: ctx.now,
          what,
          ...(isIncident
            ? {
                trustNumber: `W-${dateOf(ctx.now).slice(0, 4)}-${chance.between(100, 999)}`,
                candour: 'does-not-apply',
                candourBecause: 'Nobody was harmed',
              }
            : {}),
          basis: { kind: 'observed', by: by.name, on: dateOf(ctx.now) },
        }),
      ),
    )
  }
}

/** How many events of a mother and baby no review has answered. */
export const openEventsOf = (world: World, pairId: string) =>
  world.look((ctx) => eventsOf(ctx.db, [pairId]).filter(({ answer }) => answer === undefined))

/** What the review says of each open event. */
export function answerOpenEvents(world: World, pairId: string, nurse: Actor): void {
  for (const { recordId } of openEventsOf(world, pairId))
    world.as(nurse, (ctx) =>
      answerEvent(ctx, {
        eventId: recordId,
        answer: 'no-change',
        because: 'Talked over in the round: the levels already meet it',
      }),
    )
}
