import { type AnyRootRoute, createRoute } from '@tanstack/react-router'
import {
  AcknowledgeSharing,
  AssessRelationship,
  ChaseSharing,
  CorrectRelationship,
  SendAssessment,
  SendScope,
  ShareWithMother,
  WithdrawSharing,
} from './relationship-forms.tsx'
import { RelationshipPage } from './relationship-page.tsx'

/** The pages of the assessment of relationship and parenting. */
export const relationshipRoutes = <Root extends AnyRootRoute>(root: Root) => {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId',
      component: RelationshipPage,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/assess',
      component: AssessRelationship,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/scope',
      component: SendScope,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/$assessmentId/correct',
      component: CorrectRelationship,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/$assessmentId/mother',
      component: ShareWithMother,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/$assessmentId/send',
      component: SendAssessment,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/chase/$sharingId',
      component: ChaseSharing,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/acknowledged/$sharingId',
      component: AcknowledgeSharing,
    }),
    createRoute({
      getParentRoute,
      path: '/stays/$stayId/relationship/$pairId/mistake/$sharingId',
      component: WithdrawSharing,
    }),
  ] as const
}
