import type { act, InputOf } from '../../api.ts'

type TakeInput = InputOf<typeof act.admission.take.mutate>
type NewPerson = Extract<TakeInput['mother'], { person: unknown }>['person']

/** The referral as the form holds it: one list of children, each born or not. */
export type TakeTyped = Omit<TakeInput, 'mother' | 'babies' | 'unborn'> & {
  mother: { id?: string; person?: NewPerson }
  children?: { born: 'yes' | 'no'; person?: NewPerson; expectedOn?: string }[]
}

/** What is sent. Who is new is said by the form: the person does not choose it. */
export function takeInput({ mother, children = [], sources, ...rest }: TakeTyped): TakeInput {
  const all = children.filter(Boolean)
  return {
    ...rest,
    mother: mother.person
      ? { person: { ...mother.person, kind: 'mother' } }
      : { id: mother.id ?? '' },
    babies: all.flatMap(({ born, person }) =>
      born === 'yes' && person ? [{ baby: { person: { ...person, kind: 'baby' } } }] : [],
    ),
    unborn: all.flatMap(({ born, expectedOn }) =>
      born === 'no' ? [{ expectedOn: expectedOn ?? null }] : [],
    ),
    sources: (sources ?? []).filter(Boolean),
  }
}
