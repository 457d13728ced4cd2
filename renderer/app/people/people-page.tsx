import { Link } from '@tanstack/react-router'
import { ageInWords } from '#domain/shared/birth-words.ts'
import { dateOf, dayOfStay, formatDateTime } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { bedTitle } from './bed-title.ts'
import { fullName } from './full-name.ts'
import { ShiftNow } from './shift-now.tsx'

type StayPage = Outputs['stays']['get']

/** Everybody on the unit, who is on shift, and the way to admit. */
export function PeoplePage() {
  const stays = useRead(read.stays.current.queryOptions(undefined))
  const mayAdmit = useMay('stays:edit')
  const maySeeShifts = useMay('shift:read')
  const maySeeTraining = useMay('training:read')
  const maySeeCulture = useMay('culture:read')
  const mayRead = useMay('people:read')
  const maySeeDrills = useMay('episode:read')
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="People on the unit"
        actions={
          <>
            {mayRead && (
              <Link to="/families" className="nhsuk-button nhsuk-button--secondary">
                To find out about families
              </Link>
            )}
            {maySeeShifts && (
              <Link to="/people/roster" className="nhsuk-button nhsuk-button--secondary">
                Roster
              </Link>
            )}
            {maySeeTraining && (
              <Link to="/people/training" className="nhsuk-button nhsuk-button--secondary">
                Staff training
              </Link>
            )}
            {maySeeCulture && (
              <Link to="/people/culture" className="nhsuk-button nhsuk-button--secondary">
                Reflection and partnership
              </Link>
            )}
            {maySeeDrills && (
              <Link to="/people/drills" className="nhsuk-button nhsuk-button--secondary">
                Drills
              </Link>
            )}
            {maySeeDrills && (
              <Link to="/people/pathway" className="nhsuk-button nhsuk-button--secondary">
                Unwell baby: pathway
              </Link>
            )}
            {mayAdmit && (
              <Link to="/people/admit" className="nhsuk-button">
                Admit a mother and baby
              </Link>
            )}
          </>
        }
      />
      <Section title="Mothers and babies">
        <Ready reading={stays}>{(rows) => <StayTable stays={rows} />}</Ready>
      </Section>
      <ShiftNow />
    </div>
  )
}

function StayTable({ stays }: { stays: readonly StayPage[] }) {
  const now = useServiceNow()()
  return (
    <Table
      caption="Mothers and babies on the unit"
      captionHidden
      rows={stays}
      rowKey={({ stay }) => stay.id}
      empty={<Empty>Nobody is on the unit yet.</Empty>}
      columns={[
        {
          name: 'Bed',
          cell: ({ stay, bed }) => (
            <Link to="/stays/$stayId" params={{ stayId: stay.id }}>
              {bed ? bedTitle(bed.name) : 'No bed'}
            </Link>
          ),
          sortBy: ({ bed }) => bed?.position ?? 999,
        },
        {
          name: 'Baby',
          cell: ({ pairs }) =>
            pairs
              .filter(({ endedAt }) => endedAt === null)
              .map(({ id, baby }) => (
                <div key={id}>
                  <Shown>{fullName(baby)}</Shown>
                  {`, ${ageInWords(baby, dateOf(now))}`}
                </div>
              )),
        },
        {
          name: 'Mother',
          cell: ({ mother }) => <Shown>{fullName(mother)}</Shown>,
          sortBy: ({ mother }) => mother.familyName,
        },
        {
          name: 'Arrived',
          cell: ({ stay }) =>
            `${formatDateTime(stay.arrivedAt)}, ${stay.planned ? 'planned' : 'unplanned'}`,
          sortBy: ({ stay }) => stay.arrivedAt,
        },
        {
          name: 'Day',
          cell: ({ stay }) => dayOfStay(stay.arrivedAt, now),
          sortBy: ({ stay }) => dayOfStay(stay.arrivedAt, now),
          number: true,
        },
      ]}
    />
  )
}
