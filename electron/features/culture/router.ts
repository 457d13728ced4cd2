import { z } from 'zod'
import { checkInput, learningInput, madeInput } from '#domain/culture/learning-record.ts'
import { sessionInput } from '#domain/culture/session-record.ts'
import { command, nothing, query, router } from '../../platform/serve.ts'
import { change } from '../people/schemas.ts'
import { changeMade, checkLearning, noteLearning, withdrawLearning } from './learning-service.ts'
import { learningView } from './learning-view.ts'
import { correctSession, recordSession, withdrawSession } from './session-service.ts'
import { sessionsView } from './session-view.ts'

export const cultureRouter = router({
  /** Sessions of supervision and reflection: counts, and names only to those who may see them. */
  sessions: query('culture:read', nothing, sessionsView),
  recordSession: command('culture:edit', sessionInput, recordSession),
  correctSession: command(
    'culture:edit',
    z.strictObject({ ...change, session: sessionInput }),
    correctSession,
  ),
  withdrawSession: command('culture:edit', z.strictObject(change), withdrawSession),

  /** What was learnt, what is changed because of it, and whether it held. */
  learning: query('culture:read', nothing, learningView),
  noteLearning: command('culture:edit', learningInput, noteLearning),
  changeMade: command('culture:edit', madeInput, changeMade),
  checkLearning: command('culture:edit', checkInput, checkLearning),
  withdrawLearning: command('culture:edit', z.strictObject(change), withdrawLearning),
})
