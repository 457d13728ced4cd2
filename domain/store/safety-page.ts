import { headLine, type Letterhead } from '../letters/letter.ts'
import { formatDate, formatDateTime } from '../shared/calendar.ts'
import { type Cell, cell, type PrintDocument, type Tone } from '../shared/print-document.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { StepOfClock } from './clock-steps.ts'

/**
 * The state of the records on one page for whoever inspects the unit: whether they are whole, by which version and
 * which rules they are kept, and what can be compared with an earlier page. It names no patient.
 * Source: reliability.md 4.3 and 4.5 (audit head, anchors, backups); decisions 7 (calendar) and 26 (clock).
 */
export interface SafetyPage {
  checks: readonly SafetyCheck[]
  software: { version: string; layout: number }
  audit: { entries: number; head: string; anchors: number }
  backup: { at: Instant; verifiedAt: Instant; entry: number } | null
  steps: readonly StepOfClock[]
  calendarUntil: CivilDate
  rules: readonly SafetyRule[]
  openedAt: Instant
  at: Instant
}

export interface SafetyCheck {
  id: string
  state: 'good' | 'warning' | 'bad'
  message: string
  /** When it was found, where that is not when the page was made. */
  at?: Instant
}

export interface SafetyRule {
  title: string
  revision: string
  approvedBy: string | null
  reviewDue: CivilDate | null
}

const states: Record<SafetyCheck['state'], { text: string; tone: Tone }> = {
  good: { text: 'Good', tone: 'best' },
  warning: { text: 'Look at this', tone: 'poor' },
  bad: { text: 'Fault', tone: 'worst' },
}

/** Of many steps only the newest stand on the page; how many there are is said. */
const mostSteps = 4

/** As much of the head as two people compare by voice; the rest adds nothing to it. */
const headShown = 16

export const safetyDocument = (
  page: SafetyPage,
  { head, printedBy, today }: { head: Letterhead; printedBy: string; today: CivilDate },
): PrintDocument => ({
  title: 'State of the records',
  date: today,
  marking: 'OFFICIAL',
  footer: `${head.unit}. As it stood ${formatDateTime(page.at)}; printed by ${printedBy}`,
  cover: null,
  blocks: [
    { kind: 'paragraph', text: headLine(head), style: 'small' },
    { kind: 'heading', level: 1, text: 'State of the records' },
    {
      kind: 'facts',
      dense: true,
      facts: [
        { label: 'Checked', text: formatDateTime(page.at) },
        {
          label: 'Software',
          text: `MBU Assurance ${page.software.version}, layout ${page.software.layout}; opened ${formatDateTime(page.openedAt)}`,
        },
        {
          label: 'Newest entry of the audit',
          text: `${page.audit.entries}, hash ${page.audit.head.slice(0, headShown)}; ${page.audit.anchors} anchors`,
        },
        {
          label: 'Newest backup',
          text: page.backup
            ? `${formatDateTime(page.backup.at)}, checked ${formatDateTime(page.backup.verifiedAt)}, holds entry ${page.backup.entry}`
            : 'None',
        },
        { label: 'Bank holidays known until', text: formatDate(page.calendarUntil) },
        { label: 'Steps of the clock', text: stepsText(page.steps) },
      ],
    },
    {
      kind: 'table',
      caption: 'Checks',
      dense: true,
      empty: '',
      columns: [
        { label: 'Result', share: 0.2 },
        { label: 'What was checked', share: 0.8 },
      ],
      rows: page.checks.map((check): Cell[] => [states[check.state], cell(checkText(check))]),
    },
    {
      kind: 'table',
      caption: 'Rules in force',
      dense: true,
      empty: 'No rules.',
      columns: [
        { label: 'Rules', share: 0.4 },
        { label: 'Revision' },
        { label: 'Approved by' },
        { label: 'Review due' },
      ],
      rows: page.rules.map(({ title, revision, approvedBy, reviewDue }): Cell[] => [
        cell(title),
        cell(revision),
        cell(approvedBy ?? 'Not approved: default of the app'),
        cell(reviewDue ? formatDate(reviewDue) : ''),
      ]),
    },
  ],
})

/** What a check found, and when, where it was not just now. */
export const checkText = ({ message, at }: SafetyCheck): string =>
  at === undefined ? message : `${message} Read ${formatDateTime(at)}.`

/** The steps of the clock in words, the newest first. */
export function stepsText(steps: readonly StepOfClock[]): string {
  if (steps.length === 0) return 'None among the newest entries'
  const shown = steps
    .slice(-mostSteps)
    .reverse()
    .map(({ to, byMinutes }) =>
      byMinutes < 0
        ? `${-byMinutes} min back, to ${formatDateTime(to)}`
        : `${byMinutes} min ahead, to ${formatDateTime(to)}`,
    )
  const more = steps.length > mostSteps ? `; ${steps.length} in all` : ''
  return `${shown.join('; ')}${more}`
}
