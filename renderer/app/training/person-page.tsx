import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import {
  CorrectCertificate,
  RecordCertificate,
} from '../../features/training/certificate-forms.tsx'
import { Certificates } from '../../features/training/certificates.tsx'
import { DaySection } from '../../features/training/day-section.tsx'
import { PersonStanding } from '../../features/training/person.tsx'
import type { CourseView, PersonView } from '../../features/training/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { PassportButton } from './passport-button.tsx'
import { RequirementsNote } from './requirements-note.tsx'

/** One person's training: what is required, how it stands, and every certificate. */
export function PersonPage() {
  const { staffId } = useParams({ from: '/people/training/staff/$staffId' })
  const { on } = useSearch({ from: '/people/training/staff/$staffId' })
  const navigate = useNavigate()
  const today = dateOf(useServiceNow()())
  const mayEdit = useMay('training:edit')
  const view = useRead(read.training.person.queryOptions({ staffId, ...(on ? { on } : {}) }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="training">
        {(value) => (
          <>
            <PageHeader
              title={<Shown>{value.person.name}</Shown>}
              under={value.person.group}
              back={
                <Link to="/people/training" className="nhsuk-back-link">
                  Back to the training matrix
                </Link>
              }
              actions={
                <>
                  {value.mayPassport && <PassportButton staffId={staffId} />}
                  {mayEdit && (
                    <Link
                      to="/people/training/staff/$staffId/record"
                      params={{ staffId }}
                      className="nhsuk-button"
                    >
                      Record a certificate
                    </Link>
                  )}
                </>
              }
            />
            <DaySection
              title="What is required"
              on={value.on}
              today={today}
              onDay={(day) =>
                void navigate({
                  to: '/people/training/staff/$staffId',
                  params: { staffId },
                  search: day ? { on: day } : {},
                })
              }
            >
              <PersonStanding view={value} />
            </DaySection>
            <Certificates
              staffId={staffId}
              certificates={value.certificates}
              mayEdit={mayEdit}
              onCorrect={(certificateId) =>
                void navigate({
                  to: '/people/training/staff/$staffId/$certificateId',
                  params: { staffId, certificateId },
                })
              }
            />
            <RequirementsNote lists={value} />
          </>
        )}
      </Ready>
    </div>
  )
}

interface CertificatePageProps {
  staffId: string
  title: string
  children: (view: PersonView, courses: CourseView[]) => ReactNode
}

/** The page round a form on one person's certificate. */
function CertificatePage({ staffId, title, children }: CertificatePageProps) {
  const view = useRead(read.training.person.queryOptions({ staffId }))
  const courses = useRead(read.training.courses.queryOptions(undefined))
  return (
    <div className="app-main app-main--reading">
      <Ready reading={view} what="form">
        {(value) => (
          <>
            <PageHeader
              title={title}
              under={<Shown>{value.person.name}</Shown>}
              back={
                <Link
                  to="/people/training/staff/$staffId"
                  params={{ staffId }}
                  className="nhsuk-back-link"
                >
                  Back to this person’s training
                </Link>
              }
            />
            <Ready reading={courses} what="courses">
              {(all) => (all.length === 0 ? <NoCourse /> : children(value, all))}
            </Ready>
          </>
        )}
      </Ready>
    </div>
  )
}

function NoCourse() {
  return (
    <Banner title="There is no course in the list yet" tone="warning">
      <p>
        A certificate is recorded for a course.{' '}
        <Link to="/people/training/courses/new">Add the course first</Link>.
      </p>
    </Banner>
  )
}

function useBackToPerson(staffId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/people/training/staff/$staffId', params: { staffId } })
}

export function RecordCertificatePage() {
  const { staffId } = useParams({ from: '/people/training/staff/$staffId/record' })
  const today = dateOf(useServiceNow()())
  const back = useBackToPerson(staffId)
  return (
    <CertificatePage staffId={staffId} title="Record a certificate">
      {(view, courses) => (
        <RecordCertificate view={view} courses={courses} today={today} onDone={back} />
      )}
    </CertificatePage>
  )
}

export function CorrectCertificatePage() {
  const { staffId, certificateId } = useParams({
    from: '/people/training/staff/$staffId/$certificateId',
  })
  const today = dateOf(useServiceNow()())
  const back = useBackToPerson(staffId)
  return (
    <CertificatePage staffId={staffId} title="Correct a certificate">
      {(view, courses) => {
        const certificate = view.certificates.find(({ id }) => id === certificateId)
        return certificate && !certificate.withdrawn ? (
          <CorrectCertificate
            key={certificate.id}
            view={view}
            courses={courses}
            today={today}
            certificate={certificate}
            onDone={back}
          />
        ) : (
          <Banner title="This certificate is not in the register any more" tone="warning" />
        )
      }}
    </CertificatePage>
  )
}
