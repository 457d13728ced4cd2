import { Link } from '@tanstack/react-router'
import { levelLabels, levels } from '#domain/assurance/levels.ts'
import { trendWord } from '#domain/assurance/report-words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { LevelTag } from './level-tag.tsx'
import { PeriodPicker } from './period-picker.tsx'
import type { DaysAtCut } from './periods.ts'
import { usePeriod } from './use-period.ts'

type View = Outputs['assurance']['requirements']

/** The requirements of Finding Five with their levels, computed from the records. */
export function AssurancePage() {
  const { first, last } = usePeriod()
  const days = { first, last }
  const mayDrill = useMay('assurance:drill')
  const maySeeOversight = useMay('oversight:read')
  const mayIdentify = useMay('assurance:identify')
  const view = useRead(read.assurance.requirements.queryOptions(days))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Assurance"
        under="Computed from the ward’s own records. Nobody types a percentage."
        actions={
          <>
            {maySeeOversight && (
              <>
                <Link to="/assurance/visits" className="nhsuk-button nhsuk-button--secondary">
                  Visits and audits
                </Link>
                <Link to="/assurance/actions" className="nhsuk-button nhsuk-button--secondary">
                  Actions
                </Link>
                <Link to="/assurance/evidence" className="nhsuk-button nhsuk-button--secondary">
                  Evidence
                </Link>
              </>
            )}
            {mayIdentify && (
              <Link to="/assurance/self-check" className="nhsuk-button nhsuk-button--secondary">
                Self-check
              </Link>
            )}
            <Link
              to="/assurance/frameworks"
              search={days}
              className="nhsuk-button nhsuk-button--secondary"
            >
              Other frameworks
            </Link>
            <Link to="/assurance/reports" className="nhsuk-button nhsuk-button--secondary">
              Reports
            </Link>
          </>
        }
      />
      <PeriodPicker shown={days} />
      <Ready reading={view} what="requirements">
        {(value) => (
          <Section title={`Requirements, ${value.period.label}`}>
            <RequirementTable view={value} days={{ ...days, cut: value.cut }} mayDrill={mayDrill} />
            <p className="app-quiet">
              As recorded by {formatDateTime(value.cut.at)}. Where there are too few records it says
              not tested, never 100 %.
            </p>
          </Section>
        )}
      </Ready>
    </div>
  )
}

/** The level that stands; where a person set it the computed one, and the commissioner's beside it. */
function Levels({ one }: { one: View['requirements'][number] }) {
  const { level, computedLevel, judgement, commissioner } = one
  return (
    <>
      <LevelTag level={level} />
      {judgement && (
        <span className="app-quiet"> computed: {levelLabels[computedLevel].toLowerCase()}</span>
      )}
      {commissioner && (
        <span className="app-quiet">
          {' '}
          commissioner: {levelLabels[commissioner.level].toLowerCase()}
        </span>
      )}
    </>
  )
}

interface RequirementTableProps {
  view: View
  days: DaysAtCut
  mayDrill: boolean
}

function RequirementTable({ view, days, mayDrill }: RequirementTableProps) {
  return (
    <Table
      caption="Requirements"
      captionHidden
      rows={view.requirements}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Requirement',
          cell: ({ id, short }) =>
            mayDrill ? (
              <Link
                to="/assurance/requirements/$requirement"
                params={{ requirement: id }}
                search={days}
              >
                {id} {short}
              </Link>
            ) : (
              `${id} ${short}`
            ),
          sortBy: ({ id }) => id,
        },
        {
          name: 'Level',
          cell: (one) => <Levels one={one} />,
          sortBy: ({ level }) => levels.indexOf(level),
        },
        { name: 'Why', cell: ({ reason }) => reason },
        { name: 'Trend', cell: (one) => trendWord(one) },
        { name: 'n', cell: ({ n }) => n, sortBy: ({ n }) => n, number: true },
      ]}
    />
  )
}
