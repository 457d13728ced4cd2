import { type Block, type Cell, cell } from '../../shared/print-document.ts'
import { responseTimes } from '../charts/response-times.ts'
import { momentText } from '../disclosure.ts'
import { dash, quantityText, withCommas } from '../figure-text.ts'
import { type EpisodeModel, measuresOfReport, type ReportModel } from '../report-model.ts'
import { evidenceIndex } from '../written/plan.ts'
import { trainingMatrix } from './staff.ts'
import { dateText, timeText } from './words.ts'

export function overrides(model: ReportModel): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Overrides', newPage: true },
    {
      kind: 'paragraph',
      text: 'Where a rule held something back and an authorised person let it through, by name and with a reason. Each is a line of its own; the reasons are free text and are withheld.',
    },
    {
      kind: 'table',
      caption: 'Every override of the period',
      columns: [
        { label: 'Record' },
        { label: 'Requirement' },
        { label: 'Rule', share: 4 },
        { label: 'When', share: 2 },
        { label: 'By', share: 3 },
        { label: 'What was missing', share: 3 },
      ],
      rows: model.overrides.map((one) => [
        cell(one.id),
        cell(one.requirement),
        cell(one.rule),
        cell(one.when ? momentText(one.when) : dash),
        cell(
          one.secondRole === null
            ? `${one.byRole}, alone`
            : `${one.byRole} and ${one.secondRole.toLowerCase()}`,
        ),
        cell(missing(one.due ? momentText(one.due) : null, one.kept)),
      ]),
      empty: 'No rule was overridden in the period.',
      dense: true,
    },
  ]
}

function missing(due: string | null, kept: boolean | null): string {
  if (due === null) return 'nothing was due'
  if (kept === null) return `due ${due}; not yet due at the cut`
  return kept ? `due ${due}; came in time` : `due ${due}; did not come in time`
}

export function episodes(model: ReportModel): Block[] {
  const head = { kind: 'heading', level: 1, text: 'Unwell-baby episodes', newPage: true } as const
  if (model.episodes === null)
    return [
      head,
      { kind: 'paragraph', text: 'The episodes of this period are not part of this report.' },
    ]
  if (model.episodes.length === 0)
    return [head, { kind: 'paragraph', text: 'No episode began in this period.' }]
  const chart = responseTimes(model.episodes)
  return [
    head,
    {
      kind: 'paragraph',
      text: 'Minutes run from recognition of the concern, not from its entry. Each time stands beside its limit.',
    },
    { kind: 'chart', svg: chart.svg, alt: chart.alt, caption: chart.caption },
    {
      kind: 'table',
      caption: 'The same times as a table',
      columns: chart.table.columns.map((label, index) =>
        index === 0 ? { label, share: 1 } : { label, align: 'right' },
      ),
      rows: chart.table.rows.map((row) => row.map(cell)),
      empty: 'No step had a limit.',
      dense: true,
    },
    { kind: 'heading', level: 2, text: 'Timeline of each episode, in minutes from recognition' },
    ...model.episodes.map(episodeBlock),
  ]
}

/** One episode: what it was, and each step beside its limit. */
function episodeBlock(episode: EpisodeModel): Block {
  const { id, baby, ageBand, recognised, band, route, outcome } = episode
  const age = ageBand ? `, ${ageBand}` : ''
  const when = recognised ? `, recognised ${momentText(recognised)}` : ''
  return {
    kind: 'together',
    blocks: [
      {
        kind: 'table',
        caption: `Episode ${id}: ${baby}${age}${when}. ${band}; ${route}. Outcome: ${outcome}`,
        columns: [
          { label: 'Step', share: 6 },
          { label: 'Minutes', align: 'right', share: 2 },
          { label: 'Limit', align: 'right', share: 2 },
          { label: 'In time', share: 2 },
        ],
        rows: episode.steps.map(stepRow),
        empty: 'No step is recorded.',
        dense: true,
      },
    ],
  }
}

function stepRow({ what, minutes, limitMinutes, inTime }: EpisodeModel['steps'][number]): Cell[] {
  const late = inTime === false
  return [
    cell(what),
    cell(minutes === null ? dash : withCommas(minutes)),
    cell(limitMinutes === null ? 'no limit' : withCommas(limitMinutes)),
    { text: inTimeText(minutes, limitMinutes, inTime), strong: late },
  ]
}

function inTimeText(minutes: number | null, limit: number | null, inTime: boolean | null): string {
  if (limit === null) return minutes === null ? 'not recorded' : dash
  if (minutes === null) return inTime === null ? 'not yet due' : 'not done'
  return inTime === false ? 'late' : 'yes'
}

