import type { Level } from '#domain/assurance/levels.ts'
import { addDays, addDaysToDate, dateOf, epochMs, startOfDay } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import type { Actor } from '#domain/users/roles.ts'
import { computedLevelOf } from '../features/assurance/view.ts'
import { clearText } from '../features/assurance/writing/clearances.ts'
import { setLevelOf } from '../features/assurance/writing/levels.ts'
import { commentRows, narrativeRows, writtenById } from '../features/assurance/writing/rows.ts'
import {
  addComment,
  answerComment,
  beginReport,
  writeNarrative,
} from '../features/assurance/writing/service.ts'
import { makeFinal, sendToCheck } from '../features/assurance/writing/stages.ts'
import { withOwnChance } from './own-chance.ts'
import { factualComments, narrativeWords, reasonsForLevels } from './report-words.ts'
import type { World } from './world.ts'

/** A quarter has to have been recorded here from its first day to its last. */
const leastDays = 200
const dayMs = 86_400_000
const requirements = ['5e', '5d', '5c']

interface Quarter {
  first: CivilDate
  last: CivilDate
}

/**
 * The last whole quarter as a report that people wrote: narrative, levels beside the computed ones, clearances, a
 * factual check with two comments, final. A second one of the quarter that runs is begun.
 */
export function reportStory(given: World): void {
  const world = withOwnChance(given)
  const { end, opened, timeline } = world
  if ((epochMs(end) - epochMs(opened)) / dayMs < leastDays) return
  const begins = addDays(end, -26)
  const quarter = quarterBefore(dateOf(begins))
  timeline.at(begins, async () => {
    const id = begin(world, quarter)
    await levels(world, quarter)
    timeline.at(addDays(end, -25), () => clear(world, id, 'report_narrative'))
    timeline.at(addDays(end, -24), () => check(world, id))
    timeline.at(addDays(end, -20), () => comment(world, id))
    timeline.at(addDays(end, -12), () => final(world, id))
  })
  timeline.at(addDays(end, -3), () => {
    world.as(world.someone('ward-manager'), (ctx) =>
      beginReport(ctx, { ...plan, ...nextQuarter(quarter), requirements: ['5a', '5b'] }),
    )
  })
}

const plan = {
  disclosure: 'restricted' as const,
  requirements,
  distribution: ['NHS England specialised commissioning', 'The provider’s safeguarding committee'],
}

/** The last calendar quarter that was over on a day. */
function quarterBefore(day: CivilDate): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const begun = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
  const last = addDaysToDate(begun, -1)
  const [of = 0, ends = 3] = last.split('-').map(Number)
  return { first: `${of}-${String(ends - 2).padStart(2, '0')}-01`, last }
}

const nextQuarter = ({ last }: Quarter): Quarter => {
  const first = addDaysToDate(last, 1)
  return { first, last: quarterBefore(addDaysToDate(first, 100)).last }
}

function begin(world: World, quarter: Quarter): string {
  const lead = world.someone('safeguarding-lead')
  const { id: writtenId } = world.as(lead, (ctx) => beginReport(ctx, { ...plan, ...quarter }))
  for (const { requirement, words } of narrativeWords)
    world.as(lead, (ctx) => writeNarrative(ctx, { writtenId, requirement, words, version: null }))
  return writtenId
}

/** The level below; of these alone one person may step down. */
const below: Partial<Record<Level, Level>> = {
  substantial: 'reasonable',
  reasonable: 'limited',
  limited: 'none',
}

/** One level lowered by one person, one raised by two, and the commissioner's own beside the unit's. */
async function levels(world: World, quarter: Quarter): Promise<void> {
  const lead = world.someone('safeguarding-lead')
  const set = setLevelOf(computedLevelOf)
  const put = (by: Actor, requirement: string, level: Level, because: string, second?: Actor) =>
    world.signed(
      by,
      (ctx) => set(ctx, { ...quarter, requirement, level, because, version: null }),
      second,
    )
  for (const requirement of requirements) {
    const { level } = await world.as(lead, (ctx) =>
      computedLevelOf(ctx, { ...quarter, requirement }),
    )
    const lower = below[level]
    if (lower === undefined) continue
    await put(lead, requirement, lower, reasonsForLevels.lowered)
    break
  }
  const consultant = world.someone('consultant')
  await put(lead, '5c', 'reasonable', reasonsForLevels.raised, consultant)
  const commissioner = world.someone('commissioner')
  await put(commissioner, '5d', 'limited', reasonsForLevels.commissioner)
  const manager = world.someone('ward-manager')
  for (const { entryId, entryVersion } of world.look(({ db }) =>
    db.rows<{ entryId: string; entryVersion: number }>(
      'select record_id as entryId, version as entryVersion from set_level order by audit_seq',
    ),
  ))
    world.as(manager, (ctx) =>
      clearText(ctx, { entity: 'set_level', entryId, entryVersion, scope: 'restricted' }),
    )
}

/** Somebody else than the writer reads every wording and lets it leave. */
function clear(
  world: World,
  writtenId: string,
  entity: 'report_narrative' | 'factual_comment',
): void {
  const manager = world.someone('ward-manager')
  const rows = world.look(({ db }) =>
    entity === 'report_narrative' ? narrativeRows(db, writtenId) : commentRows(db, writtenId),
  )
  for (const { recordId: entryId, version: entryVersion } of rows)
    world.as(manager, (ctx) =>
      clearText(ctx, { entity, entryId, entryVersion, scope: 'restricted' }),
    )
}

const stepOf = (world: World, id: string) => ({
  id,
  version: world.look(({ db }) => writtenById(db, id).version),
})

async function check(world: World, id: string): Promise<void> {
  const commentsBy = dateOf(addDays(startOfDay(dateOf(world.clock.now())), 10))
  await world.as(world.someone('safeguarding-lead'), (ctx) =>
    sendToCheck(ctx, { ...stepOf(world, id), commentsBy }),
  )
}

function comment(world: World, writtenId: string): void {
  const commissioner = world.someone('commissioner')
  const lead = world.someone('safeguarding-lead')
  const saidBy = commissioner.name
  for (const { requirement, words, outcome, answer } of factualComments) {
    const { id } = world.as(commissioner, (ctx) =>
      addComment(ctx, {
        writtenId,
        requirement,
        saidBy,
        office: 'NHS England specialised commissioning',
        words,
      }),
    )
    world.timeline.at(addDays(world.clock.now(), 2), () => {
      world.as(lead, (ctx) => answerComment(ctx, { id, version: 1, outcome, answer }))
    })
  }
  world.timeline.at(addDays(world.clock.now(), 4), () => clear(world, writtenId, 'factual_comment'))
}

/** Whoever began it does not make it final. */
async function final(world: World, id: string): Promise<void> {
  await world.signed(world.someone('ward-manager'), (ctx) => makeFinal(ctx, stepOf(world, id)))
}
