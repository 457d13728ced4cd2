import type { Permission } from '#domain/users/permissions.ts'

export interface NavItem {
  label: string
  to:
    | '/'
    | '/desk'
    | '/rounds'
    | '/referrals'
    | '/duties'
    | '/people'
    | '/assurance'
    | '/administration'
  /** Shown to those who may do any of these. */
  any: readonly Permission[]
  /** Where there is such a page; without it, in a unit's record. */
  places?: readonly Place[]
}

type Place = 'unit' | 'desk'

/** The pages of the top bar. A role sees what it may use; the service decides whether it may. */
export const navItems: readonly NavItem[] = [
  { label: 'Desk', to: '/desk', any: ['desk:read'], places: ['desk'] },
  { label: 'Board', to: '/', any: ['board:read'] },
  { label: 'Round', to: '/rounds', any: ['supervision:round'] },
  { label: 'Referrals', to: '/referrals', any: ['admission:read'] },
  { label: 'Duties', to: '/duties', any: ['duty:read'] },
  { label: 'People', to: '/people', any: ['stays:read'] },
  { label: 'Assurance', to: '/assurance', any: ['assurance:read'] },
  {
    label: 'Administration',
    to: '/administration',
    any: ['users:read', 'staff:edit', 'unit:settings', 'store:read', 'rule-sets:approve'],
    places: ['unit', 'desk'],
  },
]

export const visibleTo = ({
  permissions,
  place,
}: {
  permissions: readonly Permission[]
  place: Place
}) =>
  navItems.filter(
    ({ any, places = ['unit'] }) =>
      places.includes(place) && any.some((permission) => permissions.includes(permission)),
  )
