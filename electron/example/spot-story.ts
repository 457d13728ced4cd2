import { topicsFor } from '#domain/culture/spot-questions.ts'
import { addDaysToDate, addMinutes, dateOf, firstInstantAt } from '#domain/shared/calendar.ts'
import { pairsHere } from '../features/culture/family-of.ts'
import { spotById } from '../features/culture/spot-rows.ts'
import { answerSpotCheck, askSpotCheck, questionsOf } from '../features/culture/spot-service.ts'
import { legalStatusOfChild } from '../features/people/statuses.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

/** Each week the safeguarding lead asks somebody on the ward about one baby with a plan or an order. */
export function spotStory(given: World): void {
  const world = withOwnChance(given)
  const start = world.clock.now()
  for (let back = 2; ; back += 7) {
    const at = firstInstantAt(addDaysToDate(dateOf(world.end), -back), '15:30')
    if (at <= start) return
    world.timeline.at(at, () => spotCheck(world))
  }
}

const asked: readonly string[] = ['nurse', 'nursery-nurse', 'consultant', 'other-clinician']

function spotCheck(world: World): void {
  const { chance } = world
  const lead = world.someone('safeguarding-lead')
  const babies = world.look(({ db, now }) =>
    pairsHere(db).filter(({ babyId }) => {
      const { inForce } = legalStatusOfChild(db, babyId, now).standing
      return topicsFor(inForce.map(({ status }) => status.code)).length > 0
    }),
  )
  if (babies.length === 0) return
  const { pairId } = chance.one(babies)
  const { staffId } = chance.one(world.accounts.filter(({ role }) => asked.includes(role)))
  const { id } = world.as(lead, (ctx) => askSpotCheck(ctx, { pairId, staffId }))
  // Called away in the middle: what was not answered counts as not passed.
  if (chance.happens(0.04)) return
  const slips = chance.happens(0.18)
  world.timeline.at(addMinutes(world.clock.now(), 8), () =>
    world.as(lead, (ctx) => {
      const check = spotById(ctx.db, id)
      if (!check) return
      const answers = Object.fromEntries(
        questionsOf(ctx.db, check).map(({ id: question, right, options }, index) => {
          const wrong = options.find((option) => option.id !== right)
          return [question, slips && index === 0 && wrong ? wrong.id : right]
        }),
      )
      answerSpotCheck(ctx, {
        id,
        version: check.version,
        answers,
        talked: slips ? 'Went through the right answer together' : undefined,
      })
    }),
  )
}
