import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { addDaysToDate, addHours, dateOf } from '#domain/shared/calendar.ts'
import type { Precision } from '#domain/shared/rough-date.ts'
import { contacts, entries, ofFamily } from '../features/chronology/entries.ts'
import { peopleOf, wholeFamily } from '../features/chronology/family.ts'
import { patternView, signReview } from '../features/chronology/pattern.ts'
import { ruleInForce } from '../features/rule-sets/in-force.ts'
import { stayById } from '../features/stays/queries.ts'
import { analyses, events, visits } from './chronology-words.ts'
import type { World } from './world.ts'

/** Only stays of the last months have a chronology: enough for the screens, and quick to build. */
const recentDays = 80

/**
 * What is taken out of the documents of a stay, and the analysis of health-service use: mostly in time, now
 * and then late, and some never.
 */
export function chronologyStory(world: World, stayId: string): void {
  const { chance, clock, timeline, end } = world
  const arrived = clock.now()
  timeline.at(addHours(arrived, chance.between(20, 50)), () => {
    if (hasEnded(world, stayId)) return
    const isRecent = arrived > addHours(end, -recentDays * 24)
    if (isRecent)
      for (const told of chance.happens(0.8) ? events : events.slice(2)) enter(world, stayId, told)
    if (isRecent && chance.happens(0.2)) anotherBirthday(world, stayId)
    const many = isRecent ? chance.between(2, visits.length) : 1
    for (const visit of visits.slice(0, many)) contact(world, stayId, visit)
  })
  if (chance.happens(0.06)) return
  const hours = chance.happens(0.09) ? chance.between(220, 400) : chance.between(52, 118)
  timeline.at(addHours(arrived, hours), () => analyse(world, stayId))
}

const hasEnded = (world: World, stayId: string) =>
  world.look((ctx) => stayById(ctx.db, stayId).endedAt !== null)

/** Some day before now, as far as the source knows it. */
function somewhen(world: World, days: number) {
  const { chance, clock } = world
  const on = addDaysToDate(dateOf(clock.now()), -chance.between(6, days))
  const precision: Precision = chance.happens(0.6)
    ? 'day'
    : chance.happens(0.9)
      ? 'month'
      : 'not-known'
  if (precision === 'not-known') return { on: null, precision }
  return { on: precision === 'month' ? `${on.slice(0, 7)}-01` : on, precision }
}

function enter(world: World, stayId: string, { about, ...told }: (typeof events)[number]): void {
  const isTold = world.chance.happens(0.4)
  world.as(world.someone('nurse'), (ctx) => {
    const { motherId, babyIds } = wholeFamily(ctx.db, { stayId })
    const on = dateOf(ctx.now)
    entries.add(
      ctx,
      ofFamily(ctx, {
        ...told,
        stayId,
        referralId: null,
        personId: about === 'mother' ? motherId : (babyIds[0] ?? motherId),
        happened: somewhen(world, about === 'baby' ? 30 : 700),
        ended: { on: null, precision: 'not-known' },
        basis: isTold
          ? { kind: 'told', by: 'Her sister, who lived with her', on }
          : { kind: 'document', document: 'GP record', on },
        receivedId: null,
        place: undefined,
      }),
    )
  })
}

/** A source that has the day of birth wrong: both accounts stay, and the clash is raised. */
function anotherBirthday(world: World, stayId: string): void {
  world.as(world.someone('nurse'), (ctx) => {
    const [baby] = peopleOf(ctx.db, wholeFamily(ctx.db, { stayId })).filter(
      ({ kind }) => kind === 'baby',
    )
    if (!baby?.bornOn) return
    entries.add(
      ctx,
      ofFamily(ctx, {
        stayId,
        referralId: null,
        personId: baby.id,
        kind: 'birth',
        what: 'Born at home, by the letter of the midwife',
        happened: { on: addDaysToDate(baby.bornOn, -1), precision: 'day' },
        ended: { on: null, precision: 'not-known' },
        basis: { kind: 'document', document: 'Letter of the midwife', on: dateOf(ctx.now) },
        receivedId: null,
        place: undefined,
      }),
    )
  })
}

function contact(world: World, stayId: string, visit: (typeof visits)[number]): void {
  world.as(world.someone('nurse'), (ctx) => {
    const { motherId, babyIds } = wholeFamily(ctx.db, { stayId })
    contacts.add(
      ctx,
      ofFamily(ctx, {
        ...visit,
        stayId,
        personId: babyIds[0] ?? motherId,
        happened: somewhen(world, 40),
        reportedBy: 'Mother',
        basis: { kind: 'document', document: 'Red Book and letters', on: dateOf(ctx.now) },
        receivedId: null,
      }),
    )
  })
}

function analyse(world: World, stayId: string): void {
  if (hasEnded(world, stayId)) return
  const { chance } = world
  const isSeen = chance.happens(0.12)
  world.signed(world.someone('consultant'), (ctx) => {
    const { signs } = ruleInForce(ctx.db, historyAnalysis, ctx.now).content
    signReview(ctx, {
      stayId,
      lookedAt: ['gp', 'health-visitor', 'emergency-department'],
      signs: signs.map(({ id: signId }, index) =>
        index === 0 && isSeen
          ? { signId, answer: 'present', why: 'Twice nobody there saw what was reported' }
          : { signId, answer: index % 5 === 4 ? 'cannot-say' : 'not-present', why: undefined },
      ),
      analysis: chance.one(analyses),
      impact: isSeen
        ? 'Woken and examined for nothing that anybody saw'
        : 'None seen: the contacts did the baby no harm',
      conclusion: isSeen ? 'discuss' : 'no-step',
      nextStep: isSeen ? 'Named doctor of the trust, by telephone the same day' : undefined,
      contactsHash: patternView(ctx, stayId).contactsHash,
    })
  })
}
