import {
  type CareKind,
  type CareSource,
  careKindLabels,
  careSourceLabels,
  wayRule,
  waysOf,
} from '#domain/baby-care/kinds.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { AmountField } from './amount-field.tsx'
import { type EntryTyped, entryOf } from './entry-typed.ts'
import type { EntryInput, EntryView } from './view.ts'

interface EntryFormProps {
  kind: CareKind
  source: CareSource
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  /** The last weight before this, in grams. */
  lastWeight: number | null
  /** The entry that is put right; without it this is a new one. */
  correcting?: EntryView
  save: (entry: EntryInput, reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

/** One entry in full: how it was, how much, when, who saw it, and a note. */
export function EntryForm(props: EntryFormProps) {
  const { kind, source, draft, lastWeight, correcting, save, onDone } = props
  const now = useServiceNow()
  const ways = waysOf(kind)
  const only = ways.length === 1 ? ways[0]?.[0] : undefined
  const label = careKindLabels[kind]
  return (
    <Form<EntryTyped>
      act={correcting ? 'Save the correction' : `Write down: ${label.toLowerCase()}`}
      {...given({ draft })}
      initial={
        correcting
          ? {
              way: correcting.way,
              happenedAt: textOfInstant(correcting.happenedAt),
              source: correcting.source,
              amount: correcting.amount === null ? '' : String(correcting.amount),
              medicine: correcting.medicine ?? '',
              dose: correcting.dose ?? '',
              note: correcting.note,
            }
          : { source, happenedAt: textOfInstant(now()) }
      }
      save={(typed) => save(entryOf(kind, only, typed), typed.reason ?? '')}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={correcting ? `${label}: put it right` : label}>
        {only === undefined && (
          <RadiosField
            name="way"
            legend="How was it?"
            required="Choose how it was"
            choices={ways.map(([value, rule]) => ({ value, label: rule.label }))}
          />
        )}
        <OfTheWay kind={kind} only={only} lastWeight={lastWeight} />
        {kind === 'medicine' && (
          <>
            <TextField name="medicine" label="Medicine" required="Enter the medicine" />
            <TextField name="dose" label="Dose given" required="Enter the dose that was given" />
          </>
        )}
        <InstantField
          name="happenedAt"
          legend={kind === 'sleep' ? 'Woke at' : 'When was it?'}
          required="Enter when it was"
        />
        <RadiosField
          name="source"
          legend="How is it known?"
          inline
          required="Say whether staff saw it or the mother told it"
          choices={choicesOf(careSourceLabels)}
        />
        <NoteField name="note" label="Note (if any)" rows={2} />
        {correcting && (
          <TextField name="reason" label="Why is it put right?" required="Enter why" />
        )}
      </FormPart>
    </Form>
  )
}

function OfTheWay({
  kind,
  only,
  lastWeight,
}: Pick<EntryFormProps, 'kind' | 'lastWeight'> & { only: string | undefined }) {
  const chosen = useTyped<string>('way')
  const way = only ?? chosen ?? ''
  return wayRule(kind, way)?.amount ? (
    <AmountField key={way} kind={kind} way={way} lastWeight={lastWeight} />
  ) : null
}
