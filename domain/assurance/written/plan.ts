import { actionStatusLabels } from '../../oversight/action.ts'
import { visitKindLabels } from '../../oversight/words.ts'
import { formatDate } from '../../shared/calendar.ts'
import { type Block, type Cell, cell } from '../../shared/print-document.ts'
import type { CivilDate } from '../../shared/time.ts'
import { dash } from '../figure-text.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { ActionInReport, WrittenModel } from './written-model.ts'

type Written = WrittenModel | undefined

const dayText = (day: CivilDate | null | undefined) => (day ? formatDate(day) : dash)

/** The visits, audits and meetings of the period, with whom they spoke (domain.md 7.5, section 3). */
export function visitBlocks(written: Written): Block[] {
  if (!written?.visits) return []
  return [
    { kind: 'heading', level: 2, text: 'Visits, audits and meetings of the period' },
    {
      kind: 'table',
      caption: 'Who came, with whom they spoke, and what they saw',
      columns: [
        { label: 'What', share: 4 },
        { label: 'Planned for', share: 3 },
        { label: 'Held on', share: 3 },
        { label: 'In their words', share: 9 },
      ],
      rows: written.visits.map(({ kind, plannedOn, heldOn, calledOff, text }) => [
        cell(visitKindLabels[kind]),
        cell(formatDate(plannedOn)),
        cell(heldOn ? formatDate(heldOn) : calledOff ? 'called off' : 'not held'),
        cell(text?.text ?? dash),
      ]),
      empty: 'No visit, audit or meeting of the period is on record.',
      dense: true,
    },
  ]
}

/** The action plan, and the actions of before that are rolled forward (domain.md 7.5, sections 9 and 10). */
export function actionPlanBlocks(written: Written): Block[] {
  if (!written) return []
  const [earlier, plan] = [true, false].map((which) =>
    written.actions.filter((one) => (one.earlier ?? false) === which),
  )
  return [
    { kind: 'heading', level: 1, text: 'Action plan', newPage: true },
    planTable(
      plan ?? [],
      'Actions that were due in the period, or are open',
      'No action was due in the period, and none is open.',
    ),
    { kind: 'heading', level: 2, text: 'Previous actions, rolled forward' },
    planTable(
      earlier ?? [],
      'Actions that were due before the period, with how they stand now',
      'No earlier action is open, and none ended in the period.',
    ),
  ]
}

const planTable = (actions: readonly ActionInReport[], caption: string, empty: string): Block => ({
  kind: 'table',
  caption,
  columns: [
    { label: 'Id' },
    { label: 'Of', share: 1.5 },
    { label: 'Action', share: 6 },
    { label: 'Owner', share: 3 },
    { label: 'Due, done', share: 3 },
    { label: 'Evidence that it was done', share: 5 },
    { label: 'What it has changed', share: 5 },
    { label: 'Status', share: 4 },
  ],
  rows: actions.map(planRow),
  empty,
  dense: true,
})

function planRow(one: ActionInReport): Cell[] {
  const verified = one.verifiedOn
    ? `verified by ${(one.verifiedBy ?? dash).toLowerCase()}, ${formatDate(one.verifiedOn)}`
    : undefined
  const again = one.retestedOn
    ? `looked at again ${formatDate(one.retestedOn)}`
    : one.retestOn
      ? `look again ${formatDate(one.retestOn)}`
      : undefined
  const note = [verified, again].filter(Boolean).join('; ')
  return [
    cell(one.id ?? dash),
    cell(one.requirement),
    { text: one.what.text, ...(one.high ? { note: 'high priority' } : {}) },
    cell(one.owner ?? dash),
    { text: formatDate(one.dueOn), note: `done: ${dayText(one.doneOn)}` },
    cell(one.evidence?.text ?? dash),
    cell(one.impact?.text ?? dash),
    { text: actionStatusLabels[one.status], ...(note ? { note } : {}) },
  ]
}

/** Every piece of evidence once, for all requirements (domain.md 7.5, section 11). */
export const evidenceIndex = (written: Written): Block[] =>
  written?.evidence
    ? [
        { kind: 'heading', level: 2, text: 'Evidence index' },
        {
          kind: 'table',
          caption: 'Each piece of evidence, by its number in the requirements',
          ...evidenceRows(written.evidence),
          empty: 'No evidence is recorded for these requirements.',
          dense: true,
        },
      ]
    : []
