import type { Outputs } from '../../api.ts'

/** Whose page of history it is: of a stay, or of a referral from which nobody has arrived. */
export type HistoryOf = { stayId: string } | { referralId: string }

/** The name of its drafts. */
export const draftOf = (of: HistoryOf): string => ('stayId' in of ? of.stayId : of.referralId)

/** The page of history of a family as the service gives it. */
export type ChronologyView = Outputs['chronology']['view']
export type ChronologyLine = ChronologyView['lines'][number]
export type Clash = ChronologyView['clashes'][number]
/** The contacts with health services, and what was made of them. */
export type PatternView = Outputs['chronology']['pattern']
export type ContactView = PatternView['contacts'][number]
