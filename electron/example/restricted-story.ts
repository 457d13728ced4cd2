import { addDays, addHours, addMinutes, dateOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { addInput, openInput, reviewInput } from '../features/restricted/schemas.ts'
import { addEntry, openInEmergency, reviewOpening } from '../features/restricted/service.ts'
import { placeHold } from '../features/retention/holds.ts'
import { keptFamilies } from '../features/retention/kept.ts'
import { currentStays } from '../features/stays/queries.ts'
import { withOwnChance } from './own-chance.ts'
import { holdWords, openingWords, restrictedWords, reviewWords } from './restricted-words.ts'
import type { World } from './world.ts'

// What must not be seen was kept on paper for the first two months.
const onPaperDays = 60

/**
 * Over the last month: what mothers and partners must not see, in entries of their own; two openings in an
 * emergency, of which one has its review and the other waits for it; and the record of a family that has left,
 * held for an inquiry.
 */
export function restrictedStory(shared: World): void {
  const { end, opened, timeline } = shared
  if (addDays(opened, onPaperDays) > addDays(end, -9)) return
  for (const [index, words] of restrictedWords.entries())
    timeline.at(addDays(end, -3 * (index + 1)), () => writeOne(shared, words))
  timeline.at(addDays(end, -2), () => open(shared, addDays(end, -1)))
  timeline.at(addHours(end, -5), () => open(shared, null))
  timeline.at(addDays(end, -6), () => hold(shared))
}

/** About a mother who is here since before it was written, each of another family where there are so many. */
function writeOne(
  shared: World,
  { keptFrom, because, what, by }: (typeof restrictedWords)[number],
) {
  const world = withOwnChance(shared)
  const here = world.look((ctx) => currentStays(ctx.db))
  if (here.length === 0) return
  const { motherId } = world.chance.one(here)
  const now = world.clock.now()
  world.as(world.someone('nurse'), (ctx) =>
    addEntry(
      ctx,
      addInput.parse({
        personId: motherId,
        keptFrom,
        because,
        happenedAt: addMinutes(now, -40),
        what,
        basis: { kind: 'told', by, on: dateOf(now) },
      }),
    ),
  )
}

const aboutSql = `select person_id as id from restricted_entry t where version = 1 and person_id in (
    select mother_id from stay s where s.ended_at is null and s.withdrawn = 0 and not exists (
      select 1 from stay n where n.record_id = s.record_id and n.version > s.version))
  order by audit_seq desc limit 1`

function open(shared: World, reviewAt: Instant | null): void {
  const world = withOwnChance(shared)
  const about = world.look(({ db }) => db.row<{ id: string }>(aboutSql))
  if (!about) return
  const opener = world.someone('nursery-nurse')
  const { id } = world.signed(opener, (ctx) =>
    openInEmergency(
      ctx,
      openInput.parse({ personId: about.id, because: world.chance.one(openingWords) }),
    ),
  )
  if (reviewAt === null) return
  world.timeline.at(reviewAt, () => {
    const later = withOwnChance(shared)
    later.signed(later.someone('ward-manager'), (ctx) =>
      reviewOpening(
        ctx,
        reviewInput.parse({ id, version: 1, outcome: 'needed', review: reviewWords }),
      ),
    )
  })
}

/** The family that left longest ago. */
function hold(shared: World): void {
  const world = withOwnChance(shared)
  const lead = world.someone('safeguarding-lead')
  const [oldest] = world
    .look((ctx) => keptFamilies(ctx, {}).rows)
    .filter(({ state, wasHere }) => state === 'kept' && wasHere)
    .sort((a, b) => (a.lastContactOn ?? '').localeCompare(b.lastContactOn ?? ''))
  if (oldest) world.as(lead, (ctx) => placeHold(ctx, { personId: oldest.motherId, ...holdWords }))
}
