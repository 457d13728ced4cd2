import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import {
  AskForDocument,
  ChaseDocument,
  CloseDocument,
  CorrectDocument,
  ReceiveDocument,
  ReopenDocument,
} from './document-forms.tsx'
import { DocumentPage } from './document-page.tsx'
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
  ] as const
}
