import { Link } from '@tanstack/react-router'
import { formatDate } from '#domain/shared/calendar.ts'
import {
  type Employment,
  employmentLabels,
  type Profession,
  professionLabels,
} from '#domain/users/staff.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'

export type StaffMember = Outputs['users']['staff'][number]

/** The staff register: everybody who works on the unit, those who left too. */
export function StaffRegister() {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  return (
    <Section
      title="Staff register"
      actions={
        <Link to="/administration/staff/new" className="nhsuk-button nhsuk-button--small">
          Add a member of staff
        </Link>
      }
    >
      <Ready reading={staff}>
        {(rows) => (
          <Table
            caption="Staff register"
            captionHidden
            rows={rows}
            rowKey={({ recordId }) => recordId}
            empty={<Empty>Nobody is in the register yet.</Empty>}
            columns={[
              {
                name: 'Name',
                cell: ({ recordId, name }) => (
                  <Link to="/administration/staff/$staffId" params={{ staffId: recordId }}>
                    <Shown>{name}</Shown>
                  </Link>
                ),
                sortBy: ({ name }) => name,
              },
              {
                name: 'Profession',
                cell: ({ profession }) => professionLabels[profession as Profession],
                sortBy: ({ profession }) => professionLabels[profession as Profession],
              },
              {
                name: 'Employed as',
                cell: ({ employment }) => employmentLabels[employment as Employment],
                sortBy: ({ employment }) => employmentLabels[employment as Employment],
              },
              { name: 'Registration', cell: ({ registration }) => registration ?? '' },
              {
                name: 'From',
                cell: ({ startedOn }) => formatDate(startedOn),
                sortBy: ({ startedOn }) => startedOn,
              },
              { name: 'Left', cell: ({ leftOn }) => (leftOn ? formatDate(leftOn) : '') },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}
