import type { Outputs } from '../../api.ts'

export type SessionsView = Outputs['culture']['sessions']
export type SessionView = SessionsView['sessions'][number]
export type ReflectionReminders = Outputs['culture']['reflectionReminders']
export type LearningView = Outputs['culture']['learning']
export type LearningPointView = LearningView['points'][number]
export type PartnershipView = Outputs['culture']['partnership']
export type MeetingView = PartnershipView['meetings'][number]
export type DisagreementView = PartnershipView['disagreements'][number]
export type RungView = DisagreementView['rungs'][number]
export type FeedbackView = PartnershipView['feedback'][number]
export type SpotChecksView = Outputs['culture']['spotChecks']
export type SpotCheckView = SpotChecksView['checks'][number]
