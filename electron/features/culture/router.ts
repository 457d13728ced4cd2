import { z } from 'zod'
import { disagreementInput, stepInput } from '#domain/culture/disagreement-record.ts'
import { feedbackInput, returnedInput } from '#domain/culture/feedback-record.ts'
import { checkInput, learningInput, madeInput } from '#domain/culture/learning-record.ts'
import { meetingInput, meetingOutcomeInput } from '#domain/culture/meeting-record.ts'
import { sessionInput } from '#domain/culture/session-record.ts'
import { answersInput, askInput } from '#domain/culture/spot-record.ts'
import { command, nothing, query, router } from '../../platform/serve.ts'
import { change } from '../people/schemas.ts'
import { leaveRung, openDisagreement, withdrawDisagreement } from './disagreement-service.ts'
import { printFeedbackForm } from './feedback-print.ts'
import { askFeedback, enterFeedback, withdrawFeedback } from './feedback-service.ts'
import { changeMade, checkLearning, noteLearning, withdrawLearning } from './learning-service.ts'
import { learningView } from './learning-view.ts'
import { addMeeting, meetingOutcome, withdrawMeeting } from './meeting-service.ts'
import { partnershipView } from './partnership-view.ts'
import { reflectionReminders } from './reflections-due.ts'
import { correctSession, recordSession, withdrawSession } from './session-service.ts'
import { sessionsView } from './session-view.ts'
import { spotReminders } from './spot-due.ts'
import { answerSpotCheck, askSpotCheck, withdrawSpotCheck } from './spot-service.ts'
import { spotChecksView } from './spot-view.ts'

export const cultureRouter = router({
  /** Sessions of supervision and reflection: counts, and names only to those who may see them. */
  sessions: query('culture:read', nothing, sessionsView),
  /** What is to be reflected on by when, by kind and day alone, for the board and the page of the sessions. */
  reflectionReminders: query('culture:read', nothing, reflectionReminders),
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

  /** Meetings of other agencies, disagreements on their ladder, feedback of partners. */
  partnership: query('partnership:read', nothing, partnershipView, {
    identifies: ({ patients }) => patients,
  }),
  addMeeting: command('partnership:edit', meetingInput, addMeeting),
  meetingOutcome: command('partnership:edit', meetingOutcomeInput, meetingOutcome),
  withdrawMeeting: command('partnership:edit', z.strictObject(change), withdrawMeeting),
  openDisagreement: command('partnership:edit', disagreementInput, openDisagreement),
  leaveRung: command('partnership:edit', stepInput, leaveRung),
  withdrawDisagreement: command('partnership:edit', z.strictObject(change), withdrawDisagreement),
  askFeedback: command('partnership:edit', feedbackInput, askFeedback),
  enterFeedback: command('partnership:edit', returnedInput, enterFeedback),
  withdrawFeedback: command('partnership:edit', z.strictObject(change), withdrawFeedback),
  /** The form for partners, to print. It names nobody. */
  feedbackForm: query('partnership:read', nothing, printFeedbackForm),

  /** Spot checks of understanding about babies with a plan or an order. */
  spotChecks: query('spot-check:ask', nothing, spotChecksView, {
    identifies: ({ patients }) => patients,
  }),
  /** By when staff are to be asked about which baby, for the board. */
  spotReminders: query('spot-check:ask', nothing, spotReminders, {
    identifies: ({ patients }) => patients,
  }),
  askSpotCheck: command('spot-check:ask', askInput, askSpotCheck),
  answerSpotCheck: command('spot-check:ask', answersInput, answerSpotCheck),
  withdrawSpotCheck: command('spot-check:ask', z.strictObject(change), withdrawSpotCheck),
})
