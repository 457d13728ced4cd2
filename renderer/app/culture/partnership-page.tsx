import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { LeaveRung, OpenDisagreement } from '../../features/culture/disagreement-forms.tsx'
import { Disagreements } from '../../features/culture/disagreements.tsx'
import { Feedback, FeedbackMeans } from '../../features/culture/feedback.tsx'
import { AskFeedback, EnterFeedback, FormToPrint } from '../../features/culture/feedback-forms.tsx'
import {
  AddMeeting,
  MeetingOutcomeForm,
  WithdrawMeeting,
} from '../../features/culture/meeting-forms.tsx'
import { Meetings } from '../../features/culture/meetings.tsx'
import type { PartnershipView } from '../../features/culture/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { CultureFrame } from './culture-frame.tsx'

/** The unit's part with other agencies. */
export function PartnershipPage() {
  const view = useRead(read.culture.partnership.queryOptions(undefined))
  const mayEdit = useMay('partnership:edit')
  return (
    <CultureFrame>
      <Ready reading={view} what="page">
        {(value) => (
          <>
            <Section
              title="Meetings of other agencies"
              actions={
                mayEdit && (
                  <Link
                    to="/people/culture/partnership/meetings/new"
                    className="nhsuk-button nhsuk-button--small"
                  >
                    Add a meeting
                  </Link>
                )
              }
            >
              <Meetings meetings={value.meetings} mayEdit={mayEdit} />
            </Section>
            <Section
              title="Disagreements"
              actions={
                mayEdit && (
                  <Link
                    to="/people/culture/partnership/disagreements/new"
                    className="nhsuk-button nhsuk-button--small"
                  >
                    Put a disagreement on the log
                  </Link>
                )
              }
            >
              <Disagreements view={value} mayEdit={mayEdit} />
            </Section>
            <Section
              title="Feedback of partners"
              actions={
                <>
                  <FormToPrint />
                  {mayEdit && (
                    <Link
                      to="/people/culture/partnership/feedback/new"
                      className="nhsuk-button nhsuk-button--small"
                    >
                      A partner was asked
                    </Link>
                  )}
                </>
              }
            >
              <FeedbackMeans view={value} />
              <Feedback feedback={value.feedback} mayEdit={mayEdit} />
            </Section>
          </>
        )}
      </Ready>
    </CultureFrame>
  )
}

interface FormPageProps {
  title: string
  children: (view: PartnershipView, today: string, done: () => void) => ReactNode
}

/** The page round one form of partnership. */
function FormPage({ title, children }: FormPageProps) {
  const view = useRead(read.culture.partnership.queryOptions(undefined))
  const today = dateOf(useServiceNow()())
  const navigate = useNavigate()
  const done = () => void navigate({ to: '/people/culture/partnership' })
  return (
    <div className="app-main app-main--reading">
      <PageHeader
        title={title}
        back={
          <Link to="/people/culture/partnership" className="nhsuk-back-link">
            Back to partnership
          </Link>
        }
      />
      <Ready reading={view} what="form">
        {(value) => children(value, today, done)}
      </Ready>
    </div>
  )
}

const notThere = <Banner title="This is not on record any more" tone="warning" />

export const AddMeetingPage = () => (
  <FormPage title="Add a meeting">
    {(view, today, done) =>
      view.here.length === 0 ? (
        <Banner title="No mother and baby are on the unit" tone="warning" />
      ) : (
        <AddMeeting view={view} today={today} onDone={done} />
      )
    }
  </FormPage>
)

export function MeetingPage() {
  const { meetingId } = useParams({ from: '/people/culture/partnership/meetings/$meetingId' })
  return (
    <FormPage title="What came of the meeting">
      {(view, _, done) => {
        const meeting = view.meetings.find(({ id }) => id === meetingId)
        return meeting ? (
          <>
            <MeetingOutcomeForm key={meeting.id} view={view} meeting={meeting} onDone={done} />
            <details>
              <summary>It was entered in error</summary>
              <WithdrawMeeting meeting={meeting} onDone={done} />
            </details>
          </>
        ) : (
          notThere
        )
      }}
    </FormPage>
  )
}

export const OpenDisagreementPage = () => (
  <FormPage title="Put a disagreement on the log">
    {(view, _, done) => <OpenDisagreement view={view} onDone={done} />}
  </FormPage>
)

export function RungPage() {
  const { rungId } = useParams({ from: '/people/culture/partnership/rungs/$rungId' })
  return (
    <FormPage title="Resolved, or taken further">
      {(view, _, done) => {
        const one = view.disagreements.find(({ standing }) => standing?.id === rungId)
        return one?.standing ? (
          <LeaveRung view={view} one={one} rung={one.standing} onDone={done} />
        ) : (
          notThere
        )
      }}
    </FormPage>
  )
}

export const AskFeedbackPage = () => (
  <FormPage title="A partner was asked">
    {(view, today, done) => <AskFeedback view={view} today={today} onDone={done} />}
  </FormPage>
)

export function EnterFeedbackPage() {
  const { feedbackId } = useParams({ from: '/people/culture/partnership/feedback/$feedbackId' })
  return (
    <FormPage title="Enter the form">
      {(view, today, done) => {
        const form = view.feedback.find(({ id }) => id === feedbackId)
        return form && form.returnedOn === null ? (
          <EnterFeedback view={view} form={form} today={today} onDone={done} />
        ) : (
          notThere
        )
      }}
    </FormPage>
  )
}
