import type { Clause } from '../admission/criteria.ts'
import type { InformationRule } from '../admission/information.ts'
import { headLine, type Letterhead } from '../letters/letter.ts'
import { formatDate } from '../shared/calendar.ts'
import { type Block, cell, type PrintDocument } from '../shared/print-document.ts'
import type { CivilDate } from '../shared/time.ts'
import { writeTable } from '../shared/write-table.ts'

/**
 * Forms to write on by hand while the computer is down: rounds, leave, and a referral by telephone. They ask
 * what the screens ask, in the same words, so that they can be entered afterwards. The form for an unwell baby
 * stands with its pathway. Source: hazard HZ-08 (domain.md 8.2); the questions are those of the rules in force.
 */
export interface BlankForms {
  head: Letterhead
  beds: readonly string[]
  clauses: readonly Clause[]
  items: readonly InformationRule[]
  /** The rules from which the questions come, with their revision: "Admission criteria, revision 2". */
  rules: string
  today: CivilDate
}

export const blankForms = (forms: BlankForms): PrintDocument => ({
  title: 'Forms for when the computer is down',
  date: forms.today,
  marking: 'OFFICIAL-SENSITIVE: PERSONAL when filled in',
  footer: `${forms.head.unit}. Printed ${formatDate(forms.today)}. Enter what is written here when the computer is back, with the time at which it happened, and keep the sheet`,
  cover: null,
  narrowMargins: true,
  blocks: [
    { kind: 'paragraph', text: headLine(forms.head), style: 'small' },
    ...roundForm(forms.beds),
    ...leaveForm,
    ...referralForm(forms),
  ],
})

const title = (text: string, newPage: boolean): Block => ({
  kind: 'heading',
  level: 1,
  text: `Computer down: ${text}`,
  newPage,
})

const asked = (caption: string, questions: readonly string[]): Block =>
  writeTable(
    caption,
    [
      { label: 'What is asked', share: 0.35 },
      { label: 'Answer', share: 0.65 },
    ],
    questions.map((one) => [one, '']),
  )

/** How many rounds one sheet takes: half a night at the strictest level that is rounded hourly. */
const roundsOnSheet = 6

const roundForm = (beds: readonly string[]): Block[] => [
  title('rounds', false),
  {
    kind: 'paragraph',
    text: 'One line a baby. In each round write the time by a clock, where the baby was and with whom. Every baby is looked at: nobody is ticked in a row.',
  },
  {
    kind: 'table',
    caption: 'Rounds',
    dense: true,
    write: true,
    empty: 'No bed is set up.',
    columns: [
      { label: 'Bed and baby', share: 0.16 },
      ...Array.from({ length: roundsOnSheet }, (_, index) => ({
        label: `${index + 1}: time, where, with whom`,
        share: 0.84 / roundsOnSheet,
      })),
    ],
    rows: [...beds, 'Made by: name'].map((bed) => [
      cell(bed),
      ...Array.from({ length: roundsOnSheet }, () => cell('')),
    ]),
  },
]

const leaveForm: Block[] = [
  title('leave', true),
  asked('Before anybody goes', [
    'Mother, and which babies',
    'Where to, address, telephone',
    'With whom; which staff go',
    'What for; who asked',
    'Supervision level outside, from the emergency sheet',
    'Mental Health Act: leave under section 17 seen? By whom granted, until when',
    'Limit of a court or the local authority',
    'Agreed by: name, role, time',
    'Left at; due back at; missing from',
  ]),
  asked('When they are back', [
    'Back at: time. Mother? Which babies? Brought by',
    'How the mother is; how the baby is',
    'Not back in time: who was rung, when, what was said',
    'Written by: name, role',
  ]),
]

const referralForm = ({ clauses, items, rules }: BlankForms): Block[] => [
  title('a referral by telephone', true),
  asked('Who rings', [
    'Received at: date and time. Taken by',
    'Referrer: name, role, organisation, number to ring back',
    'Mother: name, date of birth, NHS number, where she is now',
    'Baby: name, date of birth or expected date, NHS number',
    'Planned or at once; why now',
    'Mother’s status under the Mental Health Act; is children’s social care involved?',
  ]),
  {
    kind: 'table',
    caption: 'Criteria: yes, no, not known or not applicable, and who says so',
    dense: true,
    write: true,
    empty: '',
    columns: [
      { label: 'Question', share: 0.6 },
      { label: 'Answer', share: 0.12 },
      { label: 'Who says so, as of when' },
    ],
    rows: clauses
      .filter(({ answered }) => answered !== 'measured')
      .map(({ question }) => [cell(question), cell(''), cell('')]),
  },
  {
    kind: 'table',
    caption: 'Must be known before an offer',
    dense: true,
    write: true,
    empty: '',
    columns: [
      { label: 'What', share: 0.45 },
      { label: 'What was said, by whom, as of when', share: 0.55 },
    ],
    rows: items
      .filter(({ mustKnow }) => mustKnow !== 'no')
      .map(({ title: what, asks }) => [{ text: what, note: asks }, cell('')]),
  },
  {
    kind: 'paragraph',
    style: 'small',
    text: `No offer is made on paper alone: two people decide, when the criteria are entered. Questions: ${rules}.`,
  },
]
