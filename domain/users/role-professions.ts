import { type Permission, permits } from './permissions.ts'
import type { Role } from './roles.ts'
import { type Profession, professionLabels } from './staff.ts'

/**
 * The professions that a role may be given to; a role that is not here goes with any. A signature counts by
 * its role (decisions 11, 18, 20), so the role says no more than the staff register does: a nurse is on the
 * NMC's register, a consultant is one. A health care assistant works on the unit as a nursery nurse does
 * and has the same account. A ward manager is registered with the NMC or the HCPC.
 */
const professionsOf: Partial<Record<Role, readonly Profession[]>> = {
  nurse: ['registered-nurse'],
  consultant: ['consultant'],
  'nursery-nurse': ['nursery-nurse', 'health-care-assistant'],
  'ward-manager': [
    'registered-nurse',
    'midwife',
    'health-visitor',
    'occupational-therapist',
    'psychologist',
  ],
}

/** Why a role cannot be given to somebody of this profession, in words; null where it can. */
export function roleFault(role: Role, profession: string): string | null {
  const fitting = professionsOf[role]
  if (!fitting || fitting.some((one) => one === profession)) return null
  const names = fitting.map((one) => professionLabels[one].toLowerCase())
  return `In the staff register this person is not: ${names.join(', ')}. Choose another role, or correct the register first`
}

/** A registered nurse or a doctor, by the staff register (decisions 24 and 26). */
const nurseOrDoctorProfessions: readonly Profession[] = ['registered-nurse', 'consultant', 'doctor']

/** Whether a profession of the staff register is that of a registered nurse or doctor. */
export const isNurseOrDoctor = (profession: string): boolean =>
  nurseOrDoctorProfessions.some((one) => one === profession)

/**
 * What a role alone does not give: the profession has to be one of these too. A ward doctor has no role of
 * their own and holds that of an other clinician, as a psychologist does; the register tells them apart.
 */
const professionsNeeded: Partial<Record<Permission, readonly Profession[]>> = {
  'episode:outcome': nurseOrDoctorProfessions,
}

/** The professions of which one is needed beside the role, in words; null where the role is enough. */
export function professionsFor(permission: Permission): string | null {
  const needed = professionsNeeded[permission]
  return needed ? needed.map((one) => professionLabels[one].toLowerCase()).join(', ') : null
}

/** True if somebody of this role and this profession may do it; the default is no. */
export function permitsPerson(role: Role, profession: string, permission: Permission): boolean {
  const needed = professionsNeeded[permission]
  return permits(role, permission) && (!needed || needed.some((one) => one === profession))
}
