import { addMinutes } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { SignCode } from '#domain/unwell-baby/signs.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import { decideEscort } from '../features/unwell-baby/escort-service.ts'
import { reached } from '../features/unwell-baby/help-service.ts'
import { answerInfection, observe } from '../features/unwell-baby/observe-service.ts'
import { enterInError, signOutcome } from '../features/unwell-baby/outcome-service.ts'
import { raiseConcern } from '../features/unwell-baby/raise-service.ts'
import {
  decideEscortInput,
  observeInput,
  raiseInput,
  reachedInput,
} from '../features/unwell-baby/schemas.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Course, whyInfection, whyNoInfection } from './unwell-words.ts'
import type { World } from './world.ts'

/** The acts of an episode in the example, each by somebody who may. */

export interface Baby {
  pairId: string
  babyId: string
  startedAt: Instant
  endsAt: Instant
}

// Chances of its own, so that the other stories stay as they are.
const chances = new WeakMap<World, Chance>()
export function chanceIn(world: World): Chance {
  const known = chances.get(world) ?? chanceOf(71_113)
  chances.set(world, known)
  return known
}

export const someone = (world: World, role: Role): Actor =>
  chanceIn(world).one(world.accounts.filter((actor) => actor.role === role))

export function raise(
  world: World,
  { pairId }: Baby,
  course: Course,
  recognisedAt: Instant,
): string {
  const chance = chanceIn(world)
  const told = chance.happens(0.5)
  const actor = someone(world, chance.happens(0.3) ? 'nursery-nurse' : 'nurse')
  const input = raiseInput.parse({
    pairId,
    recognisedAt,
    whose: told ? 'carer' : 'staff',
    words: chance.one(course.words),
    basis: told ? { kind: 'told', by: 'Mother' } : { kind: 'observed' },
    findings: course.findings,
    mobility: 'not-mobile',
    another: true,
  })
  return world.as(actor, (ctx) => raiseConcern(ctx, input)).episodeId
}

export function infection(world: World, episodeId: string, { infection: answer }: Course): void {
  world.as(someone(world, 'nurse'), (ctx) =>
    answerInfection(ctx, {
      episodeId,
      answer,
      why: answer === 'no' ? whyNoInfection : whyInfection,
      answeredAt: ctx.now,
    }),
  )
}

const lookedAt = { checked: true } as const

export function look(
  world: World,
  { babyId }: Baby,
  episodeId: string,
  values: Course['values'],
  course?: Course,
): void {
  const chance = chanceIn(world)
  const measured: Partial<Record<SignCode, number>> = {
    temperature: 36.6 + chance.between(0, 7) / 10,
    'respiratory-rate': chance.between(34, 46),
    'heart-rate': chance.between(118, 142),
    'oxygen-saturation': chance.between(97, 100),
    'capillary-refill': 2,
    ...values,
  }
  const input = (now: Instant) =>
    observeInput.parse({
      episodeId,
      babyId,
      observedAt: now,
      babyState: chance.happens(0.7) ? 'settled' : 'crying',
      readings: {
        ...Object.fromEntries(
          Object.entries(measured).map(([sign, value]) => [
            sign,
            { kind: 'value', value: Math.round(value * 10) / 10 },
          ]),
        ),
        'systolic-pressure': { kind: 'not-measured', because: 'no-equipment' },
      },
      groups: {
        danger: lookedAt,
        behaviour: lookedAt,
        colour: lookedAt,
        breathing: lookedAt,
        hydration: lookedAt,
        other: lookedAt,
      },
      findings: course?.findings ?? [],
      feverReport: 'not-reported',
      consciousness: 'alert',
      support: 'air',
      staffConcern: null,
      carerView: course ? 'same' : 'better',
      carerConcern: null,
      note: '',
    })
  world.as(someone(world, 'nurse'), (ctx) => observe(ctx, input(ctx.now)))
}

export function reach(
  world: World,
  episodeId: string,
  whom: Course['help'][number]['whom'],
  advice: string,
): void {
  world.as(someone(world, 'nurse'), (ctx) =>
    reached(
      ctx,
      reachedInput.parse({
        episodeId,
        whom,
        reachedAt: ctx.now,
        reachedName: whom === '999' ? undefined : names[whom],
        advice,
        transferAdvised: whom === '999',
      }),
    ),
  )
}

export const names: Partial<Record<Course['help'][number]['whom'], string>> = {
  'nurse-in-charge': 'The nurse in charge of the shift',
  'ward-doctor': 'Dr Amara Nwosu',
  gp: 'Dr Philippa Hartshorne',
  'on-call-paediatrics': 'Dr Iestyn Probert, registrar',
}

export function end(
  world: World,
  episodeId: string,
  kind: Course['outcome'],
  plan: string,
  reviewMinutes?: number,
): void {
  const role: Role = chanceIn(world).happens(0.3) ? 'consultant' : 'nurse'
  world.signed(someone(world, role), (ctx) =>
    signOutcome(ctx, {
      episodeId,
      kind,
      at: ctx.now,
      plan,
      reviewAt: reviewMinutes === undefined ? null : addMinutes(ctx.now, reviewMinutes),
    }),
  )
  if (kind === 'advice-followed' && reviewMinutes !== undefined)
    reviewed(world, episodeId, reviewMinutes)
}

/** The review that an outcome set, a little before its time, by the same nurse each time: no chance is drawn for it. */
function reviewed(world: World, episodeId: string, reviewMinutes: number): void {
  const nurse = world.accounts.find(({ role }) => role === 'nurse') ?? world.someone('nurse')
  const at = addMinutes(
    world.look(({ now }) => now),
    reviewMinutes - 10,
  )
  world.timeline.at(at, () =>
    world.signed(nurse, (ctx) =>
      signOutcome(ctx, {
        episodeId,
        kind: 'reviewed-and-well',
        at: ctx.now,
        plan: 'Feeds as usual and settled; tell us at once if anything changes',
        reviewAt: null,
      }),
    ),
  )
}

export function decide(world: World, episodeId: string, lower: boolean): void {
  const byRule = { leave: undefined, assessmentSays: 'yes', authoritySays: 'yes', planSays: 'yes' }
  const less = { babyEscorts: 0, motherEscorts: 0, section17Escort: false, motherMayGo: 'yes' }
  world.as(someone(world, 'nurse'), (ctx) =>
    decideEscort(
      ctx,
      decideEscortInput.parse({
        episodeId,
        decidedAt: ctx.now,
        answers: byRule,
        escortNames: lower ? 'Mother, with the ambulance crew' : ctx.actor.name,
        ...(lower
          ? { choice: less, because: 'Two on the night shift, and the crew took the mother alone' }
          : {}),
      }),
    ),
  )
}

export function inError(world: World, episodeId: string): void {
  const second = someone(world, 'nurse')
  world.signed(someone(world, 'ward-manager'), (ctx) =>
    enterInError({ ...ctx, second }, { episodeId, reason: 'Raised on the wrong baby' }),
  )
}
