import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { AddContact } from './add-contact.tsx'
import { AddTie } from './add-tie.tsx'
import { AddQuestion, AskPage } from './ask-form.tsx'
import { ChangeContact, ChangeTie } from './change-statement.tsx'
import { FamilyPage } from './family-page.tsx'
import { AddLegalStatus, ChangeLegalStatus } from './legal-form.tsx'
import { LegalHistory } from './legal-history.tsx'
import { AddMeeting, ChangeMeeting } from './meeting-form.tsx'
import { ChangeMentalHealthAct, RecordMentalHealthAct } from './mental-health-act-form.tsx'
import { SettlePage } from './settle-form.tsx'
import { PeopleToDoPage } from './to-do-page.tsx'

/** The pages of the people round a family, from the referral on. */
export const familyRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/families', component: PeopleToDoPage }),
    createRoute({ getParentRoute, path: '/families/$motherId', component: FamilyPage }),
    createRoute({ getParentRoute, path: '/families/$motherId/tie', component: AddTie }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/tie/$personId/$recordId',
      component: ChangeTie,
    }),
    createRoute({ getParentRoute, path: '/families/$motherId/contact', component: AddContact }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/contact/$personId/$recordId',
      component: ChangeContact,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/legal/$personId',
      component: AddLegalStatus,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/legal/$personId/$factId',
      component: ChangeLegalStatus,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/legal-history/$personId',
      component: LegalHistory,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/mental-health-act',
      component: RecordMentalHealthAct,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/mental-health-act/$factId',
      component: ChangeMentalHealthAct,
    }),
    createRoute({ getParentRoute, path: '/families/$motherId/question', component: AddQuestion }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/ask/$personId/$questionKey',
      component: AskPage,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/settle/$clashKey',
      component: SettlePage,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/meeting/$pairId',
      component: AddMeeting,
    }),
    createRoute({
      getParentRoute,
      path: '/families/$motherId/meeting/$pairId/$meetingId',
      component: ChangeMeeting,
    }),
  ] as const
}
