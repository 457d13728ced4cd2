import { askerLabels, carerLabels } from '#domain/leave/record.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import type { Leave, LeaveView } from './view.ts'

type Asked = Omit<InputOf<typeof act.leave.ask.mutate>, 'stayId'>
type Typed = Omit<Asked, 'babies'> & { babies?: string[] }
interface Of {
  view: LeaveView
  onDone: () => void
}

/** Leave is asked for: where, with whom, from when to when, and what for. */
export function AskLeaveForm({ view, stayId, onDone }: Of & { stayId: string }) {
  const ask = useCommand(act.leave.ask.mutate)
  return (
    <LeaveForm
      view={view}
      act="Ask for this leave"
      draft={`leave:${stayId}`}
      save={(asked) => ask({ ...asked, stayId })}
      onDone={onDone}
    />
  )
}

/** A change of leave that nobody has gone on: it is decided again. */
export function ChangeLeaveForm({ view, leave, onDone }: Of & { leave: Leave }) {
  const change = useCommand(act.leave.change.mutate)
  const { recordId: id, version } = leave
  return (
    <LeaveForm
      view={view}
      leave={leave}
      act="Change this leave"
      draft={`leave-change:${id}:${version}`}
      save={(asked) =>
        change({ ...asked, id, version, reason: (asked as { reason?: string }).reason ?? '' })
      }
      onDone={onDone}
    />
  )
}

interface LeaveFormProps extends Of {
  leave?: Leave
  act: string
  draft: string
  save: (asked: Asked) => Promise<Reply<unknown>>
}

function LeaveForm({ view, leave, act: words, draft, save, onDone }: LeaveFormProps) {
  return (
    <Form<Typed>
      act={words}
      draft={draft}
      {...(leave ? { initial: typedOf(leave) } : {})}
      save={(typed) => save({ ...typed, babies: typed.babies ?? [] })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Who, and where to">
        <YesNoField
          name="mother"
          legend="Does the mother go?"
          hint="No: a baby goes with somebody else, such as the father, the social worker or staff."
          required="Say whether the mother goes"
        />
        <WhoGoes view={view} />
        <SelectField
          name="place"
          label="Where they go"
          required="Choose where they go"
          choices={view.places.map(({ place, name }) => ({ value: place, label: name }))}
        />
        <TextField
          name="address"
          label="Address"
          hint="Needed for a visit home, overnight leave, and a new address."
        />
        <YesNoField
          name="newAddress"
          legend="Is this an address that the agencies do not know yet?"
          required="Say whether the address is new"
        />
        <TextField
          name="telephone"
          label="Telephone on which they can be reached"
          required="Enter a telephone number"
          inputMode="tel"
          width={20}
        />
      </FormPart>
      <FormPart title="When, and what for">
        <InstantField
          name="plannedOutAt"
          legend="They leave at"
          required="Enter when they leave"
          future
        />
        <InstantField
          name="plannedBackAt"
          legend="They are back by"
          hint={`Not back by then is late. The steps for who is missing begin ${view.limits.withBaby} of it with a baby, ${view.limits.withoutBaby} of it for a mother alone.`}
          required="Enter by when they are back"
          future
        />
        <TextField name="purpose" label="What for" required="Enter what the leave is for" />
        <RadiosField
          name="askedBy"
          legend="Who asked for it?"
          required="Say who asked for it"
          choices={choicesOf(askerLabels)}
          inline
        />
        {leave && (
          <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
        )}
      </FormPart>
    </Form>
  )
}

/** Of whom the leave is: a baby without the mother goes with somebody by name. */
function WhoGoes({ view }: { view: LeaveView }) {
  const withoutHer = useTyped<string>('mother') === 'no'
  return (
    <>
      <CheckboxesField
        name="babies"
        legend={withoutHer ? 'Which baby goes?' : 'Which baby goes with her?'}
        {...(withoutHer
          ? { required: 'Choose the baby who goes' }
          : { hint: 'Tick none where the mother goes alone.' })}
        choices={view.babies.map(({ pairId, name }) => ({ value: pairId, label: name }))}
      />
      {withoutHer && (
        <RadiosField
          name="carer"
          legend="Who has the baby?"
          required="Say who has the baby"
          choices={choicesOf(carerLabels)}
        />
      )}
      <TextField
        name="withWhom"
        label={withoutHer ? 'The name of who has the baby' : 'With whom, besides staff'}
        {...(withoutHer ? { required: 'Enter the name of who has the baby' } : {})}
      />
    </>
  )
}

const typedOf = (leave: Leave) => ({
  mother: leave.mother ? 'yes' : 'no',
  ...(leave.carer ? { carer: leave.carer } : {}),
  babies: leave.babies,
  place: leave.place,
  address: leave.address,
  newAddress: leave.newAddress ? 'yes' : 'no',
  withWhom: leave.withWhom,
  telephone: leave.telephone,
  purpose: leave.purpose,
  askedBy: leave.askedBy,
  plannedOutAt: textOfInstant(leave.plannedOutAt),
  plannedBackAt: textOfInstant(leave.plannedBackAt),
})
