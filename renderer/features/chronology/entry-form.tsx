import { entryKindLabels } from '#domain/chronology/entry.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { roughTyped } from '#domain/shared/rough-date.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { SourceField } from './source-field.tsx'
import { type ChronologyView, draftOf, type HistoryOf } from './view.ts'

type Input = InputOf<typeof act.chronology.add.mutate>
interface Typed extends Omit<Input, 'stayId' | 'referralId' | 'personId'> {
  about: string
  reason?: string
}
export type Entry = ChronologyView['entries'][number]

interface EntryFormProps {
  view: ChronologyView
  of: HistoryOf
  /** The entry that is corrected; without it, a new one is made. */
  correcting?: Entry
  onDone: () => void
}

const family = 'family'

/** An event of the history, as one source tells it. */
export function EntryForm({ view, of, correcting, onDone }: EntryFormProps) {
  const add = useCommand(act.chronology.add.mutate)
  const change = useCommand(act.chronology.change.mutate)
  const today = dateOf(useServiceNow()())
  const save = ({ about, reason, ...typed }: Typed) => {
    const fact: Input = { ...typed, ...of, personId: about === family ? null : about }
    return correcting
      ? change({ id: correcting.recordId, version: correcting.version, reason: reason ?? '', fact })
      : add(fact)
  }
  return (
    <Form<Typed>
      act={correcting ? 'Save the correction' : 'Put it into the chronology'}
      draft={
        correcting
          ? `chronology:${correcting.recordId}:${correcting.version}`
          : `chronology:${draftOf(of)}`
      }
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      {...(correcting ? { initial: initialOf(correcting) } : {})}
    >
      <FormPart title="What happened">
        <FormRow>
          <TextField
            name="happened"
            label="When it happened"
            hint="A day, a month or a year: 12/3/2025, 3/2025 or 2025. Empty if nobody knows."
          />
          <TextField name="ended" label="Until (if it went on)" hint="The same way" />
        </FormRow>
        <RadiosField
          name="about"
          legend="About whom?"
          required="Choose about whom"
          choices={[
            ...view.people.map(({ id, name }) => ({ value: id, label: name })),
            { value: family, label: 'The family' },
          ]}
        />
        <SelectField
          name="kind"
          label="What kind of event"
          required="Choose what kind of event it is"
          choices={choicesOf(entryKindLabels)}
        />
        <NoteField
          name="what"
          label="What happened, as the source tells it"
          rows={3}
          required="Enter what happened"
        />
      </FormPart>
      <FormPart title="How it is known">
        <SourceField documents={view.documents} />
        <Place />
        <BasisField name="basis" of="this" today={today} />
      </FormPart>
      {correcting && (
        <FormPart title="Why it is corrected">
          <TextField
            name="reason"
            label="What was wrong"
            hint="The old entry stays readable."
            required="Enter what was wrong"
          />
        </FormPart>
      )}
    </Form>
  )
}

function Place() {
  const receivedId = useTyped<string>('receivedId')
  return receivedId ? <TextField name="place" label="Where in it (page or paragraph)" /> : null
}

const initialOf = (entry: Entry) => ({
  about: entry.personId ?? family,
  kind: entry.kind,
  happened: roughTyped(entry.happened),
  ended: entry.endedOn === null ? '' : roughTyped({ on: entry.endedOn, precision: 'day' }),
  what: entry.what,
  receivedId: entry.receivedId ?? '',
  place: entry.place ?? '',
  basis: {
    kind: entry.basis.kind,
    by: entry.basis.by ?? '',
    on: entry.basis.on?.slice(0, 10) ?? '',
    document: entry.basis.document ?? '',
  },
})
