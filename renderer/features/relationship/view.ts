import type { Outputs } from '../../api.ts'

/** The assessments of one mother and baby as the service gives them. */
export type RelationshipView = Outputs['relationship']['view']
export type Assessment = RelationshipView['assessments'][number]
export type Sharing = Assessment['sharings'][number]
export type Scope = RelationshipView['scope']
