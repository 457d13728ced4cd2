import type { PlanInput } from '#domain/discharge/plan.ts'
import { planInput } from '#domain/discharge/plan.ts'
import { addDays, laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { planOf } from '../features/discharge/rows.ts'
import { savePlan } from '../features/discharge/service.ts'
import { stayById } from '../features/stays/queries.ts'
import { withOwnChance } from './own-chance.ts'
import type { World } from './world.ts'

// For its first two months the ward kept discharge plans on paper.
const onPaperDays = 60

interface StayToEnd {
  stayId: string
  arrivedAt: Instant
  endsAt: Instant
}

/** A plan some ten days before they leave, settled with the social worker some days later; now and then none. */
export function dischargeStory(shared: World, { stayId, arrivedAt, endsAt }: StayToEnd): void {
  const world = withOwnChance(shared)
  const { chance, timeline, opened } = world
  if (chance.happens(0.1)) return
  const first = laterOf(addDays(arrivedAt, 2), addDays(endsAt, -chance.between(8, 12)))
  if (first < addDays(opened, onPaperDays) || first >= endsAt) return
  timeline.at(first, () => save(world, { stayId, plannedFor: endsAt }, notReached))
  const settled = addDays(first, chance.between(1, 4))
  if (settled < endsAt && chance.happens(0.85))
    timeline.at(settled, () =>
      save(
        world,
        { stayId, plannedFor: endsAt },
        {
          agreement: 'agreed',
          agreedWith: 'Duty social worker, by name in the notes',
          agreedAt: world.clock.now(),
          agreedWhat: 'Home with visits in the first week; a meeting after four',
        },
      ),
    )
}

type Agreed = Pick<PlanInput, 'agreement' | 'agreedWith' | 'agreedAt' | 'agreedWhat'>

const notReached: Agreed = {
  agreement: 'not-reached',
  agreedWith: undefined,
  agreedAt: undefined,
  agreedWhat: 'Rung and written to; waits for an answer',
}

const words = {
  whereTo: 'home',
  destination: 'Home, with her mother for the first weeks',
  followUp: 'Community perinatal team within the week; health visitor told',
  medication: 'As on the chart; a supply of two weeks goes along',
  feeding: 'Formula, on demand; settled',
  weight: 'Along the line; weighed again by the health visitor',
  parenting: 'Cares for the baby by herself by day; help at night for the first weeks',
  documents: 'This summary and the plan, to the general practitioner and the health visitor',
} as const

function save(world: World, of: { stayId: string; plannedFor: Instant }, agreed: Agreed): void {
  const known = world.look(({ db }) => ({
    plan: planOf(db, of.stayId),
    ended: stayById(db, of.stayId).endedAt !== null,
  }))
  if (known.ended || of.plannedFor <= world.clock.now()) return
  const version = known.plan?.version ?? null
  const input = planInput.parse({ ...of, version, ...words, ...agreed })
  world.as(world.someone('nurse'), (ctx) => savePlan(ctx, input))
}
