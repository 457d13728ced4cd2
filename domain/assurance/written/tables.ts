import { actionStatusLabels } from '../../oversight/action.ts'
import { evidenceKindLabels, findingKindLabels, visitKindLabels } from '../../oversight/words.ts'
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
      name: 'Visits',
      about:
        'Visits, audits and meetings of the period: who came, with whom they spoke, what they saw.',
      columns: [
        text('kind', 'Kind'),
        date('plannedOn', 'Planned for'),
        date('heldOn', 'Held on'),
        flag('calledOff', 'Called off'),
        text('words', 'In their words'),
        text('status', 'Status'),
      ],
      rows: (written.visits ?? []).map((one) => [
        visitKindLabels[one.kind],
        one.plannedOn,
        one.heldOn,
        one.calledOff,
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
      about: 'The action plan, and the actions of before the period that are rolled forward.',
      columns: [
        text('id', 'Id'),
        text('requirement', 'Requirement'),
        text('what', 'Action'),
        text('owner', 'Owner'),
        date('dueOn', 'By when'),
        flag('high', 'High priority'),
        text('standing', 'How it stands'),
        flag('earlier', 'Rolled forward'),
        date('doneOn', 'Done on'),
        text('evidence', 'Evidence that it was done'),
        text('impact', 'What it has changed'),
        text('verifiedBy', 'Verified by'),
        date('verifiedOn', 'Verified on'),
        date('retestOn', 'To be looked at again on'),
        date('retestedOn', 'Looked at again on'),
        text('status', 'Status'),
      ],
      rows: written.actions.map((one) => [
        one.id ?? null,
        one.requirement,
        words(one.what),
        one.owner ?? null,
        one.dueOn,
        one.high,
        actionStatusLabels[one.status],
        one.earlier ?? null,
        one.doneOn ?? null,
        words(one.evidence ?? null),
        words(one.impact),
        one.verifiedBy ?? null,
        one.verifiedOn ?? null,
        one.retestOn ?? null,
        one.retestedOn ?? null,
        status(one.what, one.evidence ?? null, one.impact),
      ]),
    },
    {
      name: 'Evidence',
      about: 'The evidence behind the requirements, each piece with whether it counts at the cut.',
      columns: [
        text('id', 'Id'),
        text('requirements', 'For requirements'),
        text('kind', 'Kind'),
        text('words', 'What it is'),
        date('effectiveFrom', 'In effect from'),
        date('effectiveTo', 'Last day in effect'),
        date('reviewDue', 'Review due'),
        text('owner', 'Owner'),
        text('hash', 'SHA-256 of its file'),
        flag('counts', 'Counts'),
        text('fault', 'Why it does not count'),
        text('status', 'Status'),
      ],
      rows: (written.evidence ?? []).map((one) => [
        one.id ?? null,
        one.requirements.join(', '),
        evidenceKindLabels[one.kind],
        words(one.text),
        one.effectiveFrom,
        one.effectiveTo,
        one.reviewDue,
        one.owner ?? null,
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
