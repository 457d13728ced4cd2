import { earliestRetest, retestResultLabels } from '#domain/oversight/action.ts'
import { type ShownBy, shownByLabels } from '#domain/oversight/pinnable.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { type Action, type ActionsView, requirementChoices } from './view.ts'

interface Done {
  onDone: () => void
}
type Set = InputOf<typeof act.oversight.addAction.mutate>

function ActionFields({ view }: { view: ActionsView }) {
  return (
    <>
      <SelectField
        name="requirement"
        label="For which requirement"
        required="Choose the requirement"
        choices={requirementChoices(view.requirements)}
      />
      <NoteField
        name="what"
        label="What is to be done"
        hint="So that anybody can tell whether it was done. Name no patient."
        required="Enter what is to be done"
      />
      <SelectField
        name="measure"
        label="Which figure shows later whether it held? (optional)"
        hint="At the second look it is computed from the records since the action was done."
        choices={view.measures.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
      />
      <SelectField
        name="ownerId"
        label="Who answers for it"
        required="Choose who answers for it"
        choices={view.owners.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
      <DateField name="dueOn" legend="By when" required="Enter by when it is to be done" />
      <YesNoField
        name="high"
        legend="Is it a high action?"
        hint="While a high action is open its requirement is not substantial."
        required="Say whether it is a high action"
      />
    </>
  )
}

/** A new action, of a finding or of the unit itself. */
export function SetActionForm({
  view,
  finding,
  onDone,
}: Done & { view: ActionsView; finding: { recordId: string; requirement: string } | undefined }) {
  const add = useCommand(act.oversight.addAction.mutate)
  return (
    <Form<Omit<Set, 'findingId'>>
      act="Set it"
      draft={`oversight-action:${finding?.recordId ?? 'own'}`}
      save={(typed) =>
        add({ ...typed, measure: typed.measure || null, findingId: finding?.recordId ?? null })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={finding ? { requirement: finding.requirement } : {}}
    >
      <ActionFields view={view} />
    </Form>
  )
}

export function ChangeActionForm({
  view,
  action,
  onDone,
}: Done & { view: ActionsView; action: Action }) {
  const change = useCommand(act.oversight.changeAction.mutate)
  const { recordId: id, version, findingId, requirement, what, ownerId, dueOn, high } = action
  const measure = action.measure ?? ''
  return (
    <Form<Omit<Set, 'findingId'> & { reason: string }>
      act="Change it"
      draft={`oversight-action-change:${id}:${version}`}
      save={({ reason, ...typed }) =>
        change({
          id,
          version,
          reason,
          action: { ...typed, measure: typed.measure || null, findingId },
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{ requirement, what, measure, ownerId, dueOn, high: high ? 'yes' : 'no' }}
    >
      <ActionFields view={view} />
      <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
    </Form>
  )
}

type DoneInput = InputOf<typeof act.oversight.doneAction.mutate>
/** Type and id of what is pinned are one choice. */
type DoneTyped = Omit<DoneInput, 'id' | 'version' | 'pin'> & { pin?: string }

function pinOf(chosen: string | undefined): DoneInput['pin'] {
  if (!chosen) return null
  const [type, id = ''] = chosen.split(' ')
  return { type: type as ShownBy, id }
}

/** That it is done, and by what that is known. */
export function DoneForm({ view, action, onDone }: Done & { view: ActionsView; action: Action }) {
  const done = useCommand(act.oversight.doneAction.mutate)
  const { recordId: id, version, doneOn, evidence, impact, pinnedType, pinnedId } = action
  return (
    <Form<DoneTyped>
      act="It is done"
      draft={`oversight-action-done:${id}:${version}`}
      save={({ pin, ...typed }) => done({ ...typed, pin: pinOf(pin), id, version })}
      onSaved={onDone}
      initial={{
        doneOn: doneOn ?? '',
        evidence,
        impact,
        pin: pinnedType === null ? '' : `${pinnedType} ${pinnedId}`,
      }}
    >
      <DateField name="doneOn" legend="Done on" required="Enter the day on which it was done" />
      <NoteField
        name="evidence"
        label="Evidence that it was done"
        hint="What the record below shows. Without it the action waits for its evidence."
        rows={3}
      />
      <SelectField
        name="pin"
        label="The record that shows it"
        hint="Pinned at the version that stands now. A document is entered under Evidence first."
        choices={view.shownBy.map(({ type, id: of, title }) => ({
          value: `${type} ${of}`,
          label: `${shownByLabels[type]}: ${title.slice(0, 80)}`,
        }))}
      />
      <NoteField name="impact" label="What it has changed so far, and how that is known" rows={3} />
    </Form>
  )
}

/** A second person has looked at the evidence. */
export function VerifyForm({ action, signer, onDone }: Done & { action: Action; signer: string }) {
  const verify = useCommand(act.oversight.verifyAction.mutate)
  const { recordId: id, version, impact, doneOn } = action
  const earliest = doneOn === null ? undefined : earliestRetest(doneOn)
  return (
    <Form<Omit<InputOf<typeof act.oversight.verifyAction.mutate>, 'id' | 'version'>>
      act="I have seen the evidence"
      draft={`oversight-action-verify:${id}:${version}`}
      save={(typed, beside) => verify({ ...typed, id, version }, beside)}
      onSaved={onDone}
      initial={{ impact, retestOn: earliest ?? '' }}
    >
      <NoteField
        name="impact"
        label="What it has changed, and how that is known"
        required="Enter what it has changed"
        rows={3}
      />
      <DateField
        name="retestOn"
        legend="When somebody looks again whether it held"
        required="Enter when somebody looks again"
        {...(earliest ? { hint: `${formatDate(earliest)} or later` } : {})}
      />
      <SignatureField signer={signer} />
    </Form>
  )
}

/** A look, months later, whether what was changed has held. */
export function RetestForm({ action, onDone }: Done & { action: Action }) {
  const retest = useCommand(act.oversight.retestAction.mutate)
  const { recordId: id, version } = action
  return (
    <Form<Omit<InputOf<typeof act.oversight.retestAction.mutate>, 'id' | 'version'>>
      act="Record the second look"
      draft={`oversight-action-retest:${id}:${version}`}
      save={(typed) => retest({ ...typed, id, version })}
      onSaved={onDone}
    >
      <DateField name="retestedOn" legend="Looked again on" required="Enter the day" />
      <RadiosField
        name="retestResult"
        legend="What was found?"
        required="Say what was found"
        choices={choicesOf(retestResultLabels)}
        further={(value) =>
          value === 'fell-back' ? (
            <DateField
              name="dueOn"
              legend="By when it is done again"
              required="Enter by when it is done again"
            />
          ) : null
        }
      />
      <NoteField
        name="retestNote"
        label="What was looked at, and what it showed"
        required="Enter what it showed"
        rows={3}
      />
    </Form>
  )
}

export function CloseForm({ action, onDone }: Done & { action: Action }) {
  const close = useCommand(act.oversight.closeAction.mutate)
  const { recordId: id, version } = action
  return (
    <Form<{ because: string }>
      act="Give it up as not effective"
      kind="warning"
      draft={`oversight-action-close:${id}:${version}`}
      save={({ because }) => close({ id, version, because })}
      onSaved={onDone}
    >
      <TextField
        name="because"
        label="Why it is given up, and what is done instead"
        required="Enter why it is given up"
      />
    </Form>
  )
}
