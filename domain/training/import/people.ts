import { formatDate } from '../../shared/calendar.ts'
import { folded } from '../../shared/folded-text.ts'
import type { CivilDate } from '../../shared/time.ts'
import type { EarlierPost } from '../../users/posts.ts'
import { type Choice, leaveOut, type NamedRow, nameIn } from './plan.ts'
import type { Questions } from './questions.ts'

/** A member of staff, as far as finding them by name asks. */
export interface KnownPerson {
  staffId: string
  name: string
  /** In words, to tell two of one name apart. */
  profession: string
  registration: string | null
  startedOn: CivilDate
  leftOn: CivilDate | null
  /** Their posts before that of the register: a day is judged by the post of that day. */
  earlier?: readonly EarlierPost[]
}

export type Found =
  | { person: KnownPerson; asked?: Asked }
  | { fault: string }
  | { asked: Asked; isLeftOut: boolean }

/** The question that was put, whether it is answered or not. */
interface Asked {
  key: string
  choices: readonly Choice[]
}

/** A registration number for comparing. */
export const plainRegistration = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/** One question for one name and number, however many rows have them. */
export const personKey = (name: string, registration: string): string =>
  `${folded(name)} ${plainRegistration(registration)}`.trim()

/** Somebody to choose, with what tells two of one name apart. */
export const choiceOf = ({
  staffId,
  name,
  profession,
  registration,
  startedOn,
}: KnownPerson): Choice => ({
  staffId,
  label: `${name}, ${profession.toLowerCase()}, ${registration ?? 'no number'}, since ${formatDate(startedOn)}`,
})

/**
 * Finds people in the register: by registration number where there is one, else by name. Two of one name are
 * asked about, never guessed.
 */
export function peopleFinder(
  register: readonly KnownPerson[],
  answers: Readonly<Record<string, string>>,
): (name: string, registration: string) => Found {
  const byName = Map.groupBy(register, ({ name }) => folded(name))
  const byNumber = Map.groupBy(
    register.filter(({ registration }) => registration !== null),
    ({ registration }) => plainRegistration(registration ?? ''),
  )
  const known = new Map<string, Found>()
  return (name, registration) => {
    const key = `${name}\n${registration}`
    const found = known.get(key) ?? find(name, registration)
    known.set(key, found)
    return found
  }

  function find(name: string, registration: string): Found {
    const number = plainRegistration(registration)
    const named = byName.get(folded(name)) ?? []
    if (number !== '') {
      const [holder] = byNumber.get(number) ?? []
      if (holder && !named.includes(holder))
        return {
          fault: `The registration number ${number} is ${holder.name}’s in the register of staff. Check name and number`,
        }
      if (holder) return { person: holder }
    }
    const possible = named.filter(
      (one) => number === '' || one.registration === null || one.registration === '',
    )
    const [only, ...others] = possible
    if (!only)
      return {
        fault:
          named.length > 0
            ? `${name} has another registration number in the register of staff. Check the number`
            : `Nobody in the register of staff is called ${name}. Correct the name, or add the person first`,
      }
    if (others.length === 0) return { person: only }
    const asked = { key: personKey(name, registration), choices: possible.map(choiceOf) }
    const answer = answers[asked.key]
    const person = possible.find(({ staffId }) => staffId === answer)
    return person ? { person, asked } : { asked, isLeftOut: answer === leaveOut }
  }
}

/** Whom a row is about. A fault of the name is added to the row's, a question to those of the import. */
export function personIn(
  row: NamedRow,
  find: ReturnType<typeof peopleFinder>,
  asked: Questions,
  faults: string[],
): Found {
  const name = nameIn(row)
  const found: Found =
    name === '' ? { fault: 'The name is empty' } : find(name, row.text('registration'))
  if ('fault' in found) faults.push(found.fault)
  if ('asked' in found && found.asked)
    asked.person(found.asked.key, name, row.row, found.asked.choices)
  return found
}
