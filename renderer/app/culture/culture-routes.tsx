import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { LearningPage, LearningStepPage, NoteLearningPage } from './learning-page.tsx'
import { CorrectSessionPage, RecordSessionPage, SessionsPage } from './sessions-page.tsx'

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
  ] as const
}
