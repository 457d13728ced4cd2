import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type OutcomeKind, outcomeKinds, outcomeLabels } from '#domain/unwell-baby/record.ts'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'

type Kind = Exclude<OutcomeKind, 'entered-in-error'>

export interface OutcomeTyped {
  kind: Kind
  at: Instant
  plan: string
  reviewAt: Instant | null
}

interface OutcomeFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  signer: string
  /** The baby is away: an outcome says what came of it. */
  away: boolean
  save: (outcome: OutcomeTyped, beside: Beside) => Promise<Reply<unknown>>
  onDone: () => void
}

const hints: Partial<Record<Kind, string>> = {
  'reviewed-and-well': 'Seen and well. Nobody is worried any longer, and there is a plan.',
  'advice-followed': 'The advice was followed, and the next review has a time.',
  transferred: 'Another team has taken over the baby. Record first when the baby left.',
  admitted: 'Record first when the baby left.',
}

const kinds = outcomeKinds.filter((kind): kind is Kind => kind !== 'entered-in-error')

/** How the episode ends. Nothing else stops its clock; a registered nurse or doctor signs it (decision 26). */
export function OutcomeForm({ draft, signer, away, save, onDone }: OutcomeFormProps) {
  const now = useServiceNow()
  const offered = away
    ? kinds.filter((kind) => kind !== 'reviewed-and-well' && kind !== 'advice-followed')
    : kinds
  return (
    <Form<OutcomeTyped>
      act="Sign the outcome"
      {...given({ draft })}
      initial={{ at: textOfInstant(now()) }}
      save={(typed, beside) => save({ ...typed, reviewAt: typed.reviewAt ?? null }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Outcome">
        <RadiosField
          name="kind"
          legend="How did it end?"
          required="Choose the outcome"
          choices={offered.map((value) => ({
            value,
            label: outcomeLabels[value],
            ...(hints[value] ? { hint: hints[value] } : {}),
          }))}
          further={(kind) =>
            kind === 'advice-followed' ? (
              <InstantField
                name="reviewAt"
                legend="Reviewed again at"
                required="Enter when the baby is reviewed"
                future
              />
            ) : null
          }
        />
        <InstantField name="at" legend="When?" required="Enter when it ended" />
        <NoteField
          name="plan"
          label="Plan, and what would make you worry again"
          required="Enter the plan"
          rows={3}
        />
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}
