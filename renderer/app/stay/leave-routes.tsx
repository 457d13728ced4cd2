import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import {
  AskLeave,
  BackFromLeave,
  CancelLeave,
  ChangeLeave,
  DecideLeavePage,
  EndMissing,
  GrantSection17,
  LeftOnLeave,
  NeverLeft,
  ReportMissing,
  RevokeSection17,
} from './leave-forms.tsx'
import { LeavePage } from './leave-page.tsx'

/** The pages of the leave of one stay. */
export const leaveRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/stays/$stayId/leave', component: LeavePage }),
    createRoute({ getParentRoute, path: '/stays/$stayId/leave/ask', component: AskLeave }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/section-17',
      component: GrantSection17,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/section-17/$grantId',
      component: RevokeSection17,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/leave/missing', component: ReportMissing }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/missing/$missingId',
      component: EndMissing,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/change',
      component: ChangeLeave,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/cancel',
      component: CancelLeave,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/decide',
      component: DecideLeavePage,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/left',
      component: LeftOnLeave,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/back',
      component: BackFromLeave,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/leave/$leaveId/never-left',
      component: NeverLeft,
    }),
  ] as const
}
