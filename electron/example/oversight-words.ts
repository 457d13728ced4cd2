import type { FindingKind } from '#domain/oversight/visit.ts'

interface Found {
  kind: FindingKind
  requirement: string
  words: string
}

/** What visits find, and what is done about it. */
export const foundByVisits: readonly (Found & {
  action?: string
  evidence?: string
  impact?: string
})[] = [
  {
    kind: 'finding',
    requirement: '5a',
    words: 'Two offers rested on information that was older than the criteria allow',
    action: 'Ask for the age of each answer at the first call, and chase before the decision',
    evidence: 'Sheet for the first call, revised; ten referrals looked at',
    impact: 'Eight of ten offers now rest on information in date',
  },
  {
    kind: 'recommendation',
    requirement: '5c',
    words: 'The consultant’s part of the reading is signed late at weekends',
    action: 'The consultant on call signs within 24 hours; the nurse in charge asks at handover',
    evidence: 'Rota note to consultants',
    impact: 'Late weekend signatures fell from five to one in a month',
  },
  {
    kind: 'finding',
    requirement: '5d',
    words: 'Supervision lapsed over two nights because nobody was named to review it',
    action: 'Name the reviewer of the next day on the handover sheet',
    evidence: 'Handover sheets of four weeks',
    impact: 'One lapse of two hours in the quarter after, none at night',
  },
  {
    kind: 'finding',
    requirement: '5e',
    words: 'No drill of the unwell baby was held at night in the half year',
    action: 'A drill on nights in each half year, with the paediatric team',
    evidence: 'Drill record',
    impact: 'Help was reached within the limit in both drills since',
  },
  {
    kind: 'recommendation',
    requirement: '5b',
    words: 'Bank nurses have not been trained together with another agency',
    action: 'Offer the local authority’s course to bank nurses, and pay for the day',
    evidence: 'Attendance list of the course',
    impact: 'Six of nine bank nurses have now been trained with another agency',
  },
  {
    kind: 'strength',
    requirement: '5f',
    words: 'Staff speak of what they got wrong, and of what they changed because of it',
  },
]
