import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'

export interface LeaveTyped {
  leftAt: Instant
  destination: string
  motherCannotGo: boolean
}

interface LeaveFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  /** Nobody has decided yet who goes with the baby. */
  escortOpen: boolean
  save: (departure: LeaveTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** The baby leaves the unit. */
export function LeaveForm({ draft, escortOpen, save, onDone }: LeaveFormProps) {
  const now = useServiceNow()
  return (
    <Form<LeaveTyped>
      act="Record that the baby has left"
      {...given({ draft })}
      initial={{ leftAt: textOfInstant(now()) }}
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="The baby leaves">
        {escortOpen && (
          <p>
            <strong>Nobody has decided yet who goes with the baby.</strong> Never wait with 999 for
            it; decide as the baby leaves.
          </p>
        )}
        <InstantField name="leftAt" legend="Left at" required="Enter when the baby left" />
        <TextField name="destination" label="For where?" required="Enter where the baby went" />
        <YesNoField
          name="motherCannotGo"
          legend="Does the mother stay behind, so that she cannot be with the baby?"
          required="Say whether the mother stays behind"
        />
      </FormPart>
    </Form>
  )
}

export interface ArrivalTyped {
  arrivedAt: Instant
  handedOverTo?: string
  handedOverAt: Instant | null
}

interface ArrivalFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  leftAt: Instant
  save: (arrival: ArrivalTyped) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Arrival at the hospital, and who took over. */
export function ArrivalForm({ draft, leftAt, save, onDone }: ArrivalFormProps) {
  return (
    <Form<ArrivalTyped>
      act="Record the arrival"
      {...given({ draft })}
      save={(typed) => save({ ...typed, handedOverAt: typed.handedOverAt ?? null })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Arrived">
        <InstantField
          name="arrivedAt"
          legend="Arrived at"
          required="Enter when they arrived"
          earliest={leftAt}
        />
        <TextField name="handedOverTo" label="Handed over to (name and role)" />
        <InstantField name="handedOverAt" legend="Handed over at" earliest={leftAt} />
      </FormPart>
    </Form>
  )
}

interface ReturnFormProps {
  leftAt: Instant
  save: (back: { returnedAt: Instant }) => Promise<Reply<unknown>>
  onDone: () => void
}

/** The baby is back on the unit. Only an outcome ends the episode. */
export function ReturnForm({ leftAt, save, onDone }: ReturnFormProps) {
  return (
    <Form<{ returnedAt: Instant }>
      act="Record that the baby is back"
      save={save}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Back on the unit">
        <InstantField
          name="returnedAt"
          legend="Back at"
          required="Enter when the baby was back"
          earliest={leftAt}
        />
      </FormPart>
    </Form>
  )
}
