import type { Failure } from '#domain/shared/failure.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { KeptFromFields } from './kept-from-fields.tsx'
import type { RestrictedEntry, RestrictedPerson } from './view.ts'

type Saved = Promise<{ ok: true; value: unknown } | { ok: false; failure: Failure }>

interface EntryFormProps<Input> {
  people: readonly RestrictedPerson[]
  today: string
  /** The entry that is put right; absent for a new one. */
  entry?: RestrictedEntry
  save: (typed: Input) => Saved
  onDone: () => void
}

/** A restricted entry: what, how it is known, and from whom it is kept. */
export function EntryForm<Input>({ people, today, entry, save, onDone }: EntryFormProps<Input>) {
  return (
    <Form<Input>
      act={entry ? 'Save the correction' : 'Save the restricted entry'}
      {...(entry
        ? {
            initial: {
              keptFrom: entry.keptFrom,
              because: entry.because,
              happenedAt: textOfInstant(entry.happenedAt),
              what: entry.what,
            },
          }
        : { draft: `restricted:${people[0]?.id ?? ''}` })}
      save={(typed) => save(typed)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {!entry && (
        <RadiosField
          name="personId"
          legend="About whom"
          required="Choose whom it is about"
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <KeptFromFields />
      <InstantField name="happenedAt" legend="When it happened" required="Enter when it happened" />
      <NoteField name="what" label="What was seen, heard or feared" required="Enter what it was" />
      <BasisField name="basis" of="it" today={today} />
      {entry && <TextField name="reason" label="Why it is changed" required="Enter why" />}
    </Form>
  )
}
