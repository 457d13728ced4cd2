import type { Outputs } from '../../api.ts'

/** The incidents and concerns of one mother and baby as the service gives them. */
export type EventsView = Outputs['reviews']['view']
export type ReviewEvent = EventsView['events'][number]
