import { whenText } from '#domain/chronology/gaps.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { type ChronologyView, type Clash, draftOf, type HistoryOf } from './view.ts'

type Input = InputOf<typeof act.chronology.clash.mutate>
type Opened = Extract<Input, { state: 'open' }>
type Settled = Extract<Input, { state: 'settled' }>

interface ClashFormProps {
  view: ChronologyView
  of: HistoryOf
  onDone: () => void
}

/** That two accounts differ, where the rules cannot know it. */
export function RaiseClashForm({ view, of, onDone }: ClashFormProps) {
  const record = useCommand(act.chronology.clash.mutate)
  const choices = view.lines
    .filter(({ from }) => from === 'entry' || from === 'health-contact')
    .map((line) => ({ value: line.recordId, label: `${whenText(line)}: ${short(line.what)}` }))
  return (
    <Form<Omit<Opened, 'state' | 'stayId' | 'referralId'>>
      act="Record that they differ"
      draft={`clash:${draftOf(of)}`}
      save={(input) => record({ ...input, state: 'open', ...of })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Two accounts that differ">
        <SelectField
          name="firstId"
          label="One account"
          required="Choose an entry"
          choices={choices}
        />
        <SelectField
          name="secondId"
          label="The other account"
          required="Choose another entry"
          choices={choices}
        />
        <TextField name="what" label="In what they differ" required="Enter in what they differ" />
      </FormPart>
    </Form>
  )
}

/** Which account holds, and how that is known. Both stay readable. */
export function SettleForm({ clash, of, onDone }: Omit<ClashFormProps, 'view'> & { clash: Clash }) {
  const record = useCommand(act.chronology.clash.mutate)
  const today = dateOf(useServiceNow()())
  const { firstId, secondId, text } = clash
  return (
    <Form<Pick<Settled, 'settlement' | 'basis'>>
      act="Settle it"
      draft={`settle:${firstId}:${secondId}`}
      save={(input) =>
        record({ ...input, state: 'settled', ...of, firstId, secondId, what: text.slice(0, 500) })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Which account holds">
        <TextField
          name="settlement"
          label="Which of them holds, or why both may"
          hint="Neither account is changed."
          required="Enter which of them holds"
        />
        <BasisField name="basis" of="that" today={today} />
      </FormPart>
    </Form>
  )
}

const short = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text)
