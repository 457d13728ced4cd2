import { disagreementTopicLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import type { DisagreementView, PartnershipView, RungView } from './view.ts'

interface Done {
  onDone: () => void
}
type Opened = InputOf<typeof act.culture.openDisagreement.mutate>
type Left = InputOf<typeof act.culture.leaveRung.mutate>

/** A disagreement on the day on which it comes up. */
export function OpenDisagreement({ view, onDone }: Done & { view: PartnershipView }) {
  const open = useCommand(act.culture.openDisagreement.mutate)
  const [first] = view.ladder
  return (
    <Form<Opened>
      act="Put it on the log"
      draft="disagreement"
      save={(typed) => open(typed)}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title="The disagreement">
        <SelectField
          name="agency"
          label="With which agency?"
          required="Choose with which agency"
          choices={choicesOf(agencyLabels)}
        />
        <SelectField
          name="pairId"
          label="Is it about one baby? (optional)"
          prompt="No: about how we work together"
          choices={view.here.map(({ pairId, baby, mother }) => ({
            value: pairId,
            label: `${baby}, with ${mother}`,
          }))}
        />
        <RadiosField
          name="about"
          legend="What is it about?"
          required="Choose what it is about"
          choices={choicesOf(disagreementTopicLabels)}
        />
        <InstantField name="openedAt" legend="When it came up" required="Enter when it came up" />
        <NoteField
          name="ours"
          label="What the unit holds, and why"
          required="Enter what the unit holds"
        />
        <NoteField name="theirs" label="What they hold, and why" required="Enter what they hold" />
        <TextField
          name="withWhom"
          label="With whom it is taken up first"
          hint={first ? `${first.who}, ${first.limit}.` : ''}
          required="Enter with whom it is taken up"
        />
      </FormPart>
    </Form>
  )
}

interface LeaveProps extends Done {
  view: PartnershipView
  one: DisagreementView
  rung: RungView
}

/** What came of the present rung: resolved, or taken to the next. */
export function LeaveRung({ view, one, rung, onDone }: LeaveProps) {
  const leave = useCommand(act.culture.leaveRung.mutate)
  const next = view.ladder[rung.rung]
  return (
    <Form<Omit<Left, 'id' | 'version'>>
      act="Record what came of it"
      draft={`rung:${rung.id}:${rung.version}`}
      save={(typed) => leave({ ...typed, id: rung.id, version: rung.version })}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title={`Rung ${rung.rung}: ${rung.who}`}>
        <ShownNote>{`The unit: ${one.ours}`}</ShownNote>
        <ShownNote>{`They: ${one.theirs}`}</ShownNote>
        <p className="app-quiet">
          To be resolved or taken further by {formatDateTime(rung.dueAt)}.
        </p>
        <RadiosField
          name="outcome"
          legend="What came of it?"
          required="Say what came of it"
          choices={[
            { value: 'resolved', label: 'It is resolved' },
            ...(next
              ? [{ value: 'escalated', label: `It is taken further: ${next.who}, ${next.limit}` }]
              : []),
          ]}
          further={(value) =>
            value === 'escalated' ? (
              <TextField
                name="nextWith"
                label="With whom it is taken up next"
                required="Enter with whom it is taken up next"
              />
            ) : null
          }
        />
        <InstantField name="endedAt" legend="When" required="Enter when" />
        <NoteField
          name="said"
          label="What was said and agreed"
          required="Enter what was said and agreed"
        />
      </FormPart>
    </Form>
  )
}
