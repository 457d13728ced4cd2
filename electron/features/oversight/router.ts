import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import {
  actionFigure,
  addAction,
  changeAction,
  closeAction,
  doneAction,
  retestAction,
  startAction,
  verifyAction,
  withdrawAction,
} from './action-service.ts'
import { addEvidence, changeEvidence, pinAgain, withdrawEvidence } from './evidence-service.ts'
import { evidenceView } from './evidence-view.ts'
import type { OversightFacts } from './facts.ts'
import {
  actionFigureInput,
  actionInput,
  callOffInput,
  changeActionInput,
  changeEvidenceInput,
  changeVisitInput,
  closeInput,
  doneInput,
  evidenceInput,
  findingInput,
  holdVisitInput,
  mistakeInput,
  pinAgainInput,
  planVisitInput,
  retestInput,
  startInput,
  verifyInput,
} from './schemas.ts'
import { selfCheck } from './self-check.ts'
import { actionsView, visitsView } from './view.ts'
import {
  addFinding,
  callOffVisit,
  changeVisit,
  holdVisit,
  planVisit,
  withdrawFinding,
  withdrawVisit,
} from './visit-service.ts'

export const oversightRouter = (facts: OversightFacts) =>
  router({
    /** What the unit asks itself before a visit. */
    selfCheck: query('assurance:identify', nothing, (ctx) => selfCheck(ctx, facts), {
      identifies: ({ results }) =>
        results.flatMap(({ findings }) => findings.flatMap(({ people }) => people)),
    }),

    visits: query('oversight:read', nothing, (ctx) => visitsView(ctx, facts.requirements)),
    planVisit: command('oversight:edit', planVisitInput, planVisit),
    changeVisit: command('oversight:edit', changeVisitInput, changeVisit),
    holdVisit: command('oversight:edit', holdVisitInput, holdVisit),
    callOffVisit: command('oversight:edit', callOffInput, callOffVisit),
    withdrawVisit: command('oversight:edit', mistakeInput, withdrawVisit),
    addFinding: command('oversight:edit', findingInput, addFinding(facts.requirements)),
    withdrawFinding: command('oversight:edit', mistakeInput, withdrawFinding),

    evidence: query('oversight:read', nothing, (ctx) => evidenceView(ctx, facts.requirements)),
    addEvidence: command('oversight:edit', evidenceInput, addEvidence(facts.requirements)),
    changeEvidence: command(
      'oversight:edit',
      changeEvidenceInput,
      changeEvidence(facts.requirements),
    ),
    pinAgain: command('oversight:edit', pinAgainInput, pinAgain),
    withdrawEvidence: command('oversight:edit', mistakeInput, withdrawEvidence),

    actions: query('oversight:read', nothing, (ctx) => ({
      ...actionsView(ctx, facts.requirements),
      measures: [...facts.measures()],
    })),
    /** The figure by which an action is looked at again, since it was done. */
    actionFigure: query('oversight:read', actionFigureInput, actionFigure(facts.figureOf)),
    addAction: command('oversight:edit', actionInput, addAction(facts.requirements)),
    changeAction: command('oversight:edit', changeActionInput, changeAction(facts.requirements)),
    startAction: command('oversight:edit', startInput, startAction),
    doneAction: command('oversight:edit', doneInput, doneAction),
    verifyAction: signedCommand('oversight:verify', verifyInput, verifyAction, { signs: 'others' }),
    retestAction: command('oversight:edit', retestInput, retestAction(facts.figureOf)),
    closeAction: command('oversight:edit', closeInput, closeAction),
    withdrawAction: command('oversight:edit', mistakeInput, withdrawAction),
  })
