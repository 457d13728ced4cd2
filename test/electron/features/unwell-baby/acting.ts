import type { Instant } from '#domain/shared/time.ts'
import type { SignCode } from '#domain/unwell-baby/signs.ts'
import type { Role } from '#domain/users/roles.ts'
import type { EpisodePage } from '../../../../electron/features/unwell-baby/view.ts'
import type { Arrived, TestUnit } from '../../../support/app.ts'

/** A settled, well baby of this age, everything looked at. */
const well: Partial<Record<SignCode, number>> = {
  temperature: 37,
  'respiratory-rate': 40,
  'heart-rate': 135,
  'oxygen-saturation': 98,
  'capillary-refill': 2,
  'systolic-pressure': 80,
}

const lookedAt = { checked: true } as const

/** A complete set of a well baby, with what is otherwise. */
export const setOf = (
  values: Partial<Record<SignCode, number>>,
  observedAt: Instant,
  more: object = {},
) => ({
  observedAt,
  babyState: 'settled',
  readings: Object.fromEntries(
    Object.entries({ ...well, ...values }).map(([sign, value]) => [sign, { kind: 'value', value }]),
  ),
  groups: {
    danger: lookedAt,
    behaviour: lookedAt,
    colour: lookedAt,
    breathing: lookedAt,
    hydration: lookedAt,
    other: lookedAt,
  },
  findings: [],
  feverReport: 'not-reported',
  consciousness: 'alert',
  support: 'air',
  staffConcern: null,
  carerView: 'same',
  carerConcern: null,
  ...more,
})

/** What the tests do with one baby, each act at the time of the clock. */
export function actsOn(unit: TestUnit, family: Arrived, role: 'nurse' | 'nursery-nurse' = 'nurse') {
  const user = unit.as(role)
  const acts = {
    raise: async (more: object = {}) =>
      (
        await user.ok<{ episodeId: string }>('unwellBaby.raise', {
          pairId: family.pairId,
          recognisedAt: unit.clock.now(),
          whose: 'carer',
          basis: { kind: 'told', by: 'Mother' },
          ...more,
        })
      ).episodeId,
    observe: (
      episodeId: string,
      values: Partial<Record<SignCode, number>> = {},
      more: object = {},
    ) =>
      user.ok<{ setId: string }>('unwellBaby.observe', {
        episodeId,
        babyId: family.babyId,
        ...setOf(values, unit.clock.now(), more),
      }),
    infection: (episodeId: string, answer: 'yes' | 'no' | 'not-sure') =>
      user.ok('unwellBaby.answerInfection', {
        episodeId,
        answer,
        why: 'By what is seen',
        answeredAt: unit.clock.now(),
      }),
    reached: (episodeId: string, whom: string, more: object = {}) =>
      user.ok<{ contactId: string; version: number }>('unwellBaby.reached', {
        episodeId,
        whom,
        reachedAt: unit.clock.now(),
        ...(whom === '999' ? {} : { reachedName: 'Dr A. Test' }),
        ...more,
      }),
    page: (episodeId: string) => user.ok<EpisodePage>('unwellBaby.episode', { episodeId }),
  }
  return acts
}

/** Time passes, and those who go on working sign in again. */
export async function pass(unit: TestUnit, minutes: number, ...others: Role[]): Promise<void> {
  unit.clock.pass(minutes)
  for (const role of ['nurse', ...others] as const) await unit.as(role).signIn()
}
