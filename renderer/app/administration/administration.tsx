import { Link, Outlet } from '@tanstack/react-router'
import type { Permission } from '#domain/users/permissions.ts'
import { SignerNoticeProvider } from '../../ui/form/signer-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useMe } from '../session/me.ts'

const parts = [
  { to: '/administration/accounts', label: 'Accounts', needs: 'users:read' },
  { to: '/administration/staff', label: 'Staff', needs: 'staff:edit' },
  { to: '/administration/unit', label: 'Unit and beds', needs: 'unit:settings' },
  { to: '/administration/contacts', label: 'Contacts', needs: 'people:edit' },
  { to: '/administration/rules', label: 'Rules', needs: 'rule-sets:read' },
  { to: '/administration/backups', label: 'Backups and safety', needs: 'store:read' },
  { to: '/administration/audit', label: 'Audit', needs: 'audit:read' },
  { to: '/administration/records', label: 'Keeping records', needs: 'retention:read' },
] as const satisfies { to: string; label: string; needs: Permission }[]

export type AdministrationPath = (typeof parts)[number]['to']

/** The first part that this person may use; what /administration opens. */
export const firstPart = (permissions: readonly Permission[]): AdministrationPath | undefined =>
  parts.find(({ needs }) => permissions.includes(needs))?.to

/** Administration: its parts as tabs, and the one that is open. */
export function Administration() {
  const { permissions } = useMe()
  return (
    <div className="app-main app-main--wide">
      <PageHeader title="Administration" />
      <nav aria-label="Administration">
        <ul className="app-tabs">
          {parts
            .filter(({ needs }) => permissions.includes(needs))
            .map(({ to, label }) => (
              <li key={to}>
                <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {/* Accounts, passwords and backups wait for no course. */}
      <SignerNoticeProvider notice={undefined}>
        <Outlet />
      </SignerNoticeProvider>
    </div>
  )
}
