import type { Block, PrintDocument } from '../shared/print-document.ts'
import { cell } from '../shared/print-document.ts'
import type { CivilDate } from '../shared/time.ts'
import type { CultureRules } from './rule-content.ts'

interface Printed {
  unit: string
  rules: CultureRules
  returnWithin: string
  today: CivilDate
}

const line = '_'.repeat(60)

/** The paper form for partners: no link, no name, one page. */
export const feedbackForm = ({ unit, rules, returnWithin, today }: Printed): PrintDocument => ({
  title: 'What is working with us like?',
  date: today,
  marking: 'OFFICIAL',
  footer: unit,
  cover: null,
  blocks: [
    { kind: 'heading', level: 1, text: 'What is working with us like?' },
    {
      kind: 'paragraph',
      style: 'lead',
      text: `You work with ${unit} for a mother and baby. Please tell us what we do well, and what we do not. We do not ask for your name. Please write no name of a mother, a baby or a colleague.`,
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Your agency', text: line },
        { label: 'What we worked on', text: line },
        { label: 'Please send it back', text: `${returnWithin} of receiving it` },
      ],
    },
    marksTable(rules),
    { kind: 'heading', level: 2, text: 'What should we do in another way?' },
    ...Array.from(
      { length: 6 },
      (): Block => ({ kind: 'paragraph', text: line.repeat(2).slice(0, 90) }),
    ),
  ],
})

const marksTable = (rules: CultureRules): Block => ({
  kind: 'table',
  caption: 'Please put a ring round one number in each line',
  columns: [
    { label: 'In our work together', share: 0.55 },
    { label: 'not at all' },
    { label: '' },
    { label: '' },
    { label: '' },
    { label: 'wholly' },
  ],
  rows: rules.feedbackQuestions.map(({ name }) => [
    cell(name),
    ...['1', '2', '3', '4', '5'].map(cell),
  ]),
  empty: 'There are no questions.',
})
