import { useNavigate, useParams } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import {
  employmentLabels,
  type Profession,
  professionLabels,
  registrationFault,
} from '#domain/users/staff.ts'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { Posts } from './posts.tsx'
import { ShiftsThatRemain } from './shifts-that-remain.tsx'
import type { StaffMember } from './staff.tsx'

type NewStaff = InputOf<typeof act.users.addStaff.mutate>

/** A new member of staff. */
export function AddStaff() {
  const add = useCommand(act.users.addStaff.mutate)
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/administration/staff' })
  return (
    <Form<NewStaff>
      act="Add to the register"
      draft="add-staff"
      save={(input) => add(input)}
      onSaved={back}
      cancel={{ label: 'Back to the register', onClick: back }}
    >
      <FormPart title="Add a member of staff">
        <StaffFields prefix="" />
      </FormPart>
    </Form>
  )
}

/** A correction of a member of staff, or the day on which they left. */
export function ChangeStaff() {
  const { staffId } = useParams({ from: '/administration/staff/$staffId' })
  const staff = useRead(read.users.staff.queryOptions(undefined))
  return (
    <Ready reading={staff}>
      {(rows) => {
        const member = rows.find(({ recordId }) => recordId === staffId)
        return member ? (
          <>
            <ChangeStaffForm key={member.recordId} member={member} />
            <Posts key={`posts ${member.version}`} member={member} />
          </>
        ) : (
          <Banner title="This member of staff is not in the register" tone="warning" />
        )
      }}
    </Ready>
  )
}

function ChangeStaffForm({ member }: { member: StaffMember }) {
  const change = useCommand(act.users.changeStaff.mutate)
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/administration/staff' })
  const { recordId: id, version } = member
  return (
    <Form<{ staff: NewStaff; reason: string }>
      act="Save the change"
      draft={`change-staff:${id}:${version}`}
      save={({ staff, reason }) => change({ id, version, reason, staff })}
      onSaved={back}
      cancel={{ label: 'Back to the register', onClick: back }}
      initial={{
        staff: {
          name: member.name,
          profession: member.profession,
          employment: member.employment,
          registration: member.registration ?? '',
          startedOn: member.startedOn,
          leftOn: member.leftOn ?? '',
        },
      }}
    >
      <FormPart title="Change a member of staff">
        <p className="app-quiet">
          A correction: it counts for all days. Where somebody has another post from a day on, or is
          back after having left, begin the post below.
        </p>
        <StaffFields prefix="staff." />
        <ShiftsThatRemain staffId={id} />
        <TextField
          name="reason"
          label="Why it is changed"
          hint="The old entry stays readable."
          required="Enter why it is changed"
        />
      </FormPart>
    </Form>
  )
}

function StaffFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  const profession = useTyped<string>(`${prefix}profession`)
  return (
    <>
      <TextField name={`${prefix}name`} label="Name" required="Enter the name" />
      <SelectField
        name={`${prefix}profession`}
        label="Profession"
        required="Choose the profession"
        choices={choicesOf(professionLabels)}
      />
      <SelectField
        name={`${prefix}employment`}
        label="Employed as"
        required="Choose how they are employed"
        choices={choicesOf(employmentLabels)}
      />
      <TextField
        name={`${prefix}registration`}
        label="Professional registration (optional)"
        hint="NMC PIN such as 12A3456B, GMC number of seven figures, or another register’s number."
        width={20}
        check={(typed) =>
          (profession && registrationFault(profession as Profession, typed)) || undefined
        }
      />
      <DateField
        name={`${prefix}startedOn`}
        legend="Started on the unit"
        required="Enter the day on which they started"
        latest={today}
      />
      <DateField name={`${prefix}leftOn`} legend="Left the unit (optional)" />
    </>
  )
}
