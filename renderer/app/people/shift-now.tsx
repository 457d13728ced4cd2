import { useState } from 'react'
import { formatTime } from '#domain/shared/calendar.ts'
import { type Profession, professionLabels } from '#domain/users/staff.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { CoverGaps, CoverNow } from '../../features/training/cover.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { AddDuty } from './add-duty.tsx'
import { CannotGetIn } from './cannot-get-in.tsx'
import { OneShiftAccount } from './one-shift.tsx'

type Duty = Outputs['users']['onShift'][number]

/** Who is on shift now and who is nurse in charge; recorded at each handover. */
export function ShiftNow() {
  const shift = useRead(read.users.onShift.queryOptions(undefined))
  const mayEdit = useMay('shift:edit')
  const me = useMe()
  const isInCharge = useMay('users:one-shift') && (me.nurseInCharge || me.role === 'ward-manager')
  const [doing, start] = useState<'add' | 'one-shift' | 'cannot-get-in' | Duty>()
  const done = () => start(undefined)
  return (
    <Section
      title="On shift now"
      actions={
        doing === undefined && (
          <>
            {mayEdit && (
              <Button kind="quiet" small onClick={() => start('add')}>
                Add somebody to the shift
              </Button>
            )}
            {isInCharge && (
              <>
                <Button kind="quiet" small onClick={() => start('one-shift')}>
                  Account for one shift
                </Button>
                <Button kind="quiet" small onClick={() => start('cannot-get-in')}>
                  Somebody cannot get in
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <Cover />
      {doing === 'add' && <AddDuty onDone={done} />}
      {doing === 'one-shift' && <OneShiftAccount onDone={done} />}
      {doing === 'cannot-get-in' && <CannotGetIn onDone={done} />}
      {typeof doing === 'object' && <EndDuty duty={doing} onDone={done} />}
      <Ready reading={shift}>
        {(duties) => (
          <Table
            caption="On shift now"
            captionHidden
            rows={duties}
            rowKey={({ id }) => id}
            empty={<Empty>Nobody is recorded as on shift.</Empty>}
            columns={[
              {
                name: 'Name',
                cell: ({ name }) => <Shown>{name}</Shown>,
                sortBy: ({ name }) => name,
              },
              {
                name: 'Profession',
                cell: ({ profession }) => professionLabels[profession as Profession],
              },
              {
                name: 'From and to',
                cell: ({ startsAt, endsAt }) => `${formatTime(startsAt)} to ${formatTime(endsAt)}`,
              },
              {
                name: 'Duty',
                cell: ({ nurseInCharge }) =>
                  nurseInCharge && <Tag tone="info">Nurse in charge</Tag>,
              },
              ...(mayEdit
                ? [
                    {
                      name: 'Change',
                      cell: (duty: Duty) => (
                        <Button
                          kind="quiet"
                          small
                          label={`End the shift of ${duty.name}`}
                          onClick={() => start(duty)}
                        >
                          End
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

function Cover() {
  const cover = useRead(read.training.cover.queryOptions(undefined))
  if (cover.state !== 'ready') return null
  return (
    <>
      <p className="app-tags">
        <CoverNow cover={cover.value} />
      </p>
      <CoverGaps cover={cover.value} />
    </>
  )
}

function EndDuty({ duty, onDone }: { duty: Duty; onDone: () => void }) {
  const end = useCommand(act.users.endDuty.mutate)
  return (
    <Form<{ reason: string }>
      act={`End the shift of ${duty.name} now`}
      save={({ reason }) => end({ id: duty.id, version: duty.version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="reason"
        label="Why"
        hint="Such as: handover, went home unwell."
        required="Enter why the shift ends now"
      />
    </Form>
  )
}
