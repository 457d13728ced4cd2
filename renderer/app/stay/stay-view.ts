import type { Outputs } from '../../api.ts'

/** A stay with its people, pairs and bed. */
export type StayView = Outputs['stays']['get']
export type PairView = StayView['pairs'][number]
