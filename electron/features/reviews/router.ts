import { z } from 'zod'
import { answerInputSchema, correctedAnswerSchema } from '#domain/reviews/record.ts'
import { command, query, router } from '../../platform/serve.ts'
import { change, id } from '../people/schemas.ts'
import {
  addLater,
  answerEvent,
  correctAnswer,
  eventInput,
  laterInput,
  noteEvent,
  withdrawEvent,
} from './service.ts'
import { eventsView } from './view.ts'

export const reviewsRouter = router({
  /** What opened a review for one mother and baby, and how the review of each stands. */
  view: query(
    'supervision:read',
    z.strictObject({ pairId: id }),
    (ctx, { pairId }) => eventsView(ctx, pairId),
    { identifies: ({ patients }) => patients },
  ),
  note: command('supervision:note-event', eventInput, noteEvent),
  addLater: command('supervision:note-event', laterInput, addLater),
  answer: command('supervision:decide', answerInputSchema, answerEvent),
  correctAnswer: command('supervision:decide', correctedAnswerSchema, correctAnswer),
  withdraw: command('supervision:decide', z.strictObject(change), withdrawEvent),
})
