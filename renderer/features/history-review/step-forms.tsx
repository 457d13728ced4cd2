import { dateOf } from '#domain/shared/calendar.ts'
import { carryingBases } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'

interface StepFormProps {
  documentId: string
  onDone: () => void
}

type Without<T> = T extends unknown ? Omit<T, 'documentId'> : never

/** It was asked for. */
export function AskForm({ documentId, onDone }: StepFormProps) {
  const ask = useCommand(act.documents.ask.mutate)
  return (
    <Form<Without<InputOf<typeof act.documents.ask.mutate>>>
      act="Record that it was asked for"
      draft={`ask:${documentId}`}
      save={(input) => ask({ ...input, documentId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Asked for">
        <TextField
          name="askedOf"
          label="Who was asked: name and role"
          required="Enter who was asked"
        />
        <InstantField
          name="askedAt"
          legend="When was it asked for?"
          required="Enter when it was asked for"
        />
      </FormPart>
    </Form>
  )
}

/** It was asked for again. */
export function ChaseForm({ documentId, onDone }: StepFormProps) {
  const chase = useCommand(act.documents.chase.mutate)
  return (
    <Form<Without<InputOf<typeof act.documents.chase.mutate>>>
      act="Record that it was asked for again"
      draft={`chase:${documentId}`}
      save={(input) => chase({ ...input, documentId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Asked again">
        <TextField
          name="chasedOf"
          label="Who was asked again: name and role"
          required="Enter who was asked again"
        />
        <InstantField
          name="chasedAt"
          legend="When was it asked for again?"
          required="Enter when it was asked for again"
        />
      </FormPart>
    </Form>
  )
}

/** The source holds none, or it is not needed. */
export function CloseForm({ documentId, onDone }: StepFormProps) {
  const close = useCommand(act.documents.close.mutate)
  const today = dateOf(useServiceNow()())
  return (
    <Form<Without<InputOf<typeof act.documents.close.mutate>>>
      act="Take it off the list"
      draft={`close:${documentId}`}
      kind="warning"
      save={(input) => close({ ...input, documentId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="It is not to come">
        <RadiosField
          name="outcome"
          legend="Why will it not come?"
          required="Say that there is none, or that it is not needed"
          choices={[
            { value: 'not-held', label: 'The source says that it holds none' },
            { value: 'not-needed', label: 'It is not needed' },
          ]}
          further={(value) =>
            value === 'not-held' ? (
              <>
                <InstantField
                  name="closedAt"
                  legend="When did the source say so?"
                  required="Enter when the source said so"
                />
                <BasisField name="basis" of="this" today={today} kinds={carryingBases} />
              </>
            ) : (
              <TextField
                name="because"
                label="Why it is not needed"
                required="Enter why it is not needed"
              />
            )
          }
        />
      </FormPart>
    </Form>
  )
}

/** It is expected after all. */
export function ReopenForm({ documentId, onDone }: StepFormProps) {
  const reopen = useCommand(act.documents.reopen.mutate)
  return (
    <Form<{ reason: string }>
      act="Put it back on the list"
      draft={`reopen:${documentId}`}
      save={({ reason }) => reopen({ documentId, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="It is expected after all">
        <TextField name="reason" label="Why" required="Enter why it is expected after all" />
      </FormPart>
    </Form>
  )
}
