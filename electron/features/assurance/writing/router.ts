import { act, command, nothing, query, router, signedCommand } from '../../../platform/serve.ts'
import { reportInput } from '../schemas.ts'
import { clearText, takeBackClearance } from './clearances.ts'
import { checkFrozen } from './frozen.ts'
import {
  answerInput,
  beginInput,
  changeInput,
  clearInput,
  commentInput,
  mistakeInput,
  narrativeInput,
  sendInput,
  stepInput,
  writtenInput,
} from './schemas.ts'
import {
  addComment,
  answerComment,
  beginReport,
  changeReport,
  withdrawReport,
  writeNarrative,
} from './service.ts'
import { makeDraft, makeFinal, sendToCheck, takeBackToDraft } from './stages.ts'
import { writtenList, writtenView } from './view.ts'

/** Reports that are written: narrative, free text cleared entry by entry, factual check, final. */
export const writingRouter = router({
  list: query('assurance:read', nothing, writtenList),
  one: query('assurance:read', writtenInput, writtenView),
  begin: command('assurance:write', beginInput, beginReport),
  change: command('assurance:write', changeInput, changeReport),
  withdraw: command('assurance:write', mistakeInput, withdrawReport),
  narrative: command('assurance:write', narrativeInput, writeNarrative),
  makeDraft: command('assurance:write', stepInput, makeDraft),
  sendToCheck: command('assurance:write', sendInput, sendToCheck),
  comment: command('assurance:comment', commentInput, addComment),
  answer: command('assurance:write', answerInput, answerComment),
  takeBack: command('assurance:write', mistakeInput, takeBackToDraft),
  makeFinal: signedCommand('assurance:final', stepInput, makeFinal, { signs: 'others' }),
  clear: command('assurance:clear', clearInput, clearText),
  takeBackClearance: command('assurance:clear', mistakeInput, takeBackClearance),
  /** Makes every file of a final report again and holds it, and the figures, against what was kept. */
  checkFrozen: act('assurance:report', reportInput, checkFrozen),
})
