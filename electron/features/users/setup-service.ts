import { randomUUID } from 'node:crypto'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { Actor, Role } from '#domain/users/roles.ts'
import { type Profession, registrationFault } from '#domain/users/staff.ts'
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
  checkPeople(input)
  checkBeds(input.beds)
  const key = newDataKey()
  try {
    house.create(key)
    const slots = { administrator: randomUUID(), wardManager: randomUUID() }
    const made = writeUnit(house, input, slots, seed)
    const recoveryCode = await makeKeyFile(house.paths, key, [
      slotOf(slots.administrator, input.administrator),
      slotOf(slots.wardManager, input.wardManager),
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

function checkPeople({ unit: { name }, administrator, wardManager }: NewUnit): void {
  if (administrator.signInName === wardManager.signInName)
    refuseField('wardManager.signInName', 'Two people cannot have the same sign-in name')
  for (const [field, person] of Object.entries({ administrator, wardManager }))
    checkNewPassword(person.password, person.signInName, name, `${field}.password`)
  if (wardManager.registration !== undefined) {
    const fault = registrationFault('registered-nurse', wardManager.registration)
    if (fault !== null) refuseField('wardManager.registration', fault)
  }
}

function checkBeds(beds: readonly string[]): void {
  const names = beds.map(folded)
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0) refuseField(`beds.${twice}`, 'Two beds cannot have the same name')
}

function writeUnit(
  house: House,
  input: NewUnit,
  slots: { administrator: string; wardManager: string },
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
    person(input.wardManager, 'ward-manager', 'registered-nurse', slots.wardManager)
    const ruleSets = seed(tx)
    const pair = insertFirstPair(tx)
    return {
      value: { unitId },
      audit: [
        {
          action: 'set-up',
          entity: 'unit',
          entityId: unitId,
          entityVersion: 1,
          payload: { beds: input.beds.length, ruleSets },
        },
        pair,
      ],
    }
  })
}
