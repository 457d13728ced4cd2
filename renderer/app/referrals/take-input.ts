import type { Reply } from '#domain/shared/failure.ts'
import type { act, InputOf } from '../../api.ts'

type TakeInput = InputOf<typeof act.admission.take.mutate>
type NewPerson = Extract<TakeInput['mother'], { person: unknown }>['person']
type GivenBaby = TakeInput['babies'][number]

/** A child as the form holds it: born and new, not yet born, or by the id of the record. Not asked of a birth. */
export interface ChildTyped {
  born?: string
  person?: NewPerson
  expectedOn?: string
  anotherChild?: boolean
}

/** The referral as the form holds it: one list of children. */
export type TakeTyped = Omit<TakeInput, 'mother' | 'babies' | 'unborn'> & {
  mother: { id?: string; person?: NewPerson }
  children?: ChildTyped[]
}

/** The baby that was typed or taken from the record; undefined for one who is not born. */
export function babyOf({ born = 'yes', person, anotherChild }: ChildTyped): GivenBaby | undefined {
  if (born === 'no') return undefined
  if (born !== 'yes') return { baby: { id: born } }
  return person && { baby: { person: { ...person, kind: 'baby' } }, anotherChild }
}

/** What is sent. Who is new is said by the form: the person does not choose it. */
export function takeInput({ mother, children = [], sources, ...rest }: TakeTyped): TakeInput {
  const all = children.filter(Boolean)
  return {
    ...rest,
    mother: mother.person
      ? { person: { ...mother.person, kind: 'mother' } }
      : { id: mother.id ?? '' },
    babies: all.flatMap((child) => babyOf(child) ?? []),
    unborn: all.flatMap(({ born, expectedOn }) =>
      born === 'no' ? [{ expectedOn: expectedOn ?? null }] : [],
    ),
    sources: (sources ?? []).filter(Boolean),
  }
}

/** A refusal with its messages at the fields of this form, which has one list of children where the act has two. */
export function atChildren<T>(reply: Reply<T>, children: readonly ChildTyped[] = []): Reply<T> {
  const places = children.map((child, place) => ({ child, place })).filter(({ child }) => child)
  const born = places.filter(({ child }) => babyOf(child) !== undefined)
  const unborn = places.filter(({ child }) => child.born === 'no')
  return atFields(reply, (field) => {
    const [, list, index, rest = ''] = /^(babies|unborn)\.(\d+)\.(.+)$/.exec(field) ?? []
    const found = list && (list === 'babies' ? born : unborn)[Number(index)]
    return found ? `children.${found.place}.${ofChild(rest)}` : field
  })
}

/** The same for an act on one child. */
export const atChild = <T>(reply: Reply<T>): Reply<T> =>
  atFields(reply, (field) =>
    /^(baby\.|anotherChild$|expectedOn$)/.test(field) ? `children.0.${ofChild(field)}` : field,
  )

const ofChild = (field: string): string =>
  field === 'baby.id' ? 'born' : field.replace(/^baby\.person\./, 'person.')

function atFields<T>(reply: Reply<T>, place: (field: string) => string): Reply<T> {
  if (reply.ok) return reply
  const { fields, ...failure } = reply.failure
  if (!fields) return reply
  return {
    ok: false,
    failure: {
      ...failure,
      fields: fields.map(({ field, message }) => ({ field: place(field), message })),
    },
  }
}
