import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { isCivilDate } from '#domain/shared/calendar.ts'
import { DutyPage, RosterImportPage, RosterPage } from './roster-page.tsx'

/** A day of the week that is shown; left out for this week. */
const weekIn = ({ of }: Record<string, unknown>): { of?: string } =>
  typeof of === 'string' && isCivilDate(of) ? { of } : {}

/** The week by shift, or as a grid of people and days. */
export type RosterLook = 'list' | 'grid'

const lookIn = (search: Record<string, unknown>): { of?: string; as?: RosterLook } => ({
  ...weekIn(search),
  ...(search.as === 'grid' ? { as: 'grid' as const } : {}),
})

/** Who is on which shift. */
export const rosterRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/people/roster',
      component: RosterPage,
      validateSearch: lookIn,
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
