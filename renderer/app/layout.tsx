import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { SkipLink } from 'nhsuk-react-components'
import { isExample } from '#domain/shared/example-unit.ts'
import { Tag } from '../ui/tag.tsx'
import { AttentionStrip } from './attention-strip.tsx'
import { OverdueDuties } from './duties/overdue-duties.tsx'
import { FaultBoundary } from './fault-screen.tsx'
import { visibleTo } from './nav.ts'
import { PersonMenu } from './person-menu.tsx'
import { MovedStrip } from './restricted/moved-strip.tsx'
import { Search } from './search/search.tsx'
import { useMe } from './session/me.ts'
import { TakenOverStrip } from './taken-over-strip.tsx'

/** The bar at the top and the page under it. */
export function Layout() {
  const me = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <>
      <SkipLink href="#page">Skip to the page</SkipLink>
      <header className="app-top">
        <div className="app-top__name">
          MBU Assurance
          {isExample(me.unitName) && <Tag tone="warning">Example: invented people</Tag>}
        </div>
        <nav className="app-top__nav" aria-label="Main">
          <ul className="app-top__links">
            {visibleTo(me).map(({ label, to }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="app-top__link"
                  activeOptions={{ exact: to === '/' }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {label}
                  {to === '/duties' && <OverdueDuties />}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {me.permissions.includes('episode:raise') && (
          <Link to="/concern" className="app-top__button app-top__concern">
            Baby concern
          </Link>
        )}
        <Search />
        <PersonMenu />
      </header>
      <TakenOverStrip />
      <AttentionStrip />
      {me.permissions.includes('restricted:write') && <MovedStrip />}
      <main id="page" tabIndex={-1}>
        <FaultBoundary key={path}>
          <Outlet />
        </FaultBoundary>
      </main>
    </>
  )
}
