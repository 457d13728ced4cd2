import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Learning } from '../../features/culture/learning.tsx'
import {
  CheckChange,
  NoteLearning,
  RecordChange,
  WithdrawLearning,
} from '../../features/culture/learning-forms.tsx'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { CultureFrame } from './culture-frame.tsx'

/** What was learnt, and what came of it. */
export function LearningPage() {
  const view = useRead(read.culture.learning.queryOptions(undefined))
  const mayEdit = useMay('culture:edit')
  return (
    <CultureFrame
      actions={
        mayEdit && (
          <Link to="/people/culture/learning/new" className="nhsuk-button">
            Note what was learnt
          </Link>
        )
      }
    >
      <Section title="What was learnt">
        <Ready reading={view} what="list">
          {(value) => <Learning view={value} mayEdit={mayEdit} />}
        </Ready>
      </Section>
    </CultureFrame>
  )
}

function useBackToLearning() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/people/culture/learning' })
}

const back = (
  <Link to="/people/culture/learning" className="nhsuk-back-link">
    Back to what was learnt
  </Link>
)

export function NoteLearningPage() {
  const view = useRead(read.culture.learning.queryOptions(undefined))
  const today = dateOf(useServiceNow()())
  const done = useBackToLearning()
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Note what was learnt" back={back} />
      <Ready reading={view} what="form">
        {(value) => <NoteLearning view={value} today={today} onDone={done} />}
      </Ready>
    </div>
  )
}

/** The next step of one learning point: the change, then the check. */
export function LearningStepPage() {
  const { learningId } = useParams({ from: '/people/culture/learning/$learningId' })
  const view = useRead(read.culture.learning.queryOptions(undefined))
  const today = dateOf(useServiceNow()())
  const done = useBackToLearning()
  return (
    <div className="app-main app-main--reading">
      <Ready reading={view} what="form">
        {(value) => {
          const point = value.points.find(({ id }) => id === learningId)
          if (!point) return <Banner title="This is not on record any more" tone="warning" />
          return (
            <>
              <PageHeader
                title={point.madeOn === null ? 'Record the change' : 'Check whether it held'}
                back={back}
              />
              {point.madeOn === null ? (
                <RecordChange point={point} today={today} onDone={done} />
              ) : (
                <CheckChange view={value} point={point} today={today} onDone={done} />
              )}
              <details>
                <summary>It was entered in error</summary>
                <WithdrawLearning point={point} onDone={done} />
              </details>
            </>
          )
        }}
      </Ready>
    </div>
  )
}
