import { z } from 'zod'
import { nothing, query, router } from '../../platform/serve.ts'
import { clockBehind, trustedNow } from '../../platform/trusted-now.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { boardAt, peopleOn } from './cards.ts'
import { handoverFile } from './handover.ts'
import { wallAt } from './wall.ts'

export const boardRouter = router({
  /** The ward board now, and by how much this computer's clock is behind its own entries. */
  cards: query(
    'board:read',
    nothing,
    (ctx) => {
      const at = trustedNow(ctx.db, ctx.now)
      const clock = clockBehind(at, ctx.now)
      return { ...boardAt(ctx.db, at), ...(clock ? { clock } : {}) }
    },
    { identifies: peopleOn },
  ),
  /** Every bed by situation, background, assessment and request, for the change of shift. */
  handover: query('board:read', z.strictObject({ format: z.enum(letterFormats) }), handoverFile, {
    identifies: ({ patients }) => patients,
  }),
  /** What may hang on the wall: by bed alone, and nothing of a person (decision 5). */
  wall: query('board:wall', nothing, (ctx) => wallAt(ctx.db, ctx.now)),
})
