import { type Setting, settings } from '#domain/relationship/codes.ts'
import { stretchEnd } from '#domain/relationship/due.ts'
import { assessmentInputSchema } from '#domain/relationship/record.ts'
import { socialWorkAgencies } from '#domain/relationship/scope-measure.ts'
import { addDays, addHours, addMinutes, dateOf, laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { signAssessment } from '../features/relationship/assess-service.ts'
import { professionalsOf, relationshipCase } from '../features/relationship/case.ts'
import {
  acknowledge,
  chase,
  sendToProfessional,
  shareWithMother,
} from '../features/relationship/share-service.ts'
import { withOwnChance } from './own-chance.ts'
import { illnessWords, relationshipWords, stepWords } from './relationship-words.ts'
import type { Family } from './supervision-story.ts'
import type { World } from './world.ts'

/**
 * A mother and baby assessed each week, and those round them told what that is worth; and, as on any ward, a
 * week is missed, one is entered from memory, one professional is not told in time and one never answers.
 */
export function relationshipStory(shared: World, family: Family): void {
  const world = withOwnChance(shared)
  const { chance, timeline } = world
  const { rules } = world.look((ctx) => relationshipCase(ctx.db, family.pairId, family.startedAt))
  let well = chance.between(0, 1)
  for (let n = 1; ; n += 1) {
    const dueAt = stretchEnd(rules.content, family.startedAt, n)
    if (dueAt > family.endsAt) break
    const missed = chance.happens(n === 1 ? 0.05 : 0.1)
    if (missed && chance.happens(0.5)) continue
    const ratedAt = addMinutes(
      dueAt,
      missed ? chance.between(300, 2_500) : -chance.between(500, 2_800),
    )
    if (ratedAt >= family.endsAt) continue
    const forgotten = chance.happens(0.04)
    const how = well
    const isFirst = n === 1
    timeline.at(
      forgotten ? addHours(ratedAt, chance.between(80, 140)) : addMinutes(ratedAt, 20),
      () => assess(world, family, { ratedAt, how, isFirst }),
    )
    if (chance.happens(0.5)) well = Math.min(well + 1, relationshipWords.length - 1)
  }
}

interface Week {
  ratedAt: Instant
  /** Which of the words fit the week. */
  how: number
  isFirst: boolean
}

function assess(world: World, family: Family, { ratedAt, how, isFirst }: Week): void {
  const { chance } = world
  // What is entered after they have left is not entered at all.
  if (world.clock.now() >= family.endsAt) return
  const words = relationshipWords[how]
  if (!words) return
  const short = chance.happens(0.12)
  const first = laterOf(addDays(ratedAt, short ? -1 : -6), family.startedAt)
  const raters = [world.someone('nursery-nurse'), ...(short ? [] : [world.someone('nurse')])]
  const on = dateOf(ratedAt)
  const figure = (from: number) => Math.max(0, from - how + chance.between(0, 1))
  const input = assessmentInputSchema.parse({
    pairId: family.pairId,
    ratedAt,
    purpose: family.planOrOrder && chance.happens(0.2) ? 'for-authority' : 'clinical',
    askedBy: 'Westmarch Council, by letter of the social worker',
    observedFrom: dateOf(first),
    observedTo: on,
    hoursWatched: short ? 1 : chance.happens(0.7) ? chance.between(8, 30) : null,
    settings: settings.filter((one) => watched.has(one) || chance.happens(0.3)),
    raters: raters.map(({ staffId }) => ({
      staffId,
      trained: chance.happens(0.85) ? 'yes' : 'not-known',
    })),
    tools: chance.happens(0.85)
      ? [
          {
            toolId: 'BMIS',
            scoredOn: on,
            scores: [
              ...[
                'dialogue-1',
                'dialogue-2',
                'dialogue-3',
                'dialogue-4',
                'routine',
                'risk',
                'baby',
              ],
            ].map((scaleId) => ({ scaleId, score: figure(scaleId === 'risk' ? 2 : 4) })),
          },
        ]
      : [],
    ...words,
    illness: chance.happens(0.5) ? chance.one(illnessWords) : undefined,
    ...capacity(world, how, ratedAt),
    change: isFirst ? undefined : chance.one(['better', 'better', 'same', 'mixed', 'worse']),
  })
  const rater = raters[0] ?? world.someone('nurse')
  const { id } = world.signed(rater, (ctx) => signAssessment(ctx, input))
  const later = (hours: number, act: () => void) => {
    const at = addHours(world.clock.now(), hours)
    if (at < family.endsAt) world.timeline.at(at, act)
  }
  if (chance.happens(0.9)) later(chance.between(2, 30), () => tellMother(world, id))
  // To the social worker each goes; else the statement of what it is worth is with them since the first.
  if (isFirst || chance.happens(hasSocialWorker(world, family) ? 0.95 : 0.4))
    later(chance.happens(0.9) ? chance.between(4, 40) : chance.between(90, 200), () =>
      send(world, family, id, isFirst),
    )
}

/** What is said of her capacity to change: in most weeks nothing, and seldom with a diagnosis. */
function capacity({ chance }: World, how: number, ratedAt: Instant) {
  if (chance.happens(0.55)) return {}
  const answers = [
    ['too-early', 'none-seen'],
    ['beginning'],
    ['beginning', 'changing'],
    ['changing'],
  ]
  const named = chance.happens(0.15)
  return {
    capacity: chance.one(answers[how] ?? ['too-early']),
    capacitySteps: chance.one(stepWords),
    capacityBy: chance.happens(0.6) ? dateOf(addDays(ratedAt, chance.between(28, 150))) : null,
    capacityForBaby: chance.one(['in-time', 'in-time', 'cannot-say', 'too-late']),
    ...(named
      ? {
          diagnosis: 'Emotionally unstable personality disorder',
          diagnosisBy: 'Community mental health team, letter of the consultant',
          diagnosisOn: dateOf(addDays(ratedAt, -chance.between(200, 900))),
        }
      : {}),
  }
}

const watched: ReadonlySet<Setting> = new Set(['feeding', 'settling', 'bedroom'])

function tellMother(world: World, assessmentId: string): void {
  const withheld = world.chance.happens(0.05)
  world.as(world.someone('nurse'), (ctx) =>
    shareWithMother(ctx, {
      assessmentId,
      sharedAt: ctx.now,
      ...(withheld
        ? {
            outcome: 'withheld' as const,
            because: 'Too unwell this week to hear it; agreed in the ward round',
          }
        : { outcome: 'shared' as const, how: 'Read together with her key nurse' }),
    }),
  )
}

const hasSocialWorker = (world: World, { pairId }: Family): boolean =>
  world.look(({ db, now }) =>
    professionalsOf(db, relationshipCase(db, pairId, now).patients).some(
      ({ personId, agency }) => personId !== null && socialWorkAgencies.includes(agency),
    ),
  )

/** To the social worker where there is one; acknowledged mostly, after a chase sometimes, and now and then never. */
function send(world: World, family: Family, assessmentId: string, isFirst: boolean): void {
  const { chance, clock, timeline } = world
  const to = world.look((ctx) => {
    const { patients } = relationshipCase(ctx.db, family.pairId, ctx.now)
    return professionalsOf(ctx.db, patients).find(
      ({ personId, safeToContact }) => personId !== null && safeToContact === 'yes',
    )
  })
  if (!to) return
  const { id: sharingId } = world.as(world.someone('nurse'), (ctx) =>
    sendToProfessional(ctx, {
      pairId: family.pairId,
      assessmentId,
      contactId: to.recordId,
      sharedAt: ctx.now,
      how: 'Secure email',
    }),
  )
  // Of those who have it every week, hardly one goes unanswered.
  if (chance.happens(isFirst ? 0.06 : 0.01)) return
  const late = chance.happens(0.12)
  const answerAt = addHours(clock.now(), late ? chance.between(200, 300) : chance.between(3, 90))
  if (late)
    timeline.at(addHours(clock.now(), 190), () =>
      world.as(world.someone('nurse'), (ctx) =>
        chase(ctx, { sharingId, chasedAt: ctx.now, chasedOf: `${to.name}, by telephone` }),
      ),
    )
  timeline.at(answerAt, () =>
    world.as(world.someone('nurse'), (ctx) =>
      acknowledge(ctx, {
        sharingId,
        acknowledgedAt: ctx.now,
        by: `${to.name}, ${to.role}`,
        how: chance.one(['Replied by email', 'Rang back', 'Said so at the core group']),
      }),
    ),
  )
}
