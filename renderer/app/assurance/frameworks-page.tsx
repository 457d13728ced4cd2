import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { ImportFramework } from './import-framework.tsx'
import { LevelTag } from './level-tag.tsx'
import { PeriodPicker } from './period-picker.tsx'
import type { DaysAtCut } from './periods.ts'
import { usePeriod } from './use-period.ts'
import { useSaving } from './use-saving.ts'

type View = Outputs['assurance']['frameworks']
type Framework = View['frameworks'][number]

/** What other frameworks than Finding Five ask, answered by the same measures. */
export function FrameworksPage() {
  const { first, last } = usePeriod()
  const days = { first, last }
  const mayEdit = useMay('rule-sets:edit')
  const [reading, setReading] = useState(false)
  const { said, save } = useSaving()
  const view = useRead(read.assurance.frameworks.queryOptions(days))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Other frameworks"
        under="The requirements of other networks and commissioners, answered by the same measures."
        back={
          <Link to="/assurance" search={days} className="nhsuk-back-link">
            Back to all requirements
          </Link>
        }
        actions={
          mayEdit &&
          !reading && (
            <>
              <Button
                kind="quiet"
                onClick={() => void save(() => act.assurance.frameworkTemplate.query(undefined))}
              >
                Save a template (CSV)
              </Button>
              <Button onClick={() => setReading(true)}>Read a framework from a file</Button>
            </>
          )
        }
      />
      {said && <p role={said.good ? 'status' : 'alert'}>{said.text}</p>}
      {reading && <ImportFramework onBack={() => setReading(false)} />}
      <PeriodPicker shown={days} />
      <Ready reading={view} what="frameworks">
        {(value) => <Frameworks view={value} days={{ ...days, cut: value.cut }} />}
      </Ready>
    </div>
  )
}

function Frameworks({ view, days }: { view: View; days: DaysAtCut }) {
  if (view.frameworks.length === 0)
    return (
      <Empty>
        No other framework was in force in {view.period.label}. One that is read from a file counts
        from its approval on.
      </Empty>
    )
  return (
    <>
      {view.frameworks.map((framework) => (
        <Section key={framework.id} title={`${framework.title}, version ${framework.version}`}>
          <p className="app-quiet">
            {framework.source.document}, {framework.source.publisher}, {framework.source.section}
          </p>
          <Requirements framework={framework} days={days} />
        </Section>
      ))}
      <p className="app-quiet">
        Revision {view.revision} of these rules, as recorded by {formatDateTime(view.cut.at)}.
        Levels that a person set belong to Finding Five and do not count here.
      </p>
    </>
  )
}

function Requirements({ framework, days }: { framework: Framework; days: DaysAtCut }) {
  return (
    <Table
      caption={framework.title}
      captionHidden
      rows={framework.requirements}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Requirement',
          cell: ({ id, short, words }) => (
            <details className="nhsuk-details">
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {id} {short}
                </span>
              </summary>
              <div className="nhsuk-details__text">{words}</div>
            </details>
          ),
        },
        { name: 'Level', cell: ({ level }) => <LevelTag level={level} /> },
        { name: 'Why', cell: ({ reason }) => reason },
        { name: 'Measures', cell: (one) => <Measures requirement={one} days={days} /> },
        { name: 'n', cell: ({ n }) => n, number: true },
      ]}
    />
  )
}

/** Each measure opens where Finding Five has it: there is one definition of it. */
function Measures({
  requirement,
  days,
}: {
  requirement: Framework['requirements'][number]
  days: DaysAtCut
}) {
  const mayDrill = useMay('assurance:drill')
  const measures = requirement.linesOfEnquiry.flatMap((enquiry) => enquiry.measures)
  return (
    <ul className="app-plain-list">
      {measures.map(({ id, title }) => (
        <li key={id}>
          {mayDrill ? (
            <Link
              to="/assurance/requirements/$requirement/$measure"
              params={{ requirement: id.slice(0, id.lastIndexOf('-')), measure: id }}
              search={days}
            >
              {id} {title}
            </Link>
          ) : (
            `${id} ${title}`
          )}
        </li>
      ))}
    </ul>
  )
}
