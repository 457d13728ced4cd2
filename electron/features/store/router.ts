import { nothing, openQuery, router } from '../../platform/serve.ts'

export const storeRouter = router({
  state: openQuery(nothing, (ctx) => ctx.house.state()),
})
