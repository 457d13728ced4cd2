import { command, query, router } from '../../platform/serve.ts'
import { addEntry, correctEntry, undoEntry, withdrawEntry } from './care-service.ts'
import { careLog } from './log.ts'
import { addInput, correctInput, logInput, undoInput, withdrawInput } from './schemas.ts'

/** The baby-care log: what every day of a baby holds, with the weights over time. */
export const babyCareRouter = router({
  log: query('baby-care:read', logInput, careLog, { identifies: ({ people }) => people }),
  add: command('baby-care:record', addInput, addEntry),
  correct: command('baby-care:record', correctInput, correctEntry),
  withdraw: command('baby-care:record', withdrawInput, withdrawEntry),
  undo: command('baby-care:record', undoInput, undoEntry),
})
