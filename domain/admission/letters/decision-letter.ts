import { type Letterhead, letter } from '../../letters/letter.ts'
import { dateOf, formatDateTime } from '../../shared/calendar.ts'
import type { Block, Fact, PrintDocument } from '../../shared/print-document.ts'
import type { Instant } from '../../shared/time.ts'
import type { DecisionOutcome } from '../record.ts'

export interface DecisionLetter {
  head: Letterhead
  outcome: DecisionOutcome
  decidedAt: Instant
  referrer: { name: string; role: string; organisation: string }
  about: readonly Fact[]
  /** Name and role of who decided. */
  from: string
  /** The set that it was decided under, and whether the unit has approved it. */
  criteria: string
  offered?: {
    bed: string | null
    expectedAt: Instant | null
    stillToCome: readonly { what: string; by: Instant }[]
  }
  declined?: {
    reason: string
    /** Clauses that do not fit, in the words of the criteria. */
    notFitting: readonly string[]
    signposting: readonly { name: string; purpose: string }[]
    whyNothingFits: string | null
    note: string
  }
  waiting?: readonly { toldAs: string; answer: string }[]
  withdrawnBy?: string | null
  /** What took its place since; absent while it stands. */
  overtaken?: Overtaken | undefined
}

/** What became of a decision: another was made, a change has re-opened it, or they came while it did not stand. */
export type Overtaken =
  | { by: 'decision'; outcome: DecisionOutcome; decidedAt: Instant }
  | { by: 'change' }
  | { by: 'arrival' }

const titles: Record<DecisionOutcome, string> = {
  offered: 'We offer a place',
  declined: 'We cannot offer a place',
  waiting: 'We are waiting for information',
  withdrawn: 'The referral has been withdrawn',
}

/** The decision as the referrer reads it: what was decided, why, and what to do next, in plain English. */
export const decisionLetter = (facts: DecisionLetter): PrintDocument =>
  letter({
    title: facts.overtaken ? `No longer stands: ${titles[facts.outcome]}` : titles[facts.outcome],
    date: dateOf(facts.decidedAt),
    head: facts.head,
    to: [facts.referrer.name, facts.referrer.role, facts.referrer.organisation],
    about: facts.about,
    from: facts.from,
    blocks: [
      ...(facts.overtaken
        ? ([
            {
              kind: 'box',
              tone: 'poor',
              title: 'This letter is kept for the record: it no longer stands',
              text: overtakenWords(facts.overtaken),
            },
          ] satisfies Block[])
        : []),
      { kind: 'paragraph', text: `We decided this on ${formatDateTime(facts.decidedAt)}.` },
      ...bodies[facts.outcome](facts),
      {
        kind: 'paragraph',
        style: 'small',
        text: `Decided under: ${facts.criteria}. If you think that we have something wrong, or something changes, ring us${facts.head.telephone ? ` on ${facts.head.telephone}` : ''}. Do not copy this letter to anybody of the family without asking us.`,
      },
    ],
  })

function overtakenWords(overtaken: Overtaken): string {
  switch (overtaken.by) {
    case 'decision':
      return `We decided anew on ${formatDateTime(overtaken.decidedAt)}: ${lower(titles[overtaken.outcome])}.`
    case 'change':
      return 'Something has changed since, and we are deciding again. Until we have told you, do not rely on it.'
    case 'arrival':
      return 'Mother and baby have come to us since, while it did not stand.'
  }
}

const bodies: Record<DecisionOutcome, (facts: DecisionLetter) => Block[]> = {
  offered: ({ offered }) => [
    {
      kind: 'box',
      tone: 'plain',
      title: 'A place for mother and baby is offered',
      text: [
        offered?.bed && `${offered.bed}.`,
        offered?.expectedAt
          ? `We expect them on ${formatDateTime(offered.expectedAt)}.`
          : 'Ring us to agree when they come.',
      ]
        .filter(Boolean)
        .join(' '),
    },
    ...stillToCome(offered?.stillToCome ?? []),
    {
      kind: 'paragraph',
      text: 'Until they arrive, tell us at once of any change: to the baby’s legal status or plan, to the risk, to their health, or to who may see the baby. A change may mean that we have to decide again.',
    },
  ],
  declined: ({ declined }) => [
    {
      kind: 'box',
      tone: 'plain',
      title: 'Why',
      text: [declined?.reason, declined?.note].filter(Boolean).join('. '),
    },
    ...listed('What does not fit our criteria', declined?.notFitting ?? []),
    ...listed(
      'Where else to turn',
      (declined?.signposting ?? []).map(({ name, purpose }) => `${name}: ${lower(purpose)}`),
    ),
    ...(declined?.whyNothingFits
      ? ([
          {
            kind: 'paragraph',
            text: `We know of nothing else that fits: ${declined.whyNothingFits}`,
          },
        ] satisfies Block[])
      : []),
    {
      kind: 'paragraph',
      text: 'You may refer again at any time when this changes. The mother and baby remain in your care until another service has taken them on.',
    },
  ],
  waiting: ({ waiting = [] }) => [
    {
      kind: 'paragraph',
      text: 'We have neither offered nor declined a place. We decide as soon as we have what is listed here. If you can help to get it, please do, and ring us.',
    },
    {
      kind: 'table',
      caption: 'What we are waiting for',
      columns: [
        { label: 'What', share: 1 },
        { label: 'What would settle it', share: 1 },
      ],
      rows: waiting.map(({ toldAs, answer }) => [{ text: toldAs, strong: true }, { text: answer }]),
      empty: 'Everything has come in since. We will decide now.',
    },
  ],
  withdrawn: ({ withdrawnBy }) => [
    {
      kind: 'paragraph',
      text: `${withdrawnBy ? `It was withdrawn by ${withdrawnBy}. ` : ''}We do nothing further. You may refer again at any time.`,
    },
  ],
}

const stillToCome = (missing: readonly { what: string; by: Instant }[]): Block[] =>
  listed(
    'What we still need',
    missing.map(({ what, by }) => `${what} (by ${formatDateTime(by)})`),
  )

const listed = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: heading },
        { kind: 'list', items },
      ]

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
