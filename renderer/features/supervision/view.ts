import type { Place } from '#domain/supervision/codes.ts'
import type { SupervisionStanding } from '#domain/supervision/current.ts'
import type { Outputs } from '../../api.ts'

/** The supervision of one pair as the service gives it: decisions, rules, and what stands now. */
export type SupervisionView = Outputs['supervision']['current']
export type DecisionView = SupervisionView['decisions'][number]
export type PlaceView = SupervisionStanding['places'][Place]
