import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { actionStatusLabels } from '#domain/oversight/action.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { read, useRead } from '../../api.ts'
import { SetActionForm } from '../../features/oversight/action-forms.tsx'
import { statusTones } from '../../features/oversight/tones.ts'
import type { ActionsView } from '../../features/oversight/view.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { PrintButton } from '../training/print-button.tsx'
import { OversightFrame } from './oversight-frame.tsx'
import { useVisits } from './visits-page.tsx'

export const useActions = () => useRead(read.oversight.actions.queryOptions(undefined))

/** The improvement plan: what is open first, by its day. */
export function ActionsPage() {
  const actions = useActions()
  const mayEdit = useMay('oversight:edit')
  return (
    <OversightFrame
      title="Actions"
      back="assurance"
      wide
      actions={
        <>
          {mayEdit && (
            <Link to="/assurance/actions/set" className="nhsuk-button">
              Set an action
            </Link>
          )}
          <PrintButton />
        </>
      }
    >
      <Ready reading={actions} what="actions">
        {(value) => <Lists view={value} />}
      </Ready>
    </OversightFrame>
  )
}

function Lists({ view: { actions } }: { view: ActionsView }) {
  const open = actions.filter((action) => action.open)
  const done = actions.filter((action) => !action.open)
  return (
    <>
      <Section title={`Open (${open.length})`}>
        <List caption="Open actions" actions={open} empty="No action is open." />
      </Section>
      <Section title={`Verified or given up (${done.length})`}>
        <List caption="Verified or given up" actions={done} empty="None yet." />
      </Section>
    </>
  )
}

interface ListProps {
  caption: string
  actions: ActionsView['actions']
  empty: string
}

function List({ caption, actions, empty }: ListProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={actions}
      rowKey={({ recordId }) => recordId}
      empty={<Empty>{empty}</Empty>}
      columns={[
        {
          name: 'Action',
          cell: ({ recordId, what }) => (
            <Link to="/assurance/actions/$actionId" params={{ actionId: recordId }}>
              <Shown>{what}</Shown>
            </Link>
          ),
        },
        {
          name: 'For',
          cell: ({ requirement, high }) => (
            <>
              {requirement} {high && <Tag tone="danger">high</Tag>}
            </>
          ),
          sortBy: ({ requirement }) => requirement,
        },
        {
          name: 'Owner',
          cell: ({ owner }) => <Shown>{owner}</Shown>,
          sortBy: ({ owner }) => owner,
        },
        {
          name: 'Due',
          cell: ({ dueOn }) => <Day on={dueOn} />,
          sortBy: ({ dueOn }) => dueOn,
        },
        {
          name: 'Status',
          cell: ({ status }) => <Tag tone={statusTones[status]}>{actionStatusLabels[status]}</Tag>,
          sortBy: ({ status }) => status,
        },
        {
          name: 'Look again',
          cell: ({ retestOn }) => retestOn !== null && <Day on={retestOn} />,
          sortBy: ({ retestOn }) => retestOn ?? '',
        },
      ]}
    />
  )
}

const Day = ({ on }: { on: CivilDate }) => <span className="app-keep">{formatDate(on)}</span>

/** A new action: of the finding that the address names, or of the unit itself. */
export function SetActionPage() {
  const { finding: findingId } = useSearch({ from: '/assurance/actions/set' })
  const navigate = useNavigate()
  const actions = useActions()
  const visits = useVisits()
  return (
    <OversightFrame title="Set an action" back="actions">
      <Ready reading={actions} what="form">
        {(view) => (
          <Ready reading={visits} what="form">
            {(held) => {
              const finding = held.visits
                .flatMap(({ findings }) => findings)
                .find(({ recordId }) => recordId === findingId)
              return (
                <>
                  {finding && (
                    <p>
                      It answers: <Shown>{finding.words}</Shown>
                    </p>
                  )}
                  <SetActionForm
                    view={view}
                    finding={finding}
                    onDone={() => void navigate({ to: '/assurance/actions' })}
                  />
                </>
              )
            }}
          </Ready>
        )}
      </Ready>
    </OversightFrame>
  )
}
