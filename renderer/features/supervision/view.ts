import type { Place } from '#domain/supervision/codes.ts'
import type { SupervisionStanding } from '#domain/supervision/current.ts'
import type { Outputs } from '../../api.ts'

/** The supervision of one pair as the service gives it: decisions, rules, and what stands now. */
export type SupervisionView = Outputs['supervision']['current']
export type DecisionView = SupervisionView['decisions'][number]
export type PlaceView = SupervisionStanding['places'][Place]

/** What was prepared for the children of a referral, and by which rules. */
export type PreparedView = Outputs['supervision']['prepared']
export type PreparedChild = PreparedView['children'][number]