/** Accounts that the nurse in charge opened for a bank or agency nurse (decision 11); not for reports of before. */
function oneShift(accounts: ReportModel['annex']['oneShiftAccounts']): Block[] {
  if (!accounts) return []
  return [
    { kind: 'heading', level: 2, text: `Accounts for one shift (${accounts.length})` },
    {
      kind: 'table',
      caption: 'Opened in the period for a named bank or agency nurse; each ended with the shift',
      columns: [
        { label: 'For', share: 3 },
        { label: 'Profession', share: 4 },
        { label: 'Employed as', share: 3 },
        { label: 'Registration on record', share: 3 },
        { label: 'Open for', share: 3 },
        { label: 'Opened by', share: 3 },
      ],
      rows: accounts.map((one) => [
        cell(one.id),
        cell(one.profession),
        cell(one.employment),
        cell(one.registered ? 'yes' : 'no'),
        cell(quantityText(one.minutes, 'minutes')),
        cell(one.openedBy),
      ]),
      empty: 'No account was opened for one shift.',
      dense: true,
    },
  ]
}

/** What the audit has of the period, by what was done; not for reports of before. */
function auditExtract(extract: ReportModel['annex']['auditExtract']): Block[] {
  if (!extract) return []
  return [
    { kind: 'heading', level: 2, text: 'Extract of the audit' },
    {
      kind: 'table',
      caption: 'Entries of the period, up to the cut; each is chained to the one before',
      columns: [
        { label: 'What was done', share: 8 },
        { label: 'Entries', align: 'right', share: 3 },
      ],
      rows: extract.map(({ kind, entries }) => [cell(kind), cell(withCommas(entries))]),
      empty: 'The audit has no entry of the period.',
      dense: true,
    },
  ]
}

export function annex(model: ReportModel): Block[] {
  const { annex } = model
  return [
    { kind: 'heading', level: 1, text: 'Annex: what the figures rest on', newPage: true },
    { kind: 'heading', level: 2, text: 'Rule sets in force' },
    {
      kind: 'table',
      caption: 'Criteria, thresholds, limits and duties used in the period',
      columns: [
        { label: 'Rule set', share: 5 },
        { label: 'Revision' },
        { label: 'In force from', share: 3 },
        { label: 'Approved', share: 4 },
        { label: 'Review due', share: 3 },
        { label: 'Source', share: 5 },
      ],
      rows: annex.ruleSets.map((ruleSet) => [
        cell(ruleSet.title),
        cell(ruleSet.revision),
        cell(timeText(ruleSet.effectiveFrom)),
        ruleSet.approved
          ? cell('Approved by the unit')
          : { text: 'Not approved', strong: true, note: 'default of the app' },
        cell(dateText(ruleSet.reviewDue)),
        cell(ruleSet.source),
      ]),
      empty: 'No rule set was used.',
      dense: true,
    },
    { kind: 'heading', level: 2, text: 'Measure definitions used' },
    {
      kind: 'table',
      caption: 'A released version is never changed; a change is a new version',
      columns: [
        { label: 'Measure', share: 6 },
        { label: 'Version', align: 'right' },
        { label: 'Minimum n', align: 'right' },
        { label: 'Safety-critical' },
        { label: 'Source', share: 5 },
      ],
      rows: measuresOfReport(model)
        .filter(({ measure }) => measure.version !== null)
        .map(({ measure }) => [
          cell(`${measure.id}  ${measure.title}`),
          cell(String(measure.version)),
          cell(quantityText(measure.minimumN, measure.unit)),
          cell(measure.safetyCritical ? 'yes' : 'no'),
          cell(measure.source),
        ]),
      empty: 'No measure has a definition yet.',
      dense: true,
    },
    ...trainingMatrix(model),
    ...evidenceIndex(model.written),
    ...oneShift(annex.oneShiftAccounts),
    ...auditExtract(annex.auditExtract),
    { kind: 'heading', level: 2, text: 'Where the figures come from' },
    {
      kind: 'facts',
      facts: [
        {
          label: 'Framework',
          text: `${model.framework.title}, version ${model.framework.version}`,
        },
        {
          label: 'Its source',
          text: `${model.framework.source.document}, ${model.framework.source.publisher}: ${model.framework.source.section}`,
        },
        { label: 'Head of the audit chain', text: `Entry ${withCommas(annex.auditHead.seq)}` },
        { label: 'Its hash', text: annex.auditHead.hash },
        { label: 'Software', text: `${annex.software.name} ${annex.software.version}` },
        { label: 'Content hash', text: model.contentHash },
      ],
    },
  ]
}
