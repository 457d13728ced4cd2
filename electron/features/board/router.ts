import { nothing, query, router } from '../../platform/serve.ts'
import { boardAt, peopleOn } from './cards.ts'

export const boardRouter = router({
  /** The ward board now. */
  cards: query('board:read', nothing, (ctx) => boardAt(ctx.db, ctx.now), { identifies: peopleOn }),
})
