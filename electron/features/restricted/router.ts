import { z } from 'zod'
import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { change, id } from '../people/schemas.ts'
import { addInput, changeInput, openInput, reviewInput } from './schemas.ts'
import { addEntry, changeEntry, openInEmergency, reviewOpening, withdrawEntry } from './service.ts'
import { openingsToReview, restrictedView } from './view.ts'

export const restrictedRouter = router({
  /** The restricted entries of a stay, as far as this person may read them. */
  view: query('people:read', z.strictObject({ stayId: id }), restrictedView, {
    // That there are entries is no reading of them: only whose words were shown counts.
    identifies: ({ entries }) => entries.map(({ personId }) => personId),
    emergency: ({ inEmergency }) => inEmergency,
  }),
  add: command('restricted:write', addInput, addEntry),
  change: command('restricted:write', changeInput, changeEntry),
  withdraw: command('restricted:write', z.strictObject(change), withdrawEntry),
  /** Opens them for a short time, with a reason, signed; reviewed afterwards by somebody else. */
  open: signedCommand('restricted:open', openInput, openInEmergency, { signs: 'own' }),
  openings: query('restricted:review', nothing, openingsToReview, {
    identifies: (openings) => openings.map(({ personId }) => personId),
  }),
  review: signedCommand('restricted:review', reviewInput, reviewOpening, { signs: 'others' }),
})
