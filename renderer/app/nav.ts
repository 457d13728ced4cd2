import type { Permission } from '#domain/users/permissions.ts'

export interface NavItem {
  label: string
  to: '/' | '/rounds' | '/referrals' | '/duties' | '/people' | '/assurance' | '/administration'
  /** Shown to those who may do any of these. */
  any: readonly Permission[]
}

/** The pages of the top bar. A role sees what it may use; the service decides whether it may. */
export const navItems: readonly NavItem[] = [
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
  },
]

export const visibleTo = (permissions: readonly Permission[]) =>
  navItems.filter(({ any }) => any.some((permission) => permissions.includes(permission)))
