import { randomUUID } from 'node:crypto'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import { type Profession, registrationFault } from '#domain/users/staff.ts'
import { desk } from '#drizzle/schema/desk.ts'
import { bed, unit } from '#drizzle/schema/stays.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import type { House } from '../../platform/house.ts'
import { newDataKey, wipeDataKey } from '../../platform/store/data-key.ts'
import { makeKeyFile } from '../../platform/store/keys.ts'
import { newId, type WriteTx } from '../../platform/unit-of-work.ts'
import { checkNewPassword } from './accounts-service.ts'
import { insertStaff } from './staff-service.ts'
import { insertFirstPair } from './unit-key.ts'

export interface FirstPerson {
  name: string
  signInName: string
  password: string
  registration?: string | undefined
}

/** A commissioner's desk: an office instead of a unit, and no beds. */
export interface NewDesk {
  desk: { name: string; organisation: string; region?: string | undefined }
  administrator: FirstPerson
  commissioner: FirstPerson
}

export interface NewUnit {
  unit: {
    name: string
    provider: string
    odsCode?: string | undefined
    region?: string | undefined
    /** What a 999 call has to say: on one line, as it is said. */
    address?: string | undefined
    telephone?: string | null | undefined
  }
  beds: string[]
  administrator: FirstPerson
  wardManager: FirstPerson
}

/** Writes what a new unit brings with it besides people, such as the shipped rule sets; returns how many. */
export type SeedUnit = (tx: WriteTx) => number

/**
 * The first run (decision 4): makes the store, the unit with its beds, an administrator and a ward manager,
 * each with a key slot, and the recovery slot. Answers the recovery code, which is shown once and kept
 * nowhere. Refuses if there is anything in the folder already.
 */
export async function createUnit(house: House, input: NewUnit, seed: SeedUnit) {
  if (house.state().state !== 'none')
    refuse('held', 'A unit has been set up on this computer already. Sign in to it')
  const { administrator, wardManager, ...rest } = input
  checkPeople({ administrator, wardManager }, input.unit.name)
  if (wardManager.registration !== undefined) {
    const fault = registrationFault('registered-nurse', wardManager.registration)
    if (fault !== null) refuseField('wardManager.registration', fault)
  }
  checkBeds(input.beds)
  return makeStore(
    house,
    { ...rest, mark: 'unit', administrator, second: wardManager },
    { role: 'ward-manager', profession: 'registered-nurse' },
    seed,
  )
}

/**
 * The first run of a commissioner's desk: the app opened without a unit. The same encrypted store, with an
 * administrator and a commissioner; packs of units are taken in later.
 */
export function createDesk(house: House, input: NewDesk, seed: SeedUnit) {
  if (house.state().state !== 'none')
    refuse('held', 'Something has been set up on this computer already. Sign in to it')
  const { desk: office, administrator, commissioner } = input
  checkPeople({ administrator, commissioner }, office.name)
  return makeStore(
    house,
    {
      unit: { name: office.name, provider: office.organisation, region: office.region },
      beds: [],
      mark: 'desk',
      administrator,
      second: commissioner,
    },
    { role: 'commissioner', profession: 'commissioner' },
    seed,
  )
}

interface NewStore {
  unit: NewUnit['unit']
  beds: string[]
  mark: 'unit' | 'desk'
  administrator: FirstPerson
  /** The ward manager of a unit, or the commissioner of a desk. */
  second: FirstPerson
}

interface SecondRole {
  role: Role
  profession: Profession
}

async function makeStore(house: House, input: NewStore, second: SecondRole, seed: SeedUnit) {
  const key = newDataKey()
  try {
    house.create(key)
    const slots = { administrator: randomUUID(), second: randomUUID() }
    const made = writeStore(house, input, second, slots, seed)
    const recoveryCode = await makeKeyFile(house.paths, key, [
      slotOf(slots.administrator, input.administrator),
      slotOf(slots.second, input.second),
    ])
    return { ...made, recoveryCode }
  } catch (error) {
    // Without its key file nobody could open it: the next first run sets the rest aside.
    house.close()
    throw error
  } finally {
    wipeDataKey(key)
  }
}

const slotOf = (slotId: string, { signInName, password }: FirstPerson) => ({
  slotId,
  signInName,
  password,
})

/** Two sign-in names, and passwords that may stand. */
function checkPeople(
  people: Record<'administrator', FirstPerson> & Record<string, FirstPerson>,
  place: string,
): void {
  const [[field = '', second] = []] = Object.entries(people).filter(
    ([one]) => one !== 'administrator',
  )
  if (people.administrator.signInName === second?.signInName)
    refuseField(`${field}.signInName`, 'Two people cannot have the same sign-in name')
  for (const [of, person] of Object.entries(people))
    checkNewPassword(person.password, person.signInName, place, `${of}.password`)
}

function checkBeds(beds: readonly string[]): void {
  const names = beds.map(folded)
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0) refuseField(`beds.${twice}`, 'Two beds cannot have the same name')
}

function writeStore(
  house: House,
  input: NewStore,
  second: SecondRole,
  slots: { administrator: string; second: string },
  seed: SeedUnit,
) {
  const now = house.clock.now()
  const unitId = newId(now)
  const actor: Actor = {
    userId: newId(now),
    staffId: newId(now),
    role: 'administrator',
    name: input.administrator.name,
  }
  return house.writeAs(
    actor,
    unitId,
  )((tx) => {
    tx.insert(
      unit,
      {
        name: input.unit.name,
        provider: input.unit.provider,
        odsCode: input.unit.odsCode ?? null,
        region: input.unit.region ?? null,
        address: input.unit.address ?? null,
        telephone: input.unit.telephone ?? null,
      },
      { recordId: unitId },
    )
    for (const [index, name] of input.beds.entries()) tx.insert(bed, { name, position: index + 1 })
    const today = dateOf(now)
    const person = (
      who: FirstPerson,
      role: Role,
      profession: Profession,
      slotId: string,
      ids?: Actor,
    ) => {
      const staffId = insertStaff(
        tx,
        {
          name: who.name,
          profession,
          employment: 'substantive',
          registration: who.registration,
          startedOn: today,
          leftOn: null,
        },
        ids?.staffId,
      ).recordId
      tx.insert(
        userAccount,
        { staffId, signInName: who.signInName, role, slotId },
        ids ? { recordId: ids.userId } : {},
      )
      return staffId
    }
    person(input.administrator, 'administrator', 'administration', slots.administrator, actor)
    person(input.second, second.role, second.profession, slots.second)
    if (input.mark === 'desk') tx.insert(desk, { name: input.unit.name })
    const ruleSets = seed(tx)
    const pair = insertFirstPair(tx)
    return {
      value: { unitId },
      audit: [
        {
          action: 'set-up',
          entity: input.mark,
          entityId: unitId,
          entityVersion: 1,
          payload: { beds: input.beds.length, ruleSets },
        },
        pair,
      ],
    }
  })
}
