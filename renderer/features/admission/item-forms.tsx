import { answerLabels } from '#domain/shared/answer.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { Basis } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { basisTyped } from './basis-typed.ts'
import type { ItemView } from './view.ts'

type AskInput = InputOf<typeof act.admission.ask.mutate>
type ChaseInput = InputOf<typeof act.admission.chase.mutate>
type ReceiveInput = InputOf<typeof act.admission.receive.mutate>

interface ItemFormProps {
  referralId: string
  item: ItemView
  onDone: (basis?: Basis) => void
}

/** Somebody is asked for an item; the clock of the chase starts. */
export function AskForm({ referralId, item, onDone }: ItemFormProps) {
  const ask = useCommand(act.admission.ask.mutate)
  return (
    <Form<AskInput>
      act="Record that they were asked"
      draft={`ask-item:${referralId}:${item.id}`}
      save={(typed) => ask({ ...typed, referralId, itemId: item.id })}
      onSaved={() => onDone()}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <TextField
        name="askedOf"
        label="Who was asked: name, role and service"
        hint={item.asks}
        required="Enter who was asked"
      />
      <InstantField name="askedAt" legend="When?" required="Enter when they were asked" />
    </Form>
  )
}

/** The same person, or somebody else there, is asked again. */
export function ChaseForm({ item, onDone }: Omit<ItemFormProps, 'referralId'>) {
  const chase = useCommand(act.admission.chase.mutate)
  return (
    <Form<ChaseInput>
      act="Record the chase"
      draft={`chase-item:${item.row?.recordId ?? item.id}`}
      save={(typed) => chase({ ...typed, informationItemId: item.row?.recordId ?? '' })}
      onSaved={() => onDone()}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <TextField name="chasedOf" label="Who was chased" required="Enter who was chased" />
      <InstantField name="chasedAt" legend="When?" required="Enter when they were chased" />
    </Form>
  )
}

/** What came of asking, with the day that it describes. */
export function ReceiveForm({
  referralId,
  item,
  lastBasis,
  onDone,
}: ItemFormProps & { lastBasis: Basis | undefined }) {
  const receive = useCommand(act.admission.receive.mutate)
  return (
    <Form<ReceiveInput>
      act="Record what came of it"
      draft={`item:${referralId}:${item.id}`}
      initial={lastBasis ? { basis: basisTyped(lastBasis) } : {}}
      save={async (typed) => {
        const reply = await receive({
          ...typed,
          referralId,
          itemId: item.id,
          describedOn: typed.describedOn ?? null,
          essentialPart: typed.essentialPart ?? null,
          seenVersion: item.row?.version ?? 0,
        })
        if (reply.ok) onDone(typed.basis as Basis)
        return reply
      }}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <ReceiveFields item={item} />
    </Form>
  )
}

const outcomes = [
  { value: 'received', label: 'Received' },
  { value: 'not-known', label: 'They do not know' },
  { value: 'not-applicable', label: 'Not applicable' },
] as const

function ReceiveFields({ item }: { item: ItemView }) {
  const today = dateOf(useServiceNow()())
  const outcome = useTyped<string>('outcome')
  return (
    <>
      <RadiosField
        name="outcome"
        legend="What came of asking?"
        hint={item.asks}
        required="Choose what came of asking"
        inline
        choices={outcomes.filter(
          ({ value }) => value !== 'not-applicable' || item.notApplicable !== 'never',
        )}
      />
      <InstantField name="receivedAt" legend="When?" required="Enter when it came" />
      {outcome === 'received' && (
        <>
          <DateField
            name="describedOn"
            legend="Which day does it describe?"
            {...(item.staleAfterDays === null
              ? {}
              : {
                  hint: `It goes out of date after ${item.staleAfterDays} days; without a day it counts as out of date.`,
                })}
            latest={today}
          />
          <NoteField
            name="summary"
            label="What was received"
            required="Enter what was received"
            rows={3}
          />
          {item.essentialPart && (
            <RadiosField
              name="essentialPart"
              legend={`Does it hold ${item.essentialPart}?`}
              required={`Say whether it holds ${item.essentialPart}`}
              inline
              choices={(['yes', 'no', 'not-known', 'not-applicable'] as const)
                .filter((one) => one !== 'not-applicable' || item.notApplicable !== 'never')
                .map((value) => ({ value, label: answerLabels[value] }))}
            />
          )}
        </>
      )}
      <BasisField name="basis" of="this" today={today} />
    </>
  )
}
