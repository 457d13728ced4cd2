import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'

interface Journey {
  leftAt: Instant
  destination: string
  arrivedAt: Instant | null
  handedOverTo: string | null
  handedOverAt: Instant | null
  motherCannotGo: boolean
  returnedAt: Instant | null
}

type Typed = Partial<Omit<Journey, 'handedOverTo'>> &
  Pick<Journey, 'leftAt' | 'destination' | 'motherCannotGo'> & {
    handedOverTo?: string
    reason: string
  }

interface CorrectJourneyFormProps {
  draft: string
  journey: Journey
  save: (
    typed: Omit<Journey, 'handedOverTo'> & { handedOverTo?: string; reason: string },
  ) => Promise<Reply<unknown>>
  onDone: () => void
}

/** A journey as it was, where it was written down wrongly: all of its times at once. */
export function CorrectJourneyForm({ draft, journey, save, onDone }: CorrectJourneyFormProps) {
  return (
    <Form<Typed>
      act="Put the journey right"
      draft={draft}
      initial={typedOf(journey)}
      save={({ arrivedAt = null, handedOverAt = null, returnedAt = null, ...typed }) =>
        save({ ...typed, arrivedAt, handedOverAt, returnedAt })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="The journey of the baby, put right">
        <InstantField name="leftAt" legend="Left at" required="Enter when the baby left" />
        <TextField name="destination" label="For where?" required="Enter where the baby went" />
        <YesNoField
          name="motherCannotGo"
          legend="Does the mother stay behind, so that she cannot be with the baby?"
          required="Say whether the mother stays behind"
        />
        <InstantField name="arrivedAt" legend="Arrived at (optional)" />
        <TextField name="handedOverTo" label="Handed over to (name and role)" />
        <InstantField name="handedOverAt" legend="Handed over at (optional)" />
        <InstantField name="returnedAt" legend="Back at (optional)" />
        <TextField name="reason" label="What was wrong?" required="Enter what was wrong" />
      </FormPart>
    </Form>
  )
}

function typedOf(journey: Journey) {
  const { leftAt, destination, arrivedAt, handedOverAt, returnedAt, ...rest } = journey
  return {
    leftAt: textOfInstant(leftAt),
    destination,
    motherCannotGo: rest.motherCannotGo ? 'yes' : 'no',
    handedOverTo: rest.handedOverTo ?? '',
    ...(arrivedAt ? { arrivedAt: textOfInstant(arrivedAt) } : {}),
    ...(handedOverAt ? { handedOverAt: textOfInstant(handedOverAt) } : {}),
    ...(returnedAt ? { returnedAt: textOfInstant(returnedAt) } : {}),
  }
}
