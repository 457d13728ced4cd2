import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router'
import { administrationRoutes } from './administration/administration-routes.tsx'
import { assuranceRoutes } from './assurance/assurance-routes.tsx'
import { filterIn } from './board/filter.tsx'
import { PaperPage } from './board/paper.tsx'
import { careRoutes } from './care/care-routes.tsx'
import { cultureRoutes } from './culture/culture-routes.tsx'
import { deskRoutes } from './desk/desk-routes.tsx'
import { DutiesPage } from './duties/duties-page.tsx'
import { episodeRoutes } from './episode/episode-routes.tsx'
import { familyRoutes } from './family/family-routes.tsx'
import { HelpPage } from './help/help-page.tsx'
import { Home } from './home.tsx'
import { Layout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { oversightRoutes } from './oversight/oversight-routes.tsx'
import { Admit } from './people/admit.tsx'
import { PeoplePage } from './people/people-page.tsx'
import { referralRoutes } from './referrals/referral-routes.tsx'
import { MovedPage } from './restricted/moved-page.tsx'
import { rosterRoutes } from './roster/roster-routes.tsx'
import { RoundsPage } from './rounds-page.tsx'
import { ChangePassword } from './session/change-password.tsx'
import { stayRoutes } from './stay/stay-routes.tsx'
import { trainingRoutes } from './training/training-routes.tsx'
import { writingRoutes } from './writing/writing-routes.tsx'

export const root = createRootRoute({ component: Layout, notFoundComponent: NotFound })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Home,
  validateSearch: filterIn,
})
const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: ChangePassword,
})

const moved = createRoute({ getParentRoute: () => root, path: '/moved', component: MovedPage })
const duties = createRoute({
  getParentRoute: () => root,
  path: '/duties',
  component: DutiesPage,
  validateSearch: (search): { duty?: string } =>
    typeof search.duty === 'string' ? { duty: search.duty } : {},
})
const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: HelpPage,
  validateSearch: (search): { from: string } => ({
    from: typeof search.from === 'string' && search.from.startsWith('/') ? search.from : '/',
  }),
})
const paper = createRoute({ getParentRoute: () => root, path: '/paper', component: PaperPage })
const rounds = createRoute({ getParentRoute: () => root, path: '/rounds', component: RoundsPage })
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage })
const admit = createRoute({
  getParentRoute: () => root,
  path: '/people/admit',
  component: Admit,
  validateSearch: (search): { bedId?: string; referralId?: string } => ({
    ...(typeof search.bedId === 'string' ? { bedId: search.bedId } : {}),
    ...(typeof search.referralId === 'string' ? { referralId: search.referralId } : {}),
  }),
})

const tree = root.addChildren([
  home,
  password,
  duties,
  moved,
  paper,
  help,
  rounds,
  people,
  admit,
  ...careRoutes(root),
  ...referralRoutes(root),
  ...familyRoutes(root),
  ...stayRoutes(root),
  ...episodeRoutes(root),
  ...assuranceRoutes(root),
  ...oversightRoutes(root),
  ...writingRoutes(root),
  ...deskRoutes(root),
  ...rosterRoutes(root),
  ...trainingRoutes(root),
  ...cultureRoutes(root),
  administrationRoutes(root),
])

/** A new router with its own history in memory: no id of a record ever stands in an address. */
export const makeRouter = () =>
  createRouter({
    routeTree: tree,
    history: createMemoryHistory({ initialEntries: ['/'] }),
    defaultPreload: false,
    scrollRestoration: false,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
