import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { disclosureLabels } from '#domain/assurance/report-words.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { FactualCheck } from './factual-check.tsx'
import { FrozenFiles } from './frozen-files.tsx'
import { Narratives } from './narratives.tsx'
import { NextStage } from './next-stage.tsx'
import { StageTag } from './stage-tag.tsx'
import { TextsToClear } from './texts-to-clear.tsx'
import type { WrittenView } from './view.ts'

/** One report that is being written: what it is, its next stage, its words, and who cleared them. */
export function WrittenPage() {
  const { writtenId } = useParams({ from: '/assurance/writing/$writtenId' })
  const view = useRead(read.writing.one.queryOptions({ id: writtenId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="report">
        {(value) => (
          <>
            <PageHeader
              title={`Report, ${value.report.title}`}
              under={<StageTag stage={value.report.stage} />}
              back={
                <Link to="/assurance/reports" className="nhsuk-back-link">
                  Back to the reports
                </Link>
              }
            />
            <About view={value} />
            <NextStage key={value.report.version} view={value} />
            <Narratives view={value} />
            {value.texts.length > 0 && <TextsToClear view={value} />}
            <FactualCheck view={value} />
            {value.report.stage === 'final' && <FrozenFiles view={value} />}
            {value.report.stage === 'draft' && <Withdraw view={value} />}
          </>
        )}
      </Ready>
    </div>
  )
}

function About({ view: { report, requirements } }: { view: WrittenView }) {
  return (
    <Section title="The report">
      <Facts
        facts={[
          { name: 'Period', value: `${formatDate(report.first)} to ${formatDate(report.last)}` },
          { name: 'Kind', value: disclosureLabels[report.disclosure] },
          { name: 'Requirements', value: requirements.map(({ id }) => id).join(', ') },
          { name: 'Goes to', value: <Shown>{report.distribution.join(', ')}</Shown> },
          ...(report.begunBy ? [{ name: 'Begun by', value: <Shown>{report.begunBy}</Shown> }] : []),
          ...(report.commentsBy
            ? [{ name: 'Comments until', value: formatDate(report.commentsBy) }]
            : []),
          ...(report.madeId
            ? [
                {
                  name: 'The file made last',
                  value: (
                    <Link to="/assurance/reports/$reportId" params={{ reportId: report.madeId }}>
                      Look at it, take it away, or seal it
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Withdraw({ view: { report } }: { view: WrittenView }) {
  const mayWrite = useMay('assurance:write')
  const withdraw = useCommand(act.writing.withdraw.mutate)
  const navigate = useNavigate()
  const { id, version } = report
  if (!mayWrite) return null
  return (
    <WithdrawForm
      what="this report"
      draft={`written-report-mistake:${id}`}
      withdraw={(reason) => withdraw({ id, version, reason })}
      onDone={() => void navigate({ to: '/assurance/reports' })}
    />
  )
}
