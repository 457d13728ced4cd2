import { attendanceLabels, reportLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import type { MeetingView, PartnershipView } from './view.ts'

interface Done {
  onDone: () => void
}
type Added = InputOf<typeof act.culture.addMeeting.mutate>
type Outcome = InputOf<typeof act.culture.meetingOutcome.mutate>

/** A meeting about a baby, as the invitation comes; or one to which no invitation came. */
export function AddMeeting({
  view,
  today,
  onDone,
}: Done & { view: PartnershipView; today: string }) {
  const add = useCommand(act.culture.addMeeting.mutate)
  return (
    <Form<Added>
      act="Add the meeting"
      draft="agency-meeting"
      save={(typed) => add(typed)}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title="The meeting">
        <SelectField
          name="pairId"
          label="Which baby is it about?"
          required="Choose which baby it is about"
          choices={view.here.map(({ pairId, baby, mother }) => ({
            value: pairId,
            label: `${baby}, with ${mother}`,
          }))}
        />
        <SelectField
          name="kind"
          label="What kind of meeting is it?"
          required="Choose what kind of meeting it is"
          choices={view.meetingKinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="agency"
          label="Who calls it?"
          required="Choose who calls it"
          choices={choicesOf(agencyLabels)}
        />
        <InstantField
          name="heldAt"
          legend="When it is held"
          required="Enter when it is held"
          future
        />
        <YesNoField
          name="reportAsked"
          legend="Is a report of the unit asked for?"
          hint="By when it has to be in follows from the kind of meeting and is shown in the list."
          required="Say whether a report is asked for"
        />
      </FormPart>
      <FormPart title="The invitation">
        <RadiosField
          name="invited"
          legend="Was the unit invited?"
          required="Say whether the unit was invited"
          inline
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          further={(value) =>
            value === 'yes' ? (
              <DateField
                name="invitedOn"
                legend="When the invitation came"
                required="Enter the day on which the invitation came"
                latest={today}
              />
            ) : (
              <p className="app-quiet">
                Put it on the log of disagreements too, if the unit should have been.
              </p>
            )
          }
        />
      </FormPart>
    </Form>
  )
}

/** What came of a meeting: who was there, and what became of the report. */
export function MeetingOutcomeForm({
  view,
  meeting,
  onDone,
}: Done & { view: PartnershipView; meeting: MeetingView }) {
  const record = useCommand(act.culture.meetingOutcome.mutate)
  const { id, version } = meeting
  return (
    <Form<Omit<Outcome, 'id' | 'version'>>
      act="Record what came of it"
      draft={`meeting-outcome:${id}:${version}`}
      save={(typed) => record({ ...typed, id, version })}
      onSaved={onDone}
      cancel={{ label: 'Back to partnership', onClick: onDone }}
    >
      <FormPart title="What came of it">
        <RadiosField
          name="cancelled"
          legend="Was it held?"
          required="Say whether it was held"
          inline
          choices={[
            { value: 'no', label: 'Yes' },
            { value: 'yes', label: 'No, it was cancelled' },
          ]}
          read={(typed) => typed === 'yes'}
          further={(value) =>
            value === 'no' ? <HeldFields view={view} meeting={meeting} /> : null
          }
        />
      </FormPart>
    </Form>
  )
}

function HeldFields({ view, meeting }: { view: PartnershipView; meeting: MeetingView }) {
  return (
    <>
      <RadiosField
        name="attended"
        legend="Was somebody of the unit there?"
        required="Say whether the unit was there"
        inline
        choices={choicesOf(attendanceLabels)}
        further={(value) =>
          value === 'yes' ? (
            <SelectField
              name="attendedById"
              label="Who was there"
              required="Choose who was there"
              choices={view.staff.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : value === 'no' ? (
            <TextField
              name="notAttendedBecause"
              label="Why nobody was there"
              required="Enter why nobody was there"
            />
          ) : null
        }
      />
      {meeting.reportDueAt && (
        <RadiosField
          name="report"
          legend="What became of the report?"
          hint={`It was due by ${formatDateTime(meeting.reportDueAt)}.`}
          required="Say what became of the report"
          inline
          choices={choicesOf(reportLabels)}
          further={(value) =>
            value === 'sent' ? (
              <InstantField
                name="reportSentAt"
                legend="When the report was sent"
                required="Enter when the report was sent"
              />
            ) : null
          }
        />
      )}
      <NoteField name="decided" label="What was decided (optional)" />
    </>
  )
}

/** Marks a meeting as entered in error. */
export function WithdrawMeeting({ meeting, onDone }: Done & { meeting: MeetingView }) {
  const withdraw = useCommand(act.culture.withdrawMeeting.mutate)
  const { id, version } = meeting
  return (
    <Form<{ reason: string }>
      act="Mark as entered in error"
      kind="warning"
      save={({ reason }) => withdraw({ id, version, reason })}
      onSaved={onDone}
    >
      <TextField
        name="reason"
        label="Why it was entered in error"
        required="Enter why it was entered in error"
      />
    </Form>
  )
}
