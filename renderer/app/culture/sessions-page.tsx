import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { attendanceChart } from '#domain/culture/attendance-chart.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { AttendanceByProfession, StandingOfStaff } from '../../features/culture/attendance.tsx'
import { ReflectionsDue } from '../../features/culture/reflections-due.tsx'
import { CorrectSession, RecordSession } from '../../features/culture/session-form.tsx'
import { Sessions } from '../../features/culture/sessions.tsx'
import type { SessionsView } from '../../features/culture/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { useChartColours } from '../assurance/chart-colours.ts'
import { ChartImage } from '../assurance/chart-image.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { CultureFrame } from './culture-frame.tsx'

/** Sessions of reflection and supervision, and how many of the staff come. */
export function SessionsPage() {
  const view = useRead(read.culture.sessions.queryOptions(undefined))
  const reminders = useRead(read.culture.reflectionReminders.queryOptions(undefined))
  const mayEdit = useMay('culture:edit')
  return (
    <CultureFrame
      actions={
        mayEdit && (
          <Link to="/people/culture/record" className="nhsuk-button">
            Record a session
          </Link>
        )
      }
    >
      <Ready reading={view} what="sessions">
        {(value) => (
          <>
            {reminders.state === 'ready' && <ReflectionsDue reminders={reminders.value} />}
            <Section title="Who comes to reflect">
              <Attendance view={value} />
            </Section>
            <Section title="Sessions of the last year">
              <Sessions view={value} mayEdit={mayEdit} />
            </Section>
            {value.people && (
              <Section title="When each last came">
                <p className="app-quiet">
                  The safeguarding lead alone sees this list. Reflective sessions are asked of
                  everybody every {value.every.reflectiveDays} days, safeguarding supervision every{' '}
                  {value.every.safeguardingMonths} months, clinical supervision every{' '}
                  {value.every.clinicalMonths === 1
                    ? 'month'
                    : `${value.every.clinicalMonths} months`}
                  .
                </p>
                <StandingOfStaff people={value.people} />
              </Section>
            )}
          </>
        )}
      </Ready>
    </CultureFrame>
  )
}

function Attendance({ view }: { view: SessionsView }) {
  const colours = useChartColours()
  return (
    <div className="culture-attendance">
      <div>
        {view.run.some(({ asked }) => asked > 0) && (
          <ChartImage chart={attendanceChart(view.run, colours)} />
        )}
        <p className="app-quiet">
          Reflection together with social workers is due every {view.every.jointMonths} months.{' '}
          {view.lastJoint === null
            ? 'There was none in the last year.'
            : `It was last held on ${formatDate(view.lastJoint)}.`}
        </p>
      </div>
      <AttendanceByProfession view={view} />
    </div>
  )
}

function useBackToSessions() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/people/culture' })
}

const back = (
  <Link to="/people/culture" className="nhsuk-back-link">
    Back to the sessions
  </Link>
)

export function RecordSessionPage() {
  const view = useRead(read.culture.sessions.queryOptions(undefined))
  const today = dateOf(useServiceNow()())
  const done = useBackToSessions()
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Record a session" back={back} />
      <Ready reading={view} what="form">
        {(value) => <RecordSession view={value} today={today} onDone={done} />}
      </Ready>
    </div>
  )
}

export function CorrectSessionPage() {
  const { sessionId } = useParams({ from: '/people/culture/sessions/$sessionId' })
  const view = useRead(read.culture.sessions.queryOptions(undefined))
  const today = dateOf(useServiceNow()())
  const done = useBackToSessions()
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Correct a session" back={back} />
      <Ready reading={view} what="form">
        {(value) => {
          const session = value.sessions.find(({ id }) => id === sessionId)
          return session?.came ? (
            <CorrectSession
              key={session.id}
              view={value}
              today={today}
              session={session}
              onDone={done}
            />
          ) : (
            <Banner title="This session cannot be corrected here" tone="warning">
              <p>Whoever led it can, or the safeguarding lead.</p>
            </Banner>
          )
        }}
      </Ready>
    </div>
  )
}
