import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { ConcernPage } from './concern-page.tsx'
import { DrillsPage } from './drills-page.tsx'
import { EpisodePage } from './episode-page.tsx'
import { PathwayPage } from './pathway-page.tsx'
import { RaisePage } from './raise-page.tsx'

/** Raising a concern, and the page of an episode. */
export const episodeRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/concern', component: ConcernPage }),
    createRoute({ getParentRoute, path: '/stays/$stayId/concern/$pairId', component: RaisePage }),
    createRoute({ getParentRoute, path: '/episodes/$episodeId', component: EpisodePage }),
    createRoute({ getParentRoute, path: '/people/drills', component: DrillsPage }),
    createRoute({ getParentRoute, path: '/people/pathway', component: PathwayPage }),
  ] as const
}
