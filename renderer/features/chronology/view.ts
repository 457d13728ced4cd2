import type { Outputs } from '../../api.ts'

/** The page of history of a family as the service gives it. */
export type ChronologyView = Outputs['chronology']['view']
export type ChronologyLine = ChronologyView['lines'][number]
export type Clash = ChronologyView['clashes'][number]
/** The contacts with health services, and what was made of them. */
export type PatternView = Outputs['chronology']['pattern']
export type ContactView = PatternView['contacts'][number]
