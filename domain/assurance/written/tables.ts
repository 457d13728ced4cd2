import { actionStatusLabels } from '../../oversight/action.ts'
import { evidenceKindLabels, findingKindLabels } from '../../oversight/words.ts'
import { type DataTable, date, flag, text, whole } from '../tables/table.ts'
import type { LeavingText } from './free-text.ts'
import { commentOutcomeLabels } from './words.ts'
import type { WrittenModel } from './written-model.ts'

/** The words that may leave; what is withheld is an empty cell, which the status column explains. */
const words = (one: LeavingText | null) => (one === null || one.withheld ? null : one.text)
const status = (...texts: (LeavingText | null)[]) =>
  texts.find((one) => one?.withheld)?.text ?? 'shown'

/** What people wrote for a report as tables; none for a report that nothing was written for. */
export function writtenTables(written: WrittenModel | undefined): DataTable[] {
  if (!written) return []
  return [
    {
      name: 'Narrative',
      about: 'What the unit says of each requirement; without one, of the period as a whole.',
      columns: [
        text('requirement', 'Requirement'),
        whole('revision', 'Wording'),
        text('words', 'What the unit says'),
        text('status', 'Status'),
      ],
      rows: written.narratives.map((one) => [
        one.requirement,
        one.revision,
        words(one.text),
        status(one.text),
      ]),
    },
    {
      name: 'Findings',
      about: 'What visits and audits of the period found.',
      columns: [
        text('requirement', 'Requirement'),
        text('kind', 'Kind'),
        text('visit', 'Visit'),
        date('heldOn', 'Held on'),
        text('words', 'In their words'),
        text('status', 'Status'),
      ],
      rows: written.findings.map((one) => [
        one.requirement,
        findingKindLabels[one.kind],
        one.visit,
        one.heldOn,
        words(one.text),
        status(one.text),
      ]),
    },
    {
      name: 'Actions',
      about: 'Actions that are open, or were due in the period.',
      columns: [
        text('requirement', 'Requirement'),
        text('what', 'Action'),
        date('dueOn', 'By when'),
        flag('high', 'High priority'),
        text('standing', 'How it stands'),
        text('impact', 'What it has changed'),
        text('status', 'Status'),
      ],
      rows: written.actions.map((one) => [
        one.requirement,
        words(one.what),
        one.dueOn,
        one.high,
        actionStatusLabels[one.status],
        words(one.impact),
        status(one.what, one.impact),
      ]),
    },
    {
      name: 'Evidence',
      about: 'The evidence behind the requirements, each piece with whether it counts at the cut.',
      columns: [
        text('requirements', 'For requirements'),
        text('kind', 'Kind'),
        text('words', 'What it is'),
        date('effectiveFrom', 'In effect from'),
        date('effectiveTo', 'Last day in effect'),
        date('reviewDue', 'Review due'),
        text('hash', 'SHA-256 of its file'),
        flag('counts', 'Counts'),
        text('fault', 'Why it does not count'),
        text('status', 'Status'),
      ],
      rows: (written.evidence ?? []).map((one) => [
        one.requirements.join(', '),
        evidenceKindLabels[one.kind],
        words(one.text),
        one.effectiveFrom,
        one.effectiveTo,
        one.reviewDue,
        one.hash,
        one.fault === null,
        one.fault,
        status(one.text),
      ]),
    },
    {
      name: 'Factual-check',
      about: 'Every comment of the factual check with the answer.',
      columns: [
        text('requirement', 'Requirement'),
        text('office', 'From'),
        text('words', 'Comment'),
        text('outcome', 'Outcome'),
        text('answer', 'Answer'),
        text('status', 'Status'),
      ],
      rows: written.comments.map((one) => [
        one.requirement,
        one.office,
        words(one.text),
        one.outcome === null ? null : commentOutcomeLabels[one.outcome],
        words(one.answer),
        status(one.text, one.answer),
      ]),
    },
  ]
}
