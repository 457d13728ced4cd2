import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import { AccountsDiffer, AddEntry, CorrectEntry, SettleClash } from './chronology-forms.tsx'
import { ChronologyPage } from './chronology-page.tsx'
import {
  AskForDocument,
  ChaseDocument,
  CloseDocument,
  CorrectDocument,
  ReceiveDocument,
  ReopenDocument,
} from './document-forms.tsx'
import { DocumentPage } from './document-page.tsx'
import {
  AddHealthContact,
  AnalysePattern,
  CorrectHealthContact,
  HealthUsePage,
} from './health-use-page.tsx'
import { AddDocument, HistoryPage, NameReader } from './history-page.tsx'

/** The pages of the history of one stay. */
export const historyRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/stays/$stayId/history', component: HistoryPage }),
    createRoute({ getParentRoute, path: '/stays/$stayId/history/add', component: AddDocument }),
    createRoute({ getParentRoute, path: '/stays/$stayId/history/reader', component: NameReader }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId',
      component: DocumentPage,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/ask',
      component: AskForDocument,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/chase',
      component: ChaseDocument,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/close',
      component: CloseDocument,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/reopen',
      component: ReopenDocument,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/receive',
      component: ReceiveDocument,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/history/$documentId/correct',
      component: CorrectDocument,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/chronology', component: ChronologyPage }),
    createRoute({ getParentRoute, path: '/stays/$stayId/chronology/add', component: AddEntry }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/chronology/differ',
      component: AccountsDiffer,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/chronology/$entryId',
      component: CorrectEntry,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/settle/$firstId/$secondId',
      component: SettleClash,
    }),
    createRoute({ getParentRoute, path: '/stays/$stayId/health-use', component: HealthUsePage }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/health-use/add',
      component: AddHealthContact,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/health-use/analyse',
      component: AnalysePattern,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/health-use/$contactId',
      component: CorrectHealthContact,
    }),
  ] as const
}
