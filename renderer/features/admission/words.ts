import type { ClauseStanding } from '#domain/admission/clauses.ts'
import type { ItemStanding } from '#domain/admission/items.ts'
import type { OverrideState } from '#domain/admission/overrides.ts'
import type { Stage } from '#domain/admission/stages.ts'
import type { Tone } from '../../ui/tag.tsx'
import type { ChildView, ClauseView } from './view.ts'

export interface Word {
  text: string
  tone: Tone
}

export const clauseWords: Record<ClauseStanding, Word> = {
  'not-yet-asked': { text: 'Not yet asked', tone: 'warning' },
  'not-known': { text: 'Not known', tone: 'warning' },
  stale: { text: 'Out of date', tone: 'warning' },
  'not-applicable': { text: 'Not applicable', tone: 'neutral' },
  met: { text: 'Fits', tone: 'good' },
  'not-met': { text: 'Does not fit', tone: 'danger' },
}

export const itemWords: Record<ItemStanding, Word> = {
  'not-applicable': { text: 'Not applicable', tone: 'neutral' },
  'never-asked': { text: 'Nobody asked', tone: 'warning' },
  'not-received': { text: 'Asked, not received', tone: 'warning' },
  'not-known': { text: 'Asked, not known', tone: 'warning' },
  'part-missing': { text: 'Part missing', tone: 'warning' },
  stale: { text: 'Out of date', tone: 'warning' },
  'in-date': { text: 'In date', tone: 'good' },
}

export const stageTones: Record<Stage, Tone> = {
  received: 'warning',
  checking: 'info',
  waiting: 'warning',
  offered: 'good',
  're-opened': 'danger',
  arrived: 'good',
  'came-without-offer': 'warning',
  declined: 'neutral',
  withdrawn: 'neutral',
}

export const overrideWords: Record<OverrideState, Word> = {
  released: { text: 'Holds good', tone: 'good' },
  unsigned: { text: 'Not signed yet', tone: 'warning' },
  'signed-late': { text: 'Signed late', tone: 'warning' },
  lapsed: { text: 'Lapsed', tone: 'danger' },
  overdue: { text: 'Deadline passed', tone: 'danger' },
  refused: { text: 'Of no effect', tone: 'danger' },
}

/** What each kind of clause asks for, where it is not plain from the answer. */
export const kindWords: Record<ClauseView['kind'], string> = {
  inclusion: 'Has to be so',
  exclusion: 'Must not be so',
  defer: 'Not now, if so',
  stop: 'Must not be so, and nobody may override it',
  process: '',
}

/** A child of the referral in a few words. */
export const childName = ({ baby, expectedOn }: ChildView, format: (on: string) => string) =>
  baby
    ? `${baby.givenName} ${baby.familyName}`
    : expectedOn
      ? `Not yet born, due ${format(expectedOn)}`
      : 'Not yet born, date not known'

export const daysOld = (days: number) => (days === 1 ? '1 day old' : `${days} days old`)

/** Words as a sentence; a question keeps its own mark. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
