import { useState } from 'react'
import { addMinutes } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { Section } from '../../ui/section.tsx'
import type { SupervisionView } from './view.ts'

interface ConfirmRaisesProps {
  view: SupervisionView
  signer: string
  mayConfirm: boolean
}

/** Raises that wait for the word of a registered nurse; hidden when there is none. */
export function ConfirmRaises({ view, signer, mayConfirm }: ConfirmRaisesProps) {
  const [deciding, decide] = useState<string>()
  const waiting = view.standing.toConfirm
  if (waiting.length === 0) return null
  return (
    <Section title="A raise waits for a registered nurse">
      {waiting.map(({ decision }) => (
        <div key={decision.recordId}>
          <p>
            <Countdown
              what="Word of a registered nurse"
              due={addMinutes(decision.startsAt, view.rules.confirmRaise.minutes)}
            />
            . The raise holds meanwhile.
          </p>
          {deciding === decision.recordId ? (
            <ConfirmForm
              decisionId={decision.recordId}
              signer={signer}
              onDone={() => decide(undefined)}
            />
          ) : (
            mayConfirm && (
              <Button onClick={() => decide(decision.recordId)}>Give your word on the raise</Button>
            )
          )}
        </div>
      ))}
    </Section>
  )
}

interface ConfirmFormProps {
  decisionId: string
  signer: string
  onDone: () => void
}

function ConfirmForm({ decisionId, signer, onDone }: ConfirmFormProps) {
  const confirm = useCommand(act.supervision.confirmRaise.mutate)
  return (
    <Form<{ confirmed: boolean; note?: string }>
      act="Sign"
      draft={`confirm-raise:${decisionId}`}
      save={(input, beside) => confirm({ ...input, decisionId }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <YesNoField
        name="confirmed"
        legend="Do you confirm the raise?"
        hint="If not, the level goes back to what was decided before."
        required="Say whether you confirm the raise"
      />
      <NoteField name="note" label="Why (needed if you do not confirm it)" rows={2} />
      <SignatureField signer={signer} />
    </Form>
  )
}
