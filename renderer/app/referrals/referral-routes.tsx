import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { BedsPage } from './beds-page.tsx'
import { AddChildPage, BornPage, ChangeReferralPage } from './change-pages.tsx'
import { ClausePage } from './criteria/clause-page.tsx'
import { CriteriaPage } from './criteria/criteria-page.tsx'
import { PrepareSupervisionPage, WithdrawPreparedPage } from './prepared-supervision.tsx'
import {
  ArrivePage,
  DecidePage,
  LinkPage,
  OverridePage,
  PromisePage,
  ToldPage,
} from './referral-act-pages.tsx'
import {
  AddReferralEntry,
  CorrectReferralEntry,
  ReferralAccountsDiffer,
  ReferralHistory,
  SettleReferralClash,
} from './referral-history.tsx'
import { ReferralPage } from './referral-page.tsx'
import { ReferralsPage } from './referrals-page.tsx'
import { TakeReferral } from './take-referral.tsx'

/** The pages of referrals. */
export const referralRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/referrals', component: ReferralsPage }),
    createRoute({ getParentRoute, path: '/referrals/beds', component: BedsPage }),
    createRoute({ getParentRoute, path: '/referrals/new', component: TakeReferral }),
    createRoute({
      getParentRoute,
      path: '/referrals/criteria/$revisionId',
      component: CriteriaPage,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/criteria/$revisionId/clause/$clauseId',
      component: ClausePage,
    }),
    createRoute({ getParentRoute, path: '/referrals/$referralId', component: ReferralPage }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/change',
      component: ChangeReferralPage,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/add-child',
      component: AddChildPage,
    }),
    createRoute({ getParentRoute, path: '/referrals/$referralId/link', component: LinkPage }),
    createRoute({ getParentRoute, path: '/referrals/$referralId/promise', component: PromisePage }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/born/$childId',
      component: BornPage,
    }),
    createRoute({ getParentRoute, path: '/referrals/$referralId/decide', component: DecidePage }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/override/$ruleId',
      component: OverridePage,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/supervision/$childId',
      component: PrepareSupervisionPage,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/supervision/$childId/withdraw',
      component: WithdrawPreparedPage,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/chronology',
      component: ReferralHistory,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/chronology/add',
      component: AddReferralEntry,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/chronology/differ',
      component: ReferralAccountsDiffer,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/chronology/$entryId',
      component: CorrectReferralEntry,
    }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/settle/$firstId/$secondId',
      component: SettleReferralClash,
    }),
    createRoute({ getParentRoute, path: '/referrals/$referralId/arrive', component: ArrivePage }),
    createRoute({
      getParentRoute,
      path: '/referrals/$referralId/told/$decisionId',
      component: ToldPage,
    }),
  ] as const
}
