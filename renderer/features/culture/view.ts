import type { Outputs } from '../../api.ts'

export type SessionsView = Outputs['culture']['sessions']
export type SessionView = SessionsView['sessions'][number]
export type LearningView = Outputs['culture']['learning']
export type LearningPointView = LearningView['points'][number]
