import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import type { House } from '../platform/house.ts'
import type { CommandContext, SignedContext } from '../platform/serve.ts'
import type { SettableClock } from '../platform/settable-clock.ts'
import { newId } from '../platform/unit-of-work.ts'
import type { Chance } from './chance.ts'
import type { Timeline } from './timeline.ts'

/** The example unit while it is being made: its clock, its chances and its people. */
export interface World {
  readonly chance: Chance
  readonly clock: SettableClock
  readonly timeline: Timeline
  /** When the unit began to keep its record here. */
  readonly opened: Instant
  /** The moment of building: nothing happens after it. */
  readonly end: Instant
  readonly beds: readonly { id: string; name: string }[]
  /** One of those with the role. */
  someone(role: Role): Actor
  /** Every member of staff with an account. */
  readonly accounts: readonly Actor[]
  /** Does an act as somebody, through the feature's own service. */
  as<T>(actor: Actor, act: (ctx: CommandContext) => T): T
  /** The same, signed: passwords are checked at the door, which this does not go through (decision 15). */
  signed<T>(actor: Actor, act: (ctx: SignedContext) => T, second?: Actor): T
  /** A look at what is on record, as nobody in particular. */
  look<T>(at: (ctx: CommandContext) => T): T
  nextNhsNumber(): string
}

export interface WorldParts {
  house: House
  clock: SettableClock
  chance: Chance
  timeline: Timeline
  opened: Instant
  end: Instant
  unitId: string
  beds: World['beds']
  accounts: readonly Actor[]
}

/** Makes the world over an open store. */
export function worldOf(parts: WorldParts): World {
  const { house, clock, chance, unitId, accounts } = parts
  let numbers = 0
  const [anybody] = accounts
  if (!anybody) throw new Error('Nobody works here')
  const contextOf = (actor: Actor): CommandContext => ({
    db: house.read(),
    actor,
    now: clock.now(),
    unitId,
    session: {
      connection: 'example',
      account: { ...actor, unitId, slotId: '', disabled: false, expiresAt: null } as never,
      actor,
      unitId,
      signedInAt: clock.now(),
      wall: false,
    },
    house,
    write: house.writeAs(actor, unitId, { quiet: true }),
    newId: () => newId(clock.now()),
  })
  return {
    ...parts,
    someone: (role) => chance.one(accounts.filter((actor) => actor.role === role)),
    as: (actor, act) => act(contextOf(actor)),
    look: (at) => at(contextOf(anybody)),
    signed: (actor, act, second) =>
      act({
        ...contextOf(actor),
        signature: { by: actor, at: clock.now() },
        second,
        notBy: (writers, { message }) => {
          if (writers.includes(actor.staffId)) throw new Error(message)
        },
      }),
    nextNhsNumber() {
      numbers += 1
      return testNhsNumber(numbers)
    },
  }
}
