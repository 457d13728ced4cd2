import { Link, useParams } from '@tanstack/react-router'
import { scoreChart } from '#domain/relationship/score-chart.ts'
import { act, read, useRead } from '../../api.ts'
import { LetterButtons } from '../../features/admission/letter-buttons.tsx'
import { AssessmentPart } from '../../features/relationship/assessment.tsx'
import { AssessmentDue } from '../../features/relationship/due.tsx'
import { ScopePart } from '../../features/relationship/scope-part.tsx'
import { SharingsTable } from '../../features/relationship/sharings-table.tsx'
import type { RelationshipView, Sharing } from '../../features/relationship/view.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { useChartColours } from '../assurance/chart-colours.ts'
import { ChartImage } from '../assurance/chart-image.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { StayFormPage } from './stay-form-page.tsx'

export const useRelationship = (pairId: string) =>
  useRead(read.relationship.view.queryOptions({ pairId }))

/** The assessments of relationship and parenting of one mother and baby over the stay. */
export function RelationshipPage() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/relationship/$pairId' })
  const view = useRelationship(pairId)
  return (
    <StayFormPage stayId={stayId} wide title={() => 'Relationship and parenting'}>
      {() => (
        <Ready reading={view} what="assessments">
          {(value) => <Relationship view={value} stayId={stayId} pairId={pairId} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

interface RelationshipProps {
  view: RelationshipView
  stayId: string
  pairId: string
}

const quiet = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

function Relationship({ view, stayId, pairId }: RelationshipProps) {
  const mayAssess = useMay('relationship:assess')
  const mayShare = useMay('relationship:share')
  const params = { stayId, pairId }
  const sharingActs = (sharing: Sharing) =>
    mayShare && <SharingActs sharing={sharing} params={params} />
  const assessLink = mayAssess && (
    <Link to="/stays/$stayId/relationship/$pairId/assess" params={params} className="nhsuk-button">
      {view.assessments.length === 0 ? 'Make the first assessment' : 'Assess this week'}
    </Link>
  )
  return (
    <>
      <p>
        {view.baby} with {view.mother}. {view.rhythm}.
      </p>
      <AssessmentDue view={view} />
      {view.assessments.length > 0 && assessLink && (
        <div className="app-buttons app-buttons--under">{assessLink}</div>
      )}
      <ScoresOverStay view={view} />
      <Section title="Assessments, the newest first">
        {view.assessments.length === 0 && (
          <Empty action={assessLink}>Mother and baby have not been assessed yet.</Empty>
        )}
        {view.assessments.map((assessment) => {
          const own = { ...params, assessmentId: assessment.recordId }
          return (
            <AssessmentPart
              key={assessment.recordId}
              assessment={assessment}
              tools={view.tools}
              sharingActs={sharingActs}
              actions={
                <>
                  {mayShare && (
                    <Link
                      to="/stays/$stayId/relationship/$pairId/$assessmentId/mother"
                      params={own}
                      className={quiet}
                    >
                      Share with the mother
                    </Link>
                  )}
                  {mayShare && (
                    <Link
                      to="/stays/$stayId/relationship/$pairId/$assessmentId/send"
                      params={own}
                      className={quiet}
                    >
                      Send to a professional
                    </Link>
                  )}
                  {mayAssess && (
                    <Link
                      to="/stays/$stayId/relationship/$pairId/$assessmentId/correct"
                      params={own}
                      className={quiet}
                    >
                      Correct
                    </Link>
                  )}
                  <LetterButtons
                    what="Assessment with the scope statement"
                    make={(format) =>
                      act.relationship.print.query({ assessmentId: assessment.recordId, format })
                    }
                  />
                </>
              }
            />
          )
        })}
      </Section>
      <Section
        title="Scope statement: what this unit assesses, and what it does not"
        actions={
          mayShare && (
            <Link to="/stays/$stayId/relationship/$pairId/scope" params={params} className={quiet}>
              Send it by itself
            </Link>
          )
        }
      >
        <ScopePart scope={view.scope} />
        <LetterButtons
          what="Scope statement, one page"
          make={(format) => act.relationship.printScope.query({ format })}
        />
        {view.statements.length > 0 && (
          <>
            <h3>Sent by itself</h3>
            <SharingsTable sharings={view.statements} acts={sharingActs} />
          </>
        )}
      </Section>
    </>
  )
}

interface SharingActsProps {
  sharing: Sharing
  params: { stayId: string; pairId: string }
}

function SharingActs({ sharing, params }: SharingActsProps) {
  const own = { ...params, sharingId: sharing.recordId }
  const { assessmentId, scopeSetId } = sharing
  const waits = sharing.standing.state === 'waiting' || sharing.standing.state === 'late'
  return (
    <>
      {waits && (
        <p>
          <Link to="/stays/$stayId/relationship/$pairId/acknowledged/$sharingId" params={own}>
            Acknowledged
          </Link>
        </p>
      )}
      {waits && (
        <p>
          <Link to="/stays/$stayId/relationship/$pairId/chase/$sharingId" params={own}>
            Chase
          </Link>
        </p>
      )}
      {assessmentId !== null && scopeSetId !== null && (
        <LetterButtons
          what="As it was sent"
          make={(format) =>
            act.relationship.print.query({
              assessmentId,
              scopeSetId,
              format,
            })
          }
        />
      )}
      <p>
        <Link to="/stays/$stayId/relationship/$pairId/mistake/$sharingId" params={own}>
          A mistake
        </Link>
      </p>
    </>
  )
}

/** Each tool's scores as a drawing, with the same figures in a table beside it. */
function ScoresOverStay({ view }: { view: RelationshipView }) {
  const scores = view.assessments.flatMap((one) => one.scores)
  const colours = useChartColours()
  const charts = view.tools.flatMap((tool) => scoreChart(tool, scores, colours) ?? [])
  if (charts.length === 0) return null
  return (
    <Section title="Scores over the stay">
      {charts.map((chart) => (
        <div key={chart.caption} className="relationship-chart">
          <h3>{chart.caption}</h3>
          <ChartImage chart={chart} />
          <Table
            caption={`${chart.caption}: the same figures`}
            rows={chart.table.rows}
            rowKey={([scale]) => scale ?? ''}
            columns={chart.table.columns.map((name, index) => ({
              name,
              number: index > 0,
              cell: (row: string[]) => row[index],
            }))}
          />
        </div>
      ))}
    </Section>
  )
}
