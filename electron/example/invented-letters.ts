import { formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'

/** What invented documents say, and what their readers make of it. */

export const summaries = [
  'Two earlier admissions in crisis; both times she stopped her medicines in the weeks after a birth',
  'Known to the health visitor as warm with the baby; appointments missed since September',
  'An older child lives with the grandmother under a special guardianship order since 2021',
  'Police called twice to the home in spring; the partner has left, his whereabouts are not known',
  'Weight of the baby follows the line; feeding was slow in the first week',
  'Four addresses in two years; records of the first two have not been found',
] as const

export const significances = [
  'Not to be alone with the baby at night while she sleeps so little',
  'Ask at each review whether the partner has been in touch',
  'Missed medicines came before both crises: watch, and tell the team the same day',
  'Nothing that changes supervision now; read again before leave',
  'Earlier moves: tell the next authority before she goes home',
  'Feeds need somebody near; weigh twice a week',
] as const

interface Letter {
  title: string
  author: string
  writtenOn: CivilDate
  summary: string
}

/** The file of an invented letter: plain text, as a fax machine's software would leave it. */
export const letterFor = ({ title, author, writtenOn, summary }: Letter): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      [
        title.toUpperCase(),
        '',
        `Written ${formatDate(writtenOn)} by ${author}. Every name in it is invented.`,
        '',
        `${summary}.`,
        '',
        'What we ask of you: read it before you decide on her supervision, and ring us where anything in it is not what you see.',
        '',
        author,
        '',
      ].join('\n'),
      'utf8',
    ),
  )
