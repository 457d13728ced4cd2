import type { LeadsTo } from '#domain/shared/leads-to.ts'
import type { Permission } from '#domain/users/permissions.ts'

/** What is searched, in the order in which it is shown, and what a role has to be allowed to read for it. */
export const searchKinds = {
  people: { label: 'Mothers, babies and people in their lives', permission: 'people:read' },
  referrals: { label: 'Referrals', permission: 'admission:read' },
  stays: { label: 'Stays', permission: 'stays:read' },
  documents: { label: 'Documents', permission: 'history:read' },
  duties: { label: 'Open duties', permission: 'duty:read' },
  staff: { label: 'Staff', permission: 'staff:read' },
} as const satisfies Record<string, { label: string; permission: Permission }>

export type SearchKind = keyof typeof searchKinds

/** One record found. */
export interface Find {
  id: string
  title: string
  /** What tells it from its namesakes: a date of birth, where she is now, when it was. */
  about: string
  leadsTo: LeadsTo
  /** The people whom it tells of; its reading is logged for them. */
  people: readonly string[]
}

/** Everything of one kind: how many there are, and the first of them. */
export interface FoundGroup {
  kind: SearchKind
  count: number
  shown: Find[]
}

/** So many of each kind are shown at first, and so many more at a time when they are asked for. */
export const mostShown = 8
export const mostMore = 50

/** The finds that follow one of them, by its id; from the first on where it is not among them any more. */
export const findsAfter = (finds: readonly Find[], after: string): Find[] => {
  const at = finds.findIndex(({ id }) => id === after) + 1
  return finds.slice(at, at + mostMore)
}
