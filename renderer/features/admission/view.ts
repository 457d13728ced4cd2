import type { Outputs } from '../../api.ts'

export type ReferralView = Outputs['admission']['get']
export type ReferralLine = Outputs['admission']['list']['referrals'][number]
export type HoldView = ReferralView['holds'][number]
export type ClauseView = ReferralView['clauses'][number]
export type ItemView = ReferralView['items'][number]
export type OverrideView = ReferralView['overrides'][number]
export type DecisionView = ReferralView['decisions'][number]
export type SourceView = ReferralView['sources'][number]
export type ChildView = ReferralView['children'][number]

/** What still holds the offer, those left out that an override lets through. */
export const holding = (view: ReferralView): HoldView[] => view.holds.filter((one) => !one.through)

/** The people of a form who have names for the staff ids on the page. */
export type NameOf = (staffId: string) => string

/** Words that were typed, as they are named where they become a restricted entry. */
export interface Words {
  type: 'clause_answer' | 'information_item'
  id: string
  version: number
  onDone: () => void
}
