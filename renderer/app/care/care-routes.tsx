import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { CarePage } from './care-page.tsx'

/** The baby-care log. */
export const careRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/stays/$stayId/care/$pairId', component: CarePage }),
  ] as const
}
