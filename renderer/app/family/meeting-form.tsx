import { useParams } from '@tanstack/react-router'
import { chairLabels, meetingKindLabels, officerLabels } from '#domain/people/placement.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { carryingBases } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { basisTyped } from './basis-typed.ts'
import { ChangeFactForm } from './change-fact-form.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { PlacementView } from './family-view.ts'
import { useGoBack } from './use-go-back.ts'

type MeetingInput = InputOf<typeof act.people.addMeeting.mutate>
type Typed = Omit<MeetingInput, 'personId' | 'pairId'>

/** A planning meeting about the placement, planned or held. */
export function AddMeeting() {
  const { motherId, pairId } = useParams({ from: '/families/$motherId/meeting/$pairId' })
  const add = useCommand(act.people.addMeeting.mutate)
  const back = useGoBack(motherId)
  return (
    <FamilyFormPage motherId={motherId} title="Record a planning meeting">
      {({ placements }) => {
        const placement = placements.find((one) => one.pairId === pairId)
        if (!placement) return <Banner title="This baby is not on record here" tone="warning" />
        return (
          <Form<Typed>
            act="Record the meeting"
            draft={`meeting:${pairId}`}
            save={(typed) => add(inputOf(typed, placement))}
            onSaved={back}
            cancel={{ label: 'Go back', onClick: back }}
          >
            <FormPart title="Meeting">
              <MeetingFields prefix="" />
            </FormPart>
          </Form>
        )
      }}
    </FamilyFormPage>
  )
}

/** A change of a meeting: that it was held, another date, or its withdrawal. */
export function ChangeMeeting() {
  const { motherId, pairId, meetingId } = useParams({
    from: '/families/$motherId/meeting/$pairId/$meetingId',
  })
  const change = useCommand(act.people.changeMeeting.mutate)
  const withdraw = useCommand(act.people.withdrawMeeting.mutate)
  return (
    <FamilyFormPage motherId={motherId} title="Change a planning meeting">
      {({ placements }) => {
        const placement = placements.find((one) => one.pairId === pairId)
        const meeting = placement?.meetings.find(({ id }) => id === meetingId)
        if (!placement || !meeting)
          return <Banner title="This meeting is not on record any more" tone="warning" />
        const { id, version } = meeting
        return (
          <ChangeFactForm<Typed>
            motherId={motherId}
            record={meeting}
            what="this meeting"
            title="Meeting"
            draft="change-meeting"
            initial={{
              kind: meeting.kind,
              plannedAt: meeting.plannedAt === null ? '' : textOfInstant(meeting.plannedAt),
              heldAt: meeting.heldAt === null ? '' : textOfInstant(meeting.heldAt),
              chairedBy: meeting.chairedBy,
              chairName: meeting.chairName ?? '',
              officer: meeting.officer,
              decided: meeting.decided,
              ...(meeting.basis && { basis: basisTyped(meeting.basis) }),
            }}
            change={(typed, reason) =>
              change({ id, version, reason, fact: inputOf(typed, placement) })
            }
            withdraw={(reason) => withdraw({ id, version, reason })}
          >
            <MeetingFields prefix="fact." />
          </ChangeFactForm>
        )
      }}
    </FamilyFormPage>
  )
}

const inputOf = (typed: Typed, { pairId, babyId }: PlacementView): MeetingInput => ({
  ...typed,
  pairId,
  personId: babyId,
})

function MeetingFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  return (
    <>
      <RadiosField
        name={`${prefix}kind`}
        legend="What kind of meeting?"
        required="Choose what kind of meeting it is"
        choices={choicesOf(meetingKindLabels)}
      />
      <InstantField name={`${prefix}plannedAt`} legend="Planned for (if it was)" future />
      <InstantField name={`${prefix}heldAt`} legend="Held (once it was)" />
      <RadiosField
        name={`${prefix}chairedBy`}
        legend="Who chairs it?"
        hint="Social care chairs it, not the unit (Finding Six)."
        required="Choose who chairs it"
        choices={choicesOf(chairLabels)}
      />
      <TextField name={`${prefix}chairName`} label="Name of the chair (if known)" />
      <RadiosField
        name={`${prefix}officer`}
        legend="The independent reviewing officer"
        required="Say whether the reviewing officer takes part"
        choices={choicesOf(officerLabels)}
      />
      <NoteField
        name={`${prefix}decided`}
        label="What was decided, and who does it (optional)"
        rows={4}
        limit={10_000}
      />
      <BasisField name={`${prefix}basis`} of="this meeting" today={today} kinds={carryingBases} />
    </>
  )
}
