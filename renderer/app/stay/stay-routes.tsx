import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { ChangePerson } from './change-person.tsx'
import { CorrectStay } from './correct-stay.tsx'
import { DischargePage, PlanDischarge, SendDischarge } from './discharge-page.tsx'
import { historyRoutes } from './history-routes.tsx'
import { leaveRoutes } from './leave-routes.tsx'
import { SetObservation } from './observation-form.tsx'
import { CorrectPair, EndPair } from './pair-forms.tsx'
import { relationshipRoutes } from './relationship-routes.tsx'
import {
  AnswerEvent,
  CorrectAnswer,
  EventLater,
  NoteEvent,
  WithdrawEvent,
} from './review-events.tsx'
import { AddBaby, EndStay, MoveBed } from './stay-acts-forms.tsx'
import { StayPage } from './stay-page.tsx'
import { DecideSupervision, RaiseSupervision, SupervisionPage } from './supervision-page.tsx'
import { TellPage } from './tell-page.tsx'

/** The pages of one stay. */
export const stayRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/stays/$stayId', component: StayPage }),
    createRoute({ getParentRoute, path: '/stays/$stayId/baby', component: AddBaby }),
    createRoute({ getParentRoute, path: '/stays/$stayId/bed', component: MoveBed }),
    createRoute({ getParentRoute, path: '/stays/$stayId/end', component: EndStay }),
    createRoute({ getParentRoute, path: '/stays/$stayId/discharge', component: DischargePage }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/discharge/send',
      component: SendDischarge,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/discharge/plan',
      component: PlanDischarge,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/correct', component: CorrectStay }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/person/$personId',
      component: ChangePerson,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/pair/$pairId/end',
      component: EndPair,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/pair/$pairId/correct',
      component: CorrectPair,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/observation', component: SetObservation }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId',
      component: SupervisionPage,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/decide',
      component: DecideSupervision,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/raise',
      component: RaiseSupervision,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/event',
      component: NoteEvent,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/event/$eventId/answer',
      component: AnswerEvent,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/event/$eventId/correct',
      component: CorrectAnswer,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/event/$eventId/later',
      component: EventLater,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/supervision/$pairId/event/$eventId/mistake',
      component: WithdrawEvent,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/tell/$pairId', component: TellPage }),
    ...leaveRoutes(root),
    ...relationshipRoutes(root),
    ...historyRoutes(root),
  ] as const
}
