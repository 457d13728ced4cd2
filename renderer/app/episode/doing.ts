import type { Helper } from '#domain/unwell-baby/record.ts'

/** What somebody is entering on the page of an episode; null while it is only read. */
export type Doing =
  | { form: 'observe' }
  | { form: 'infection' }
  | { form: 'call'; ring: readonly Helper[] }
  | { form: 'spoken'; contactId: string }
  | { form: 'seen'; contactId?: string; whom: Helper }
  | { form: 'correct-call'; contactId: string }
  | { form: 'mark' }
  | { form: 'withdraw-mark'; markId: string }
  | { form: 'raise-level' }
  | { form: 'take-on' }
  | { form: 'escort' }
  | { form: 'left' }
  | { form: 'arrived' }
  | { form: 'returned' }
  | { form: 'correct-journey'; departureId: string }
  | { form: 'outcome' }
  | { form: 'debrief' }
  | { form: 'correct-debrief'; debriefId: string }
  | { form: 'correct' }
  | { form: 'in-error' }
  | { form: 'correct-set'; setId: string }
  | { form: 'change-concern' }
  | { form: 'strategy' }
  | { form: 'withdraw-strategy'; strategyId: string }
  | { form: 'paper' }
  | { form: 'withdraw-paper'; paperId: string }
  | { form: 'reopen'; outcomeId: string }

export type Do = (doing: Doing) => void
