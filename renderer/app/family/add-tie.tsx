import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Reply } from '#domain/shared/failure.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { fullName } from '../people/full-name.ts'
import { SomeoneFields } from '../people/someone-fields.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { FamilyView } from './family-view.ts'
import { TieFields } from './tie-fields.tsx'
import { useGoBack } from './use-go-back.ts'

type PersonInput = InputOf<typeof act.people.add.mutate>
type TieInput = InputOf<typeof act.people.addTie.mutate>
type Typed = Omit<TieInput, 'personId'> & {
  who: { id?: string; person?: Omit<PersonInput, 'kind' | 'basis'> }
}

/** Somebody in their lives: who they are, what they are to whom, on what basis. */
export function AddTie() {
  const { motherId } = useParams({ from: '/families/$motherId/tie' })
  return (
    <FamilyFormPage motherId={motherId} title="Add a person">
      {(family) => <TieForm family={family} />}
    </FamilyFormPage>
  )
}

function TieForm({ family }: { family: FamilyView }) {
  const addPerson = useCommand(act.people.add.mutate)
  const addTie = useCommand(act.people.addTie.mutate)
  const back = useGoBack(family.mother.id)
  const toPeople = [...family.babies, family.mother]
  // A person who was recorded stays recorded when the tie is refused: the next try uses the same one.
  const made = useRef<{ typed: string; id: string }>(undefined)

  // The basis of the tie is that of the person too: it is asked once.
  async function personId(
    { id, person }: Typed['who'],
    basis: TieInput['basis'],
  ): Promise<Reply<string>> {
    if (id) return { ok: true, value: id }
    const typed = JSON.stringify({ person, basis })
    if (made.current?.typed === typed) return { ok: true, value: made.current.id }
    const reply = await addPerson({ ...person, basis, kind: 'other' } as PersonInput)
    if (!reply.ok) return under('who.person', reply)
    made.current = { typed, id: reply.value.id }
    return { ok: true, value: reply.value.id }
  }

  return (
    <Form<Typed>
      act="Add the person"
      draft={`tie:${family.mother.id}`}
      save={async ({ who, ...tie }) => {
        const person = await personId(who, tie.basis)
        return person.ok ? addTie({ ...tie, personId: person.value }) : person
      }}
      onSaved={back}
      cancel={{ label: 'Go back', onClick: back }}
    >
      <FormPart title="Who">
        <SomeoneFields
          name="who"
          kind="other"
          or="mother"
          question="Is there a record of this person already?"
          word="who.person.anotherPerson"
        />
      </FormPart>
      <FormPart title="What they are">
        <RadiosField
          name="toPersonId"
          legend="To whom?"
          required="Choose to whom"
          choices={toPeople.map((person) => ({ value: person.id, label: fullName(person) }))}
        />
        <TieFields prefix="" />
      </FormPart>
    </Form>
  )
}

/** A refusal with its fields below a path. */
function under<T>(prefix: string, reply: Reply<T> & { ok: false }): Reply<never> {
  const { fields, ...failure } = reply.failure
  return {
    ok: false,
    failure: {
      ...failure,
      fields: (fields ?? []).map(({ field, message }) => ({
        field: `${prefix}.${field}`,
        message,
      })),
    },
  }
}
