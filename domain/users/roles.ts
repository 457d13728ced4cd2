/** The eight roles, one an account (decision 11, product.md 1). Nurse in charge is a shift duty, not a role. */
export const roles = [
  'ward-manager',
  'consultant',
  'nurse',
  'nursery-nurse',
  'other-clinician',
  'safeguarding-lead',
  'commissioner',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, string> = {
  'ward-manager': 'Ward manager',
  consultant: 'Consultant',
  nurse: 'Nurse',
  'nursery-nurse': 'Nursery nurse',
  'other-clinician': 'Other clinician',
  'safeguarding-lead': 'Safeguarding lead',
  commissioner: 'Commissioner',
  administrator: 'Administrator',
}

/** Who acts: every user is a member of staff (decision 11). */
export interface Actor {
  userId: string
  staffId: string
  role: Role
  name: string
}

/** By whom an entry is written: a person, or the lock screen while nobody is signed in (decision 5). */
export interface Author extends Omit<Actor, 'role'> {
  role: Role | 'nobody'
}

export const lockScreenAuthor: Author = {
  userId: 'lock-screen',
  staffId: 'lock-screen',
  role: 'nobody',
  name: 'Lock screen',
}
