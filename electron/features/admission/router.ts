import { admissionCriteria } from '#domain/admission/criteria.ts'
import { act, command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { WhenTogether } from '../stays/when-together.ts'
import { answerClause, recordCpis } from './answer-service.ts'
import { arriveOnReferral, linkArrival } from './arrive-service.ts'
import { bedBoard, peopleOfBeds } from './bed-board.ts'
import { addChild, changeChild, withdrawChild } from './children.ts'
import { correctCpis, endCpis, withdrawCpis } from './cpis-service.ts'
import { changeOffer, decide, tellReferrer } from './decision-service.ts'
import { likelyMothers, motherOnRecord } from './duplicates.ts'
import { findPast } from './find.ts'
import { askFor, receive } from './item-service.ts'
import { decisionLetterFile } from './letters/decision.ts'
import { requestLetterFile } from './letters/request.ts'
import { referrerSheetFile } from './letters/sheet.ts'
import { switchRules } from './newer-rules.ts'
import { overrideClause, signOverride } from './override-service.ts'
import { addSource, changeReferral, takeReferral, withdrawSource } from './referral-service.ts'
import { askSource, chase } from './request-service.ts'
import {
  addChildInput,
  answerInput,
  arriveInput,
  askInput,
  askSourceInput,
  changeChildInput,
  changeOfferInput,
  changeReferralInput,
  chaseInput,
  correctCpisInput,
  cpisInput,
  decisionInput,
  decisionLetterInput,
  endCpisInput,
  findInput,
  likelyInput,
  linkInput,
  listInput,
  motherId,
  overrideInput,
  receiveInput,
  referralId,
  referrerToldInput,
  requestLetterInput,
  sheetInput,
  signOverrideInput,
  sourceInput,
  switchInput,
  takeInput,
  withdrawInput,
} from './schemas.ts'
import { listReferrals, peopleOfPage, referralPage } from './view.ts'

/** `together` comes from the features that have a part in an arrival (electron/router.ts). */
export const admissionRouter = (together: WhenTogether) =>
  router({
    /** By stage and age: what is open or still to do, or what has ended. */
    list: query(
      'admission:read',
      listInput,
      (ctx, input) => listReferrals(ctx.db, input, ctx.now),
      {
        identifies: ({ referrals }) =>
          referrals.flatMap((one) => [one.mother.id, ...one.babies.map((baby) => baby.id)]),
      },
    ),
    get: query(
      'admission:read',
      referralId,
      (ctx, input) => referralPage(ctx.db, input.referralId, ctx.now),
      { identifies: peopleOfPage },
    ),
    /** The beds: who is in them, who is expected and when, who moved or left in the last week. */
    beds: query('admission:read', nothing, (ctx) => bedBoard(ctx.db, ctx.now), {
      identifies: peopleOfBeds,
    }),
    /** Past and present referrals and stays by name, date of birth or NHS number, of mother or baby. */
    find: query('admission:read', findInput, (ctx, { text }) => findPast(ctx.db, text, ctx.now), {
      identifies: ({ referrals, stays }) => [
        ...referrals.flatMap((one) => [one.mother.id, ...one.babies.map((baby) => baby.id)]),
        ...stays.map((one) => one.mother.id),
      ],
    }),
    /** Mothers on record who may be the one spoken of. */
    likely: query(
      'admission:edit',
      likelyInput,
      (ctx, input) => likelyMothers(ctx.db, input, ctx.now),
      { identifies: (found) => found.map((one) => one.id) },
    ),
    /** What is on record of a mother before another referral of her is taken: her babies, an open referral, a stay. */
    mother: query(
      'admission:edit',
      motherId,
      (ctx, input) => motherOnRecord(ctx.db, input.motherId, ctx.now),
      { identifies: ({ babies }, input) => [input.motherId, ...babies.map(({ id }) => id)] },
    ),
    /** Who may refer, by the criteria in force now. */
    referrers: query(
      'admission:read',
      nothing,
      (ctx) => ruleInForce(ctx.db, admissionCriteria, ctx.now).content.settings.referrers,
    ),

    take: command('admission:edit', takeInput(), takeReferral),
    change: command('admission:edit', changeReferralInput(), changeReferral),
    /** Takes a check that is half done over to the criteria and items in force now. */
    switchRules: command('admission:edit', switchInput, switchRules),
    addChild: command('admission:edit', addChildInput, addChild),
    changeChild: command('admission:edit', changeChildInput, changeChild),
    withdrawChild: command('admission:edit', withdrawInput, withdrawChild),
    addSource: command('admission:edit', sourceInput, addSource),
    withdrawSource: command('admission:edit', withdrawInput, withdrawSource),

    answer: command('admission:edit', answerInput(), answerClause),
    ask: command('admission:edit', askInput(), askFor),
    /** One of those who know her is asked for several items at once. */
    askSource: command('admission:edit', askSourceInput(), askSource),
    chase: command('admission:edit', chaseInput(), chase),
    receive: command('admission:edit', receiveInput(), receive),
    recordCpis: command('admission:edit', cpisInput(), recordCpis),
    correctCpis: command('admission:edit', correctCpisInput, correctCpis),
    endCpis: command('admission:edit', endCpisInput, endCpis),
    withdrawCpis: command('admission:edit', withdrawInput, withdrawCpis),

    override: signedCommand('admission:override', overrideInput(), overrideClause, {
      signs: 'own',
      second: 'admission:decide-second',
    }),
    signOverride: signedCommand('admission:decide-second', signOverrideInput, signOverride, {
      signs: 'others',
    }),
    decide: signedCommand('admission:decide', decisionInput(), decide, { signs: 'own' }),
    /** Another bed or time on an offer that stands: no new decision. */
    changeOffer: command('admission:edit', changeOfferInput, changeOffer),
    tellReferrer: command('admission:edit', referrerToldInput(), tellReferrer),

    arrive: command('stays:edit', arriveInput(), (ctx, input) =>
      arriveOnReferral(ctx, input, together),
    ),
    linkArrival: command('stays:edit', linkInput, linkArrival),

    /** Letters to take away, each with its hash in the audit; none goes where contact is not safe. */
    requestLetter: act('admission:edit', requestLetterInput, requestLetterFile),
    decisionLetter: act('admission:edit', decisionLetterInput, decisionLetterFile),
    /** What the unit is and what it is not, for referrers: it tells of nobody. */
    referrerSheet: act('admission:read', sheetInput, referrerSheetFile),
  })
