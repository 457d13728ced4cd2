import { command, nothing, query, router } from '../../platform/serve.ts'
import { acknowledged, drop, outcome, sent, undo } from './acts-service.ts'
import { countsNow } from './counts.ts'
import { effectOnCare } from './effect-on-care.ts'
import { answer, concern, eventsByHand, happened, withdrawEvent } from './events-service.ts'
import { dutyLetterFile } from './letter.ts'
import { duties, openLoops } from './queue.ts'
import {
  acknowledgedInput,
  answerInput,
  concernInput,
  dropInput,
  effectOnCareInput,
  happenedInput,
  letterInput,
  outcomeInput,
  pairInput,
  sentInput,
  undoInput,
  withdrawEventInput,
} from './schemas.ts'

export const communicationsRouter = router({
  /** Every open loop with every agency, what is overdue first, with the words for the telephone. */
  open: query('duty:read', nothing, (ctx) => openLoops(ctx), {
    identifies: ({ lines }) => [
      ...new Set(lines.flatMap(({ event: { family } }) => [family.babyId, family.motherId])),
    ],
  }),
  /** How many loops are open and how many of them overdue, for the name of the page. */
  counts: query('duty:read', nothing, (ctx) => countsNow(ctx.db, ctx.now)),
  /** Everything that others had to be told about one mother and baby. */
  ofPair: query('duty:read', pairInput, (ctx, { pairId }) => duties(ctx, pairId), {
    identifies: ({ events }) => [
      ...new Set(events.flatMap(({ family }) => [family.babyId, family.motherId])),
    ],
  }),
  eventsByHand: query('duty:read', nothing, (ctx) => eventsByHand(ctx)),
  /** The letter by which somebody is told; making it sends nothing. */
  letter: query('duty:act', letterInput, (ctx, input) => dutyLetterFile(ctx, input), {
    identifies: ({ people }) => people,
  }),
  sent: command('duty:act', sentInput, sent),
  acknowledged: command('duty:act', acknowledgedInput, acknowledged),
  outcome: command('duty:act', outcomeInput, outcome),
  answer: command('duty:act', answerInput, answer),
  concern: command('duty:act', concernInput, concern),
  happened: command('duty:act', happenedInput, happened),
  /** What an episode of the mother means for care of the baby, where her record raised it by itself. */
  effectOnCare: command('duty:act', effectOnCareInput, effectOnCare),
  drop: command('duty:drop', dropInput, drop),
  /** One's own mark, or with the permission to drop a duty anybody's. */
  undo: command('duty:act', undoInput, undo),
  withdrawEvent: command('duty:drop', withdrawEventInput, withdrawEvent),
})
