import { z } from 'zod'
import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { registerInput } from '../documents/schemas.ts'
import { change } from '../people/schemas.ts'
import { moveToRestricted } from './move.ts'
import { movedFromMe, movesToReview, reviewMove, seenMove, toldOfMoves } from './move-review.ts'
import { addInput, changeInput, moveInput, openInput, reviewInput, seenInput } from './schemas.ts'
import { addEntry, changeEntry, openInEmergency, reviewOpening, withdrawEntry } from './service.ts'
import { openingsToReview, restrictedView } from './view.ts'

export const restrictedRouter = router({
  /** The restricted entries of a stay or a referral, as far as this person may read them. */
  view: query('people:read', registerInput, restrictedView, {
    // Their names are shown even where no entry is; how many entries were shown stands beside it.
    identifies: ({ people }) => people.map((person) => person.id),
    counts: ({ entries }) => entries.length,
    emergency: ({ inEmergency }) => inEmergency,
  }),
  add: command('restricted:write', addInput, addEntry),
  change: command('restricted:write', changeInput, changeEntry),
  withdraw: command('restricted:write', z.strictObject(change), withdrawEntry),
  /** Makes a restricted entry of words that everybody could read until now. */
  move: command('restricted:move', moveInput, moveToRestricted),
  /** What others moved, and the word on it. */
  moves: query('restricted:review', nothing, movesToReview, {
    identifies: (moves) => moves.map(({ personId }) => personId),
  }),
  reviewMove: signedCommand('restricted:review', reviewInput, reviewMove, { signs: 'others' }),
  /** What this person wrote and somebody else moved. */
  moved: query('restricted:write', nothing, movedFromMe, {
    identifies: (moves) => moves.map(({ personId }) => personId),
  }),
  told: query('restricted:write', nothing, toldOfMoves),
  seen: command('restricted:write', seenInput, seenMove),
  /** Opens them for a short time, with a reason, signed; reviewed afterwards by somebody else. */
  open: signedCommand('restricted:open', openInput, openInEmergency, { signs: 'own' }),
  openings: query('restricted:review', nothing, openingsToReview, {
    identifies: (openings) => openings.map(({ personId }) => personId),
  }),
  review: signedCommand('restricted:review', reviewInput, reviewOpening, { signs: 'others' }),
})
