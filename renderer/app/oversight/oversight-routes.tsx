import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { ActionPage } from './action-page.tsx'
import { ActionsPage, SetActionPage } from './actions-page.tsx'
import { AddEvidencePage, EvidencePage } from './evidence-page.tsx'
import { OneEvidencePage } from './one-evidence-page.tsx'
import { ReplyPage } from './reply-page.tsx'
import { SelfCheckPage } from './self-check-page.tsx'
import { VisitPage } from './visit-page.tsx'
import { PlanVisitPage, VisitsPage } from './visits-page.tsx'

/** The self-check, visits, evidence and the improvement plan. */
export const oversightRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/assurance/self-check', component: SelfCheckPage }),
    createRoute({ getParentRoute, path: '/assurance/visits', component: VisitsPage }),
    createRoute({ getParentRoute, path: '/assurance/visits/plan', component: PlanVisitPage }),
    createRoute({ getParentRoute, path: '/assurance/visits/reply', component: ReplyPage }),
    createRoute({ getParentRoute, path: '/assurance/visits/$visitId', component: VisitPage }),
    createRoute({ getParentRoute, path: '/assurance/evidence', component: EvidencePage }),
    createRoute({ getParentRoute, path: '/assurance/evidence/add', component: AddEvidencePage }),
    createRoute({
      getParentRoute,
      path: '/assurance/evidence/$evidenceId',
      component: OneEvidencePage,
    }),
    createRoute({ getParentRoute, path: '/assurance/actions', component: ActionsPage }),
    createRoute({
      getParentRoute,
      path: '/assurance/actions/set',
      component: SetActionPage,
      validateSearch: (search): { finding?: string } =>
        typeof search.finding === 'string' ? { finding: search.finding } : {},
    }),
    createRoute({ getParentRoute, path: '/assurance/actions/$actionId', component: ActionPage }),
  ] as const
}
