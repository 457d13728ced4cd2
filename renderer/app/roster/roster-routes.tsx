import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { isCivilDate } from '#domain/shared/calendar.ts'
import { DutyPage, RosterImportPage, RosterPage } from './roster-page.tsx'

/** A day of the week that is shown; left out for this week. */
const weekIn = ({ of }: Record<string, unknown>): { of?: string } =>
  typeof of === 'string' && isCivilDate(of) ? { of } : {}

/** Who is on which shift. */
export const rosterRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/people/roster',
      component: RosterPage,
      validateSearch: weekIn,
    }),
    createRoute({ getParentRoute, path: '/people/roster/import', component: RosterImportPage }),
    createRoute({
      getParentRoute,
      path: '/people/roster/$dutyId',
      component: DutyPage,
      validateSearch: weekIn,
    }),
  ] as const
}
