import { formatDate } from '#domain/shared/calendar.ts'
import type { BasisKind } from '#domain/shared/provenance.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { agencyLabels } from '#domain/training/record.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { Shown } from '../../ui/shown.tsx'
import { FileField } from '../documents/file-field.tsx'
import type { CertificateView, CourseView, ListsView } from './view.ts'
import { hoursText, levelText, minutesTyped, topicTitle } from './words.ts'

interface CertificateFieldsProps {
  courses: readonly CourseView[]
  lists: Pick<ListsView, 'levels' | 'topics'>
  today: CivilDate
  /** The day on which the person started here. */
  startedOn: CivilDate
  /** The certificate that is corrected: its own topics can stay on it. */
  corrected?: Pick<CertificateView, 'courseId' | 'topics' | 'evidence' | 'hasFile'>
}

/** Training was seen, shown by a document, or told; an opinion does not show it. */
const kinds: readonly BasisKind[] = ['document', 'observed', 'told']

/** The questions about one certificate. */
export function CertificateFields(props: CertificateFieldsProps) {
  const { courses, lists, today, startedOn, corrected } = props
  const courseId = useTyped<string>('courseId')
  const course = courses.find(({ id }) => id === courseId)
  return (
    <>
      <FormPart title="Course">
        <SelectField
          name="courseId"
          label="Which course?"
          required="Choose the course"
          choices={courses.map(({ id, title, provider }) => ({
            value: id,
            label: `${title} (${provider})`,
          }))}
        />
        {course && <AboutCourse course={course} lists={lists} />}
        <FormRow>
          <DateField
            name="completedOn"
            legend="Day of completion"
            hint={`A day before ${formatDate(startedOn)}, when they started here, counts as brought from an earlier employer.`}
            required="Enter the day of completion"
            earliest="1970-01-01"
            latest={today}
          />
          <DateField
            name="expiresOn"
            legend="Expiry printed on it (optional)"
            hint={expiryHint(course)}
          />
        </FormRow>
        {course && <TopicsTaught topics={topicsOf(course, corrected)} lists={lists} />}
        <TextField
          name="minutes"
          label="Length in hours, if it differs from the course (optional)"
          hint="Such as 7.5 or 7:30."
          width={5}
          check={(typed) =>
            minutesTyped(typed) ? undefined : 'Enter hours in figures, such as 7.5 or 7:30'
          }
          read={minutesTyped}
        />
      </FormPart>
      <FormPart title="Other agencies">
        <RadiosField
          name="agencies"
          legend="Did people from other agencies take part?"
          hint="Multi-agency training counts only if another agency delivered it or took part."
          required="Say whether people from other agencies took part"
          inline
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'not-known', label: 'Not known' },
          ]}
          further={(answer) =>
            answer === 'yes' && (
              <div className="training-choices">
                <CheckboxesField
                  name="agenciesPresent"
                  legend="Which agencies?"
                  required="Choose at least one agency"
                  choices={choicesOf(agencyLabels)}
                />
              </div>
            )
          }
        />
      </FormPart>
      <FormPart title="How it is known">
        {corrected?.evidence && (
          <p className="app-quiet">
            Recorded before: <Shown>{corrected.evidence}</Shown>
          </p>
        )}
        <BasisField name="basis" of="the completion" today={today} kinds={kinds} />
        <FileField
          name="attachmentHash"
          legend={
            corrected?.hasFile ? 'Another file (optional)' : 'The certificate itself (optional)'
          }
          hint={
            corrected?.hasFile
              ? 'A file is attached; left empty, it stays.'
              : 'Seen by the person and by those who keep this register.'
          }
        />
        <NoteField
          name="reflection"
          label="What the person took from it (optional)"
          hint="Seen by the person and by those who keep this register."
          rows={3}
        />
      </FormPart>
    </>
  )
}

const expiryHint = (course: CourseView | undefined) =>
  course && course.validMonths !== null
    ? `Left empty, the course’s own ${course.validMonths} months count.`
    : 'Left empty, the months of the required training count.'

/** The topics that can stand on a certificate of the course. */
export const topicsOf = (
  course: CourseView,
  corrected: CertificateFieldsProps['corrected'],
): string[] =>
  corrected?.courseId === course.id
    ? [...new Set([...course.topics, ...corrected.topics])].sort()
    : course.topics

interface AboutProps {
  course: CourseView
  lists: CertificateFieldsProps['lists']
}

function AboutCourse({ course, lists }: AboutProps) {
  const parts = [
    course.level && levelText(lists, course.level),
    course.minutes !== null && `takes ${hoursText(course.minutes)}`,
    course.deliveredByAnother === true && 'delivered by another agency',
  ].filter(Boolean)
  return parts.length > 0 ? <p className="app-quiet">This course: {parts.join('; ')}.</p> : null
}

interface TopicsTaughtProps {
  topics: readonly string[]
  lists: CertificateFieldsProps['lists']
}

function TopicsTaught({ topics, lists }: TopicsTaughtProps) {
  if (topics.length === 0) return null
  return (
    <RadiosField
      name="taught"
      legend="Were all topics of the course taught?"
      hint={topics.join(', ')}
      required="Say whether all topics were taught"
      inline
      choices={[
        { value: 'all', label: 'Yes, all' },
        { value: 'some', label: 'Only some' },
      ]}
      further={(answer) =>
        answer === 'some' && (
          <CheckboxesField
            name="topics"
            legend="Which topics?"
            choices={topics.map((id) => ({
              value: id,
              label: `${id} ${topicTitle(lists, id)}`,
            }))}
          />
        )
      }
    />
  )
}
