import type { LeavingText } from '#domain/assurance/written/free-text.ts'
import { commentOutcomeLabels } from '#domain/assurance/written/words.ts'
import type { WrittenModel } from '#domain/assurance/written/written-model.ts'
import {
  actionStatusLabels,
  evidenceKindLabels,
  findingKindLabels,
} from '#domain/oversight/words.ts'
import { el, table } from './dom.ts'

type Written = WrittenModel | undefined

const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
/** The rules of the calendar would be most of the page's script: it has but days to show. */
const formatDate = (day: string) => inWords.format(new Date(`${day}T00:00:00.000Z`))

const paragraphs = ({ text }: LeavingText) =>
  text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => el('p', {}, part))

/** What the unit says of a requirement, or of the period as a whole. */
export function narrativeIn(written: Written, requirement: string | null): Node[] {
  const found = written?.narratives.find((one) => one.requirement === requirement)
  return found ? [el('h4', {}, 'What the unit says'), ...paragraphs(found.text)] : []
}

/** What visits found of a requirement, and what is being done about it. */
export function findingsIn(written: Written, requirement: string): Node[] {
  const findings = written?.findings.filter((one) => one.requirement === requirement) ?? []
  const actions = written?.actions.filter((one) => one.requirement === requirement) ?? []
  return [
    ...(findings.length === 0
      ? []
      : [
          table(
            'What visits and audits of the period found',
            ['Kind', 'Visit', 'In their words'],
            findings.map(({ kind, visit, heldOn, text }) => [
              findingKindLabels[kind],
              `${visit}, ${formatDate(heldOn)}`,
              text.text,
            ]),
          ),
        ]),
    ...(actions.length === 0
      ? []
      : [
          table(
            'Actions that are open, or were due in the period',
            ['Action', 'By when', 'Status', 'What it has changed'],
            actions.map(({ what, dueOn, status, impact }) => [
              what.text,
              formatDate(dueOn),
              actionStatusLabels[status],
              impact?.text ?? '–',
            ]),
          ),
        ]),
  ]
}

/** The evidence behind a requirement, each piece with whether it counts. */
export function evidenceIn(written: Written, requirement: string): Node[] {
  const own = (written?.evidence ?? []).filter((one) => one.requirements.includes(requirement))
  if (own.length === 0) return []
  return [
    table(
      'Evidence behind this requirement',
      ['Kind', 'What it is', 'In effect from', 'Review due', 'SHA-256 of its file', 'Counts'],
      own.map(({ kind, text, effectiveFrom, reviewDue, hash, fault }) => [
        evidenceKindLabels[kind],
        text.text,
        formatDate(effectiveFrom),
        formatDate(reviewDue),
        hash ?? 'a record of the unit',
        fault ?? 'yes',
      ]),
    ),
  ]
}

/** Every comment of the factual check with the unit's answer. */
export const factualCheckIn = (written: Written): Node[] =>
  !written || written.comments.length === 0
    ? []
    : [
        el('h2', {}, 'Factual check'),
        table(
          'Comments and answers',
          ['Of', 'From', 'Comment', 'Outcome', 'Answer'],
          written.comments.map(({ requirement, office, text, outcome, answer }) => [
            requirement ?? 'the report',
            office ?? '–',
            text.text,
            outcome === null ? 'Not yet answered' : commentOutcomeLabels[outcome],
            answer?.text ?? '–',
          ]),
        ),
      ]
