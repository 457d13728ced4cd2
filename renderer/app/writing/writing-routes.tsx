import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { daysIn } from '../assurance/periods.ts'
import { BeginPage } from './begin-page.tsx'
import { WrittenPage } from './written-page.tsx'

/** Reports that people write, from the beginning to the final. */
export const writingRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/assurance/writing/begin',
      component: BeginPage,
      validateSearch: daysIn,
    }),
    createRoute({ getParentRoute, path: '/assurance/writing/$writtenId', component: WrittenPage }),
  ] as const
}
