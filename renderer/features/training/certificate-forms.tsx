import type { CivilDate } from '#domain/shared/time.ts'
import { act, type Outputs, useCommand } from '../../api.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { CertificateFields, topicsOf } from './certificate-fields.tsx'
import { certificateInput, type TypedCertificate, typedAgain } from './certificate-input.ts'
import type { CertificateView, CourseView, PersonView } from './view.ts'

interface CertificateFormProps {
  view: PersonView
  courses: readonly CourseView[]
  today: CivilDate
  /** Back to the person's training, saved or not. */
  onDone: () => void
}

const backWords = 'Back to this person’s training'

const offered = (
  courses: readonly CourseView[],
  courseId: string,
  corrected?: CertificateView,
): string[] => {
  const course = courses.find(({ id }) => id === courseId)
  return course ? topicsOf(course, corrected) : []
}

/** Records that one person completed a course. */
export function RecordCertificate({ view, courses, today, onDone }: CertificateFormProps) {
  const record = useCommand(act.training.recordCertificate.mutate)
  const { staffId, startedOn } = view.person
  return (
    <Form<TypedCertificate>
      act="Record the certificate"
      draft={`certificate:${staffId}`}
      save={(typed) => record(certificateInput(staffId, typed, offered(courses, typed.courseId)))}
      onSaved={onDone}
      cancel={{ label: backWords, onClick: onDone }}
    >
      <CertificateFields courses={courses} lists={view} today={today} startedOn={startedOn} />
    </Form>
  )
}

type Correction = TypedCertificate & { reason: string; fromCourseNow: boolean }

interface CorrectCertificateProps extends CertificateFormProps {
  certificate: CertificateView
}

/** Corrects a certificate; what it said before stays readable. */
export function CorrectCertificate(props: CorrectCertificateProps) {
  const { view, courses, today, certificate, onDone } = props
  const correct = useCommand(act.training.correctCertificate.mutate)
  const { staffId, startedOn } = view.person
  const { id, version } = certificate
  const course = courses.find((one) => one.id === certificate.courseId)
  const taught = (courseId: string) => offered(courses, courseId, certificate)
  return (
    <Form<Correction>
      act="Save the correction"
      draft={`certificate-correct:${id}:${version}`}
      initial={typedAgain(certificate, course, taught(certificate.courseId))}
      save={async ({ reason, fromCourseNow, ...typed }) =>
        atItsField(
          await correct({
            id,
            version,
            reason,
            fromCourseNow,
            certificate: certificateInput(staffId, typed, taught(typed.courseId)),
          }),
        )
      }
      onSaved={onDone}
      cancel={{ label: backWords, onClick: onDone }}
    >
      <CertificateFields
        courses={courses}
        lists={view}
        today={today}
        startedOn={startedOn}
        corrected={certificate}
      />
      <FormPart title="Why it is corrected">
        <ConfirmField
          name="fromCourseNow"
          label="Take the level and how it was held from the course as it is listed now: the course was listed wrongly"
        />
        <TextField
          name="reason"
          label="Reason"
          hint="What it said before stays readable."
          required="Enter why it is corrected"
        />
      </FormPart>
    </Form>
  )
}

type CorrectReply = Outputs['training']['correctCertificate']

/** The fields of the certificate stand at the top of this form, not under a name of their own. */
function atItsField<
  Reply extends
    | { ok: true; value: CorrectReply }
    | { ok: false; failure: { fields?: { field: string; message: string }[] } },
>(reply: Reply): Reply {
  if (reply.ok || !reply.failure.fields) return reply
  const fields = reply.failure.fields.map(({ field, message }) => ({
    field: field.replace(/^certificate\./, ''),
    message,
  }))
  return { ...reply, failure: { ...reply.failure, fields } }
}
