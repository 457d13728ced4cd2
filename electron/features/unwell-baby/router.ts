import { z } from 'zod'
import { name } from '#domain/shared/text.ts'
import {
  command,
  nothing,
  openAct,
  query,
  router,
  signedCommand,
  twoPersonCommand,
} from '../../platform/serve.ts'
import type { EpisodeAround } from './around.ts'
import { episodeCase, peopleOf } from './case.ts'
import { changeConcern, correctRecognised } from './concern-service.ts'
import { correctDebrief, debrief, withdrawDebrief } from './debrief-service.ts'
import { correctDrill, recordDrill, withdrawDrill } from './drill-service.ts'
import { drillsHeld } from './drills.ts'
import { escortByRule } from './escort-rule.ts'
import { decideEscort } from './escort-service.ts'
import { followUps } from './follow-ups.ts'
import { printHandover } from './handover.ts'
import { correctCall, rang, reached, seen, takeOn } from './help-service.ts'
import { arrived, correctJourney, left, returned } from './journey-service.ts'
import { addMark, withdrawMark } from './mark-service.ts'
import {
  answerInfection,
  correctObservation,
  observe,
  raiseLevel,
  withdrawObservation,
} from './observe-service.ts'
import { enterInError, reopen, signOutcome } from './outcome-service.ts'
import { recordPaper, withdrawPaper } from './paper-service.ts'
import { pathwayPaper } from './pathway-document.ts'
import { pathwayNow, pathwayReaders, readPathway } from './pathway-readings.ts'
import { notAConcern, pressConcern, pressedConcerns } from './pressed.ts'
import { enterBruise, raiseConcern } from './raise-service.ts'
import { pastLines, runningLines } from './running.ts'
import {
  addMarkInput,
  arrivedInput,
  bruiseInput,
  changeConcernInput,
  considerEscortInput,
  correctCallInput,
  correctDebriefInput,
  correctDrillInput,
  correctJourneyInput,
  correctObservationInput,
  correctRecognisedInput,
  debriefInput,
  decideEscortInput,
  drillInput,
  enteredInErrorInput,
  episodeInput,
  infectionInput,
  leftInput,
  notAConcernInput,
  observeInput,
  outcomeInput,
  paperFormInput,
  pastInput,
  pathwayPaperInput,
  pathwayReadInput,
  raiseInput,
  raiseLevelInput,
  rangInput,
  reachedInput,
  reopenInput,
  returnedInput,
  seenInput,
  strategyInput,
  withdrawDebriefInput,
  withdrawDrillInput,
  withdrawMarkInput,
  withdrawObservationInput,
  withdrawPaperInput,
  withdrawStrategyInput,
} from './schemas.ts'
import { recordStrategy, withdrawStrategy } from './strategy-service.ts'
import { episodePage } from './view.ts'

const peopleOfLines = (lines: readonly { babyId: string; motherId: string }[]) =>
  lines.flatMap(({ babyId, motherId }) => [babyId, motherId])

