import { type Letterhead, letter } from '../../letters/letter.ts'
import { formatDateTime } from '../../shared/calendar.ts'
import type { Fact, PrintDocument } from '../../shared/print-document.ts'
import type { CivilDate, Instant } from '../../shared/time.ts'

export interface RequestLetter {
  head: Letterhead
  date: CivilDate
  /** The service or person who knows her, and through whom the letter goes where it may not go directly. */
  to: { name: string; kind: string; through: string | null }
  about: readonly Fact[]
  /** What is asked for, each in the words of the unit's own list. */
  items: readonly {
    title: string
    asks: string
    essential: string | null
    staleAfterDays: number | null
  }[]
  replyBy: Instant
  from: string
}

/**
 * What one of those who know her is asked for before she is offered a bed. It says of mother and baby no more
 * than who they are: no diagnosis, no reason, no legal status (Child Z, Findings Two and Five a).
 */
export const requestLetter = ({
  head,
  date,
  to,
  about,
  items,
  replyBy,
  from,
}: RequestLetter): PrintDocument =>
  letter({
    title: 'Request for information before an admission',
    date,
    head,
    to: to.through === null ? [to.name, to.kind] : [to.through, `for ${to.name}`],
    about,
    from,
    blocks: [
      {
        kind: 'paragraph',
        text: 'A mother and baby who may be known to you have been referred to this mother and baby unit. We decide on what is known. We therefore ask you for what is listed below.',
      },
      {
        kind: 'box',
        tone: 'plain',
        title: `Please answer by ${formatDateTime(replyBy)}`,
        text: head.telephone
          ? `By telephone on ${head.telephone}, or in writing to the unit. We will ring you if we have not heard.`
          : 'By telephone or in writing to the unit. We will ring you if we have not heard.',
      },
      {
        kind: 'table',
        caption: 'What we ask for',
        columns: [
          { label: 'Item', share: 1 },
          { label: 'Please tell us', share: 2 },
        ],
        rows: items.map((item) => [
          { text: item.title, strong: true, ...ageNote(item.staleAfterDays) },
          {
            text: item.asks,
            ...(item.essential ? { note: `Above all: ${item.essential}` } : {}),
          },
        ]),
        empty: 'Nothing is left to ask.',
      },
      {
        kind: 'list',
        items: [
          'Say for each item which day it describes, and how you know it: seen or measured by you, read in a document, told by somebody (whom), or your opinion.',
          'If you do not know, say so: “not known” is an answer, and it is different from “no”.',
          'Tell us who else knows her: other trusts, areas and authorities.',
          'Send copies of reports, plans and orders where you hold them.',
        ],
      },
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Answer the unit alone. Do not send or copy this letter to the mother’s home or to anybody of the family. If sharing something needs a decision of yours, tell us who decides and when.',
      },
    ],
  })

const ageNote = (days: number | null) =>
  days === null ? {} : { note: `Not older than ${days} ${days === 1 ? 'day' : 'days'}` }
