import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { LearningPage, LearningStepPage, NoteLearningPage } from './learning-page.tsx'
import {
  AddMeetingPage,
  AskFeedbackPage,
  EnterFeedbackPage,
  MeetingPage,
  OpenDisagreementPage,
  PartnershipPage,
  RungPage,
} from './partnership-page.tsx'
import { QuestionBankPage } from './question-bank-page.tsx'
import { CorrectSessionPage, RecordSessionPage, SessionsPage } from './sessions-page.tsx'
import { AskSpotCheckPage, SpotCheckPage, SpotChecksPage } from './spot-checks-page.tsx'

/** How the staff reflect and work with others: the pages of reflection and partnership. */
export const cultureRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/people/culture', component: SessionsPage }),
    createRoute({ getParentRoute, path: '/people/culture/record', component: RecordSessionPage }),
    createRoute({
      getParentRoute,
      path: '/people/culture/sessions/$sessionId',
      component: CorrectSessionPage,
    }),
    createRoute({ getParentRoute, path: '/people/culture/learning', component: LearningPage }),
    createRoute({
      getParentRoute,
      path: '/people/culture/learning/new',
      component: NoteLearningPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/learning/$learningId',
      component: LearningStepPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership',
      component: PartnershipPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/meetings/new',
      component: AddMeetingPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/meetings/$meetingId',
      component: MeetingPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/disagreements/new',
      component: OpenDisagreementPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/rungs/$rungId',
      component: RungPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/feedback/new',
      component: AskFeedbackPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/partnership/feedback/$feedbackId',
      component: EnterFeedbackPage,
    }),
    createRoute({ getParentRoute, path: '/people/culture/spot-checks', component: SpotChecksPage }),
    createRoute({
      getParentRoute,
      path: '/people/culture/spot-checks/questions',
      component: QuestionBankPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/spot-checks/ask/$pairId',
      component: AskSpotCheckPage,
    }),
    createRoute({
      getParentRoute,
      path: '/people/culture/spot-checks/$checkId',
      component: SpotCheckPage,
    }),
  ] as const
}
