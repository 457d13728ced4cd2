import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { AuditPage } from '../audit/audit-page.tsx'
import { RecordPage } from '../audit/record-page.tsx'
import { CopyPage } from '../records/copy-page.tsx'
import { KeptPage } from '../records/kept-page.tsx'
import { AccountPage } from './account-page.tsx'
import { Accounts } from './accounts.tsx'
import { Administration } from './administration.tsx'
import { AdministrationHome } from './administration-home.tsx'
import { Backups } from './backups.tsx'
import { OpenAccount } from './open-account.tsx'
import { ChangeRulePage } from './rules/change-rule-page.tsx'
import { ImportRules } from './rules/import-rules.tsx'
import { RevisionPage } from './rules/revision-page.tsx'
import { RuleSets } from './rules/rule-sets.tsx'
import { StaffRegister } from './staff.tsx'
import { AddStaff, ChangeStaff } from './staff-form.tsx'
import { UnitAndBeds } from './unit-and-beds.tsx'
import { UnitContacts, wantedIn } from './unit-contacts.tsx'

/** The pages of administration, under one heading with tabs. */
export const administrationRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const administration = createRoute({
    getParentRoute: () => root,
    path: '/administration',
    component: Administration,
  })
  const getParentRoute = () => administration
  return administration.addChildren([
    createRoute({ getParentRoute, path: '/', component: AdministrationHome }),
    createRoute({ getParentRoute, path: '/accounts', component: Accounts }),
    createRoute({ getParentRoute, path: '/accounts/open', component: OpenAccount }),
    createRoute({ getParentRoute, path: '/accounts/$userId', component: AccountPage }),
    createRoute({ getParentRoute, path: '/staff', component: StaffRegister }),
    createRoute({ getParentRoute, path: '/staff/new', component: AddStaff }),
    createRoute({ getParentRoute, path: '/staff/$staffId', component: ChangeStaff }),
    createRoute({ getParentRoute, path: '/unit', component: UnitAndBeds }),
    createRoute({
      getParentRoute,
      path: '/contacts',
      component: UnitContacts,
      validateSearch: wantedIn,
    }),
    createRoute({ getParentRoute, path: '/rules', component: RuleSets }),
    createRoute({ getParentRoute, path: '/rules/import', component: ImportRules }),
    createRoute({ getParentRoute, path: '/rules/$revisionId', component: RevisionPage }),
    createRoute({ getParentRoute, path: '/rules/$revisionId/change', component: ChangeRulePage }),
    createRoute({ getParentRoute, path: '/backups', component: Backups }),
    createRoute({
      getParentRoute,
      path: '/audit',
      component: AuditPage,
      validateSearch: (search): { personId?: string } =>
        typeof search.personId === 'string' ? { personId: search.personId } : {},
    }),
    createRoute({ getParentRoute, path: '/audit/$recordId', component: RecordPage }),
    createRoute({ getParentRoute, path: '/records', component: KeptPage }),
    createRoute({ getParentRoute, path: '/records/copy/$personId', component: CopyPage }),
  ])
}
