import { Link, useNavigate } from '@tanstack/react-router'
import { visitKindLabels, visitStateLabels } from '#domain/oversight/visit.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { stateTones } from '../../features/oversight/tones.ts'
import { PlanVisitForm } from '../../features/oversight/visit-forms.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { OversightFrame } from './oversight-frame.tsx'

export const useVisits = () => useRead(read.oversight.visits.queryOptions(undefined))

/** Visits, audits, walk-rounds and contract meetings: what is planned, what was held, what was found. */
export function VisitsPage() {
  const visits = useVisits()
  const mayEdit = useMay('oversight:edit')
  return (
    <OversightFrame
      title="Visits and audits"
      back="assurance"
      wide
      actions={
        mayEdit && (
          <>
            <Link to="/assurance/visits/reply" className="nhsuk-button nhsuk-button--secondary">
              Take in a reply
            </Link>
            <Link to="/assurance/visits/plan" className="nhsuk-button">
              Plan a visit or an audit
            </Link>
          </>
        )
      }
    >
      <Ready reading={visits} what="visits">
        {(value) => (
          <Table
            caption="Visits and audits"
            captionHidden
            rows={value.visits}
            rowKey={({ recordId }) => recordId}
            empty={<Empty>No visit or audit has been planned yet.</Empty>}
            columns={[
              {
                name: 'Visit',
                cell: ({ recordId, title }) => (
                  <Link to="/assurance/visits/$visitId" params={{ visitId: recordId }}>
                    <Shown>{title}</Shown>
                  </Link>
                ),
              },
              { name: 'Kind', cell: ({ kind }) => visitKindLabels[kind] },
              {
                name: 'Planned for',
                cell: ({ plannedOn }) => formatDate(plannedOn),
                sortBy: ({ plannedOn }) => plannedOn,
              },
              {
                name: 'Held on',
                cell: ({ heldOn }) => (heldOn === null ? '' : formatDate(heldOn)),
                sortBy: ({ heldOn }) => heldOn ?? '',
              },
              {
                name: 'State',
                cell: ({ state }) => <Tag tone={stateTones[state]}>{visitStateLabels[state]}</Tag>,
              },
              { name: 'Found', cell: ({ findings }) => findings.length, number: true },
            ]}
          />
        )}
      </Ready>
    </OversightFrame>
  )
}

export function PlanVisitPage() {
  const navigate = useNavigate()
  return (
    <OversightFrame title="Plan a visit or an audit" back="visits">
      <PlanVisitForm onDone={() => void navigate({ to: '/assurance/visits' })} />
    </OversightFrame>
  )
}
