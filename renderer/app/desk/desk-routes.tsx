import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { ComparePage } from './compare-page.tsx'
import { DeskPage } from './desk-page.tsx'
import { PackPage } from './pack-page.tsx'

const isText = (one: unknown): one is string => typeof one === 'string'

/** The commissioner's desk. */
export const deskRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/desk', component: DeskPage }),
    createRoute({ getParentRoute, path: '/desk/packs/$packId', component: PackPage }),
    createRoute({
      getParentRoute,
      path: '/desk/compare',
      component: ComparePage,
      validateSearch: ({ packs }: Record<string, unknown>): { packs?: string[] } =>
        Array.isArray(packs) ? { packs: packs.filter(isText) } : {},
    }),
  ] as const
}
