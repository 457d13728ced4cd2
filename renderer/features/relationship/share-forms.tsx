import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { RelationshipView } from './view.ts'

interface Done {
  onDone: () => void
}

interface MotherTyped {
  outcome: 'shared' | 'withheld'
  sharedAt: string
  how?: string
  because?: string
}

/** Shared with the mother, or kept from her for now and why. */
export function MotherForm({ assessmentId, onDone }: Done & { assessmentId: string }) {
  const share = useCommand(act.relationship.shareWithMother.mutate)
  return (
    <Form<MotherTyped>
      act="Record it"
      draft={`relationship-mother:${assessmentId}`}
      save={(typed) =>
        share({ ...typed, assessmentId } as InputOf<typeof act.relationship.shareWithMother.mutate>)
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="outcome"
        legend="Was it shared with her?"
        required="Say whether it was shared with her"
        choices={[
          { value: 'shared', label: 'Yes' },
          { value: 'withheld', label: 'No: it is kept from her for now' },
        ]}
        further={(value) =>
          value === 'shared' ? (
            <TextField
              name="how"
              label="How, and by whom"
              hint="Such as: read together with her key nurse"
              required="Enter how it was shared"
            />
          ) : (
            <TextField
              name="because"
              label="Why, and who agreed to that"
              required="Enter why it is kept from her"
            />
          )
        }
      />
      <InstantField name="sharedAt" legend="When" required="Enter when" />
    </Form>
  )
}

interface SendFormProps extends Done {
  view: RelationshipView
  /** Without it, the scope statement is sent by itself. */
  assessmentId?: string
}

/** Sent to a professional, with the scope statement in force. Whoever must not be contacted is not offered. */
export function SendForm({ view, assessmentId, onDone }: SendFormProps) {
  const send = useCommand(act.relationship.send.mutate)
  const open = view.contacts.filter(({ route }) => route.may)
  const through = open.filter(({ route }) => route.may && route.through !== '')
  const closed = view.contacts.length - open.length
  if (open.length === 0)
    return (
      <Banner title="No professional is on record who may be contacted" tone="warning">
        <p>Record the social worker and the others who work with them on the family page first.</p>
      </Banner>
    )
  return (
    <Form<{ contactId: string; sharedAt: string; how: string }>
      act="Record that it was sent"
      draft={`relationship-send:${assessmentId ?? view.pair.id}`}
      save={(typed) => send({ ...typed, pairId: view.pair.id, assessmentId: assessmentId ?? null })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        The scope statement, revision {view.scope.revision}, goes with it. {view.scope.stateText}.
      </p>
      {through.map(
        ({ id, name, route }) =>
          route.may && (
            <Banner key={id} title={`${name}: only through ${route.through}`} tone="warning" />
          ),
      )}
      {closed > 0 && (
        <p className="app-quiet">
          {closed === 1 ? '1 contact is' : `${closed} contacts are`} not offered: they must not be
          contacted. Ask the social worker how it reaches them.
        </p>
      )}
      <SelectField
        name="contactId"
        label="To whom"
        required="Choose to whom it was sent"
        choices={open.map(({ id, name, role, ofUnit }) => ({
          value: id,
          label: `${name}, ${role}${ofUnit ? ' (contact of the unit)' : ''}`,
        }))}
      />
      <TextField
        name="how"
        label="How"
        hint="Such as: secure email, by hand at the meeting"
        required="Enter how it was sent"
      />
      <InstantField name="sharedAt" legend="When" required="Enter when it was sent" />
    </Form>
  )
}

/** Somebody was asked again to acknowledge it. */
export function ChaseForm({ sharingId, onDone }: Done & { sharingId: string }) {
  const chase = useCommand(act.relationship.chase.mutate)
  return (
    <Form<{ chasedAt: string; chasedOf: string }>
      act="Record the chase"
      draft={`relationship-chase:${sharingId}`}
      save={(typed) => chase({ ...typed, sharingId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField name="chasedOf" label="Who was asked" required="Enter who was asked" />
      <InstantField name="chasedAt" legend="When" required="Enter when they were asked" />
    </Form>
  )
}

/** A named person outside has it. */
export function AcknowledgeForm({ sharingId, onDone }: Done & { sharingId: string }) {
  const acknowledge = useCommand(act.relationship.acknowledge.mutate)
  return (
    <Form<{ acknowledgedAt: string; by: string; how: string }>
      act="Record the acknowledgement"
      draft={`relationship-acknowledge:${sharingId}`}
      save={(typed) => acknowledge({ ...typed, sharingId })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="by"
        label="Who has it: name and role"
        required="Enter who has it: name and role"
      />
      <TextField
        name="how"
        label="How they said so"
        hint="Such as: rang back, replied by email"
        required="Enter how they said so"
      />
      <InstantField name="acknowledgedAt" legend="When" required="Enter when they said so" />
    </Form>
  )
}
