import { z } from 'zod'
import { nothing, query, router } from '../../platform/serve.ts'
import { clockBehind, trustedNow } from '../../platform/trusted-now.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { blankFormsFile } from './blank-forms.ts'
import { boardAt, peopleOn } from './cards.ts'
import { emergencyFile } from './emergency.ts'
import { handoverFile } from './handover.ts'
import { paperState } from './paper.ts'
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
  /** Everybody on the unit on paper, for when the computer is down. */
  emergency: query('board:read', z.strictObject({ format: z.enum(letterFormats) }), emergencyFile, {
    identifies: ({ patients }) => patients,
  }),
  /** When the emergency sheet was last printed, and whether a shift has begun since. */
  paper: query('board:read', nothing, paperState),
  /** Forms to write on by hand: rounds, leave, a referral. They name nobody. */
  blankForms: query('board:read', nothing, blankFormsFile),
  /** What may hang on the wall: by bed alone, and nothing of a person (decision 5). */
  wall: query('board:wall', nothing, (ctx) => wallAt(ctx.db, ctx.now)),
})
