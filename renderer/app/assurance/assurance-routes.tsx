import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { AssurancePage } from './assurance-page.tsx'
import { FrameworksPage } from './frameworks-page.tsx'
import { daysIn, recordsIn } from './periods.ts'
import { RecordsPage } from './records-page.tsx'
import { ReportPage } from './report-page.tsx'
import { ReportsPage } from './reports-page.tsx'
import { RequirementPage } from './requirement-page.tsx'
import { VerifyPage } from './verify-page.tsx'

/** Requirements, the records behind each figure, and reports. */
export const assuranceRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/assurance',
      component: AssurancePage,
      validateSearch: daysIn,
    }),
    createRoute({
      getParentRoute,
      path: '/assurance/requirements/$requirement',
      component: RequirementPage,
      validateSearch: daysIn,
    }),
    createRoute({
      getParentRoute,
      path: '/assurance/requirements/$requirement/$measure',
      component: RecordsPage,
      validateSearch: recordsIn,
    }),
    createRoute({
      getParentRoute,
      path: '/assurance/frameworks',
      component: FrameworksPage,
      validateSearch: daysIn,
    }),
    createRoute({ getParentRoute, path: '/assurance/reports', component: ReportsPage }),
    createRoute({ getParentRoute, path: '/assurance/verify', component: VerifyPage }),
    createRoute({ getParentRoute, path: '/assurance/reports/$reportId', component: ReportPage }),
  ] as const
}
