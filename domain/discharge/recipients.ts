import type { Relation } from '../people/record.ts'
import { meansSameName } from '../people/same-name.ts'
import type { SendingRoute } from '../relationship/sharing.ts'

/** Whom the summary may go to, and who must not be told (decision 30: no override). Truth table: docs/states/discharge.md. */

export interface Recipient {
  id: string
  kind: 'mother' | 'family' | 'professional'
  name: string
  /** What they are to mother or baby, or their role. */
  what: string
  /** Of the family alone. */
  relations: readonly Relation[]
  route: SendingRoute
}

/** The mother, or somebody whom nobody has recorded, instead of an id. */
export const toMother = 'mother'
export const toSomebodyElse = 'somebody-else'

/** As a list and the copy that is kept name them. */
export const recipientText = ({ kind, name, what, route }: Recipient): string =>
  [
    kind === 'mother' ? 'The mother' : `${name}, ${what}`,
    ...(route.may && route.through !== '' ? [`only through ${route.through}`] : []),
  ].join(', ')

/** How somebody may be called who is not named. */
const relationWords: Partial<Record<Relation, RegExp>> = {
  father: /\b(step)?(father|dad|daddy)\b/i,
  'father-of-expected': /\b(father|dad|daddy)\b/i,
  'partner-of-mother':
    /\b(ex-?partner|boyfriend|girlfriend|husband|wife)\b|\b(her|the|mother['’]s) (ex|partner)\b/i,
  grandparent:
    /\b(her|his) (mother|mum|mam|parents)\b|\b(grand(mother|father|parents?|ma|pa|dad)|gran|nan|nana|granny)\b/i,
  sibling: /\b(her|his|the baby['’]s) (brother|sister)\b/i,
  'other-relative': /\b(uncle|aunt|auntie|cousin)\b/i,
  friend: /\b(her|his|the mother['’]s) friend\b/i,
}

/** Whether somebody of the family is meant by what they are, without a name. */
export const meansFamily = (written: string): boolean =>
  Object.values(relationWords).some((words) => words.test(written))

// "Mr Kowalski, by post": each part is a name by itself.
const partsOf = (written: string) => [
  written,
  ...written.split(/[,;:/&()]|\b(?:and|or|by|via|through|to|at|for|with)\b/i),
]

/** Whom a text means of these, by name or by what they are to the family. */
export const meantBy = (written: string, people: readonly Recipient[]): Recipient[] =>
  people.filter(
    ({ kind, name, relations }) =>
      kind !== 'mother' &&
      (partsOf(written).some((part) => meansSameName(part, name)) ||
        relations.some((one) => relationWords[one]?.test(written))),
  )

/** The first who is meant by a text and must not be told, with why; undefined where nobody is. */
export function notToBeTold(written: string, people: readonly Recipient[]) {
  for (const one of meantBy(written, people))
    if (!one.route.may) return { name: one.name, because: one.route.because }
  return undefined
}