/** Episodes of an unwell baby. `around` gives what they show of other features. */
export const unwellBabyRouter = (around: EpisodeAround) =>
  router({
    /** One episode: everything its page shows, with the one next step. */
    episode: query(
      'episode:read',
      episodeInput,
      (ctx, { episodeId }) => episodePage(ctx, episodeId, around),
      { identifies: ({ people }) => people },
    ),
    running: query(
      'episode:read',
      nothing,
      (ctx) => ({ at: ctx.now, episodes: runningLines(ctx) }),
      { identifies: ({ episodes }) => peopleOfLines(episodes) },
    ),
    past: query(
      'episode:read',
      pastInput,
      (ctx, { pairId }) => ({ at: ctx.now, episodes: pastLines(ctx.db, ctx.now, pairId) }),
      { identifies: ({ episodes }) => peopleOfLines(episodes) },
    ),
    /** Who goes by the rules with these answers, before anything is decided. */
    considerEscort: query(
      'episode:read',
      considerEscortInput,
      (ctx, { episodeId, answers }) => {
        const episode = episodeCase(ctx.db, episodeId)
        const byRule = escortByRule(ctx.db, episode.place, answers, ctx.now)
        return { ...byRule, people: peopleOf(episode) }
      },
      { identifies: ({ people }) => people },
    ),

    /** One page to hand to the hospital with the baby, as a PDF. */
    handover: query(
      'episode:read',
      episodeInput,
      (ctx, { episodeId }) => printHandover(ctx, episodeId, around),
      { identifies: ({ people }) => people },
    ),

    /** Concerns pressed on the lock screen that nobody has answered yet, by bed alone. */
    pressed: query('episode:read', nothing, (ctx) => pressedConcerns(ctx.db), {
      // A bed and a time: nobody is named.
      identifies: () => [],
    }),
    press: openAct(z.strictObject({ bed: name }), (ctx, { bed }) => pressConcern(ctx.house, bed)),
    notAConcern: command('episode:raise', notAConcernInput, notAConcern),
    raise: command('episode:raise', raiseInput, raiseConcern),
    bruise: command('episode:raise', bruiseInput, enterBruise),
    addMark: command('episode:record', addMarkInput, addMark),
    withdrawMark: command('episode:record', withdrawMarkInput, withdrawMark),
    changeConcern: command('episode:record', changeConcernInput, changeConcern),
    correctRecognised: command('episode:record', correctRecognisedInput, correctRecognised),

    observe: command('episode:record', observeInput, observe),
    correctObservation: command('episode:record', correctObservationInput, correctObservation),
    withdrawObservation: command('episode:record', withdrawObservationInput, withdrawObservation),
    answerInfection: command('episode:record', infectionInput, answerInfection),
    raiseLevel: command('episode:raise', raiseLevelInput, raiseLevel),

    rang: command('episode:record', rangInput, rang),
    reached: command('episode:record', reachedInput, reached),
    seen: command('episode:record', seenInput, seen),
    correctCall: command('episode:record', correctCallInput, correctCall),
    takeOn: signedCommand('episode:record', episodeInput, takeOn, { signs: 'own' }),

    decideEscort: command('episode:record', decideEscortInput, decideEscort),
    left: command('episode:record', leftInput, left),
    arrived: command('episode:record', arrivedInput, arrived),
    returned: command('episode:record', returnedInput, returned),
    correctJourney: command('episode:record', correctJourneyInput, correctJourney),

    outcome: signedCommand('episode:outcome', outcomeInput, signOutcome, { signs: 'own' }),
    reopen: signedCommand('episode:outcome', reopenInput, reopen, { signs: 'own' }),
    enteredInError: twoPersonCommand('episode:void', enteredInErrorInput, enterInError, {
      signs: 'own',
      second: 'episode:void-second',
    }),
    debrief: command('episode:record', debriefInput, debrief),
    correctDebrief: command('episode:record', correctDebriefInput, correctDebrief),
    withdrawDebrief: command('episode:record', withdrawDebriefInput, withdrawDebrief),
    recordDrill: command('episode:record', drillInput, recordDrill),
    correctDrill: command('episode:record', correctDrillInput, correctDrill),
    withdrawDrill: command('episode:record', withdrawDrillInput, withdrawDrill),
    /** Reviews that outcomes set, and debriefs, until they are held. */
    followUps: query('episode:read', nothing, (ctx) => followUps(ctx), {
      identifies: ({ lines }) => peopleOfLines(lines),
    }),
    drills: query('episode:read', nothing, (ctx) => drillsHeld(ctx.db), {
      // A drill is of nobody: what was learned names no patient.
      identifies: () => [],
    }),

    /** The strategy discussion about a bruise or injury. */
    strategy: command('episode:record', strategyInput, recordStrategy),
    withdrawStrategy: command('episode:record', withdrawStrategyInput, withdrawStrategy),
    /** A part of an episode that was written by hand while the computer was down. */
    paperForm: command('episode:record', paperFormInput, recordPaper),
    withdrawPaper: command('episode:record', withdrawPaperInput, withdrawPaper),

    /** The pathway in force, and whether whoever asks has read it. */
    pathway: query('episode:read', nothing, pathwayNow, { identifies: () => [] }),
    /** The page for the wall, or the form for when the computer is down. */
    pathwayPaper: query('episode:read', pathwayPaperInput, pathwayPaper, {
      identifies: () => [],
    }),
    readPathway: signedCommand('episode:read', pathwayReadInput, readPathway, { signs: 'own' }),
    /** Who in post has read which version. */
    pathwayReaders: query('training:read', nothing, pathwayReaders),
  })
