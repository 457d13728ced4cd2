import { answerLabels } from '#domain/shared/answer.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { type Basis, carries, carryingBases } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { basisTyped } from './basis-typed.ts'
import type { ItemFormProps } from './item-forms.tsx'
import { useSeen } from './use-seen.ts'
import type { ItemView, SourceView } from './view.ts'

type ReceiveInput = InputOf<typeof act.admission.receive.mutate>

interface ReceiveFormProps extends ItemFormProps {
  /** Who knows her: one of them may be the one who answers. */
  sources: readonly SourceView[]
  lastBasis: Basis | undefined
}

/** What came of asking, with the day that it describes. */
export function ReceiveForm({ referralId, item, sources, lastBasis, onDone }: ReceiveFormProps) {
  const asked = sources.filter((source) =>
    source.items.some((one) => one.itemId === item.id && one.outcome === 'open'),
  )
  const receive = useCommand(act.admission.receive.mutate)
  const { seen, after } = useSeen(item.row?.version ?? 0)
  return (
    <Form<ReceiveInput>
      act="Record what came of it"
      draft={`item:${referralId}:${item.id}`}
      initial={{
        ...(lastBasis && carries(lastBasis.kind) ? { basis: basisTyped(lastBasis) } : {}),
        ...(asked.length === 1 ? { sourceId: asked[0]?.recordId } : {}),
      }}
      save={async (typed) => {
        const reply = await receive({
          ...typed,
          referralId,
          itemId: item.id,
          describedOn: typed.describedOn ?? null,
          essentialPart: typed.essentialPart ?? null,
          sourceId: typed.sourceId || null,
          seenVersion: seen,
        })
        if (reply.ok) onDone(typed.basis as Basis)
        return after(reply)
      }}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      {sources.length > 0 && (
        <SelectField
          name="sourceId"
          label="Who answered?"
          prompt="Somebody else"
          choices={sources.map(({ recordId, name }) => ({ value: recordId, label: name }))}
        />
      )}
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
            today
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
      <BasisField
        name="basis"
        of="this"
        today={today}
        kinds={outcome === 'not-known' ? ['not-established'] : carryingBases}
      />
    </>
  )
}
