import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { AddCourse, ChangeCourse } from '../../features/training/course-form.tsx'
import { Courses } from '../../features/training/courses.tsx'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { TrainingFrame } from './training-frame.tsx'

/** The list of courses. */
export function CoursesPage() {
  const courses = useRead(read.training.courses.queryOptions(undefined))
  const mayEdit = useMay('training:edit')
  return (
    <TrainingFrame
      actions={
        mayEdit && (
          <Link to="/people/training/courses/new" className="nhsuk-button">
            Add a course
          </Link>
        )
      }
    >
      <Section title="Courses">
        <Ready reading={courses} what="courses">
          {(value) => <Courses courses={value} mayEdit={mayEdit} />}
        </Ready>
      </Section>
    </TrainingFrame>
  )
}

function useBackToCourses() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/people/training/courses' })
}

const back = (
  <Link to="/people/training/courses" className="nhsuk-back-link">
    Back to the courses
  </Link>
)

export function AddCoursePage() {
  const lists = useRead(read.training.lists.queryOptions(undefined))
  const done = useBackToCourses()
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Add a course" back={back} />
      <Ready reading={lists} what="form">
        {(value) => <AddCourse lists={value} onDone={done} />}
      </Ready>
    </div>
  )
}

export function ChangeCoursePage() {
  const { courseId } = useParams({ from: '/people/training/courses/$courseId' })
  const lists = useRead(read.training.lists.queryOptions(undefined))
  const courses = useRead(read.training.courses.queryOptions(undefined))
  const done = useBackToCourses()
  return (
    <div className="app-main app-main--reading">
      <PageHeader title="Correct a course" back={back} />
      <Ready reading={lists} what="form">
        {(value) => (
          <Ready reading={courses} what="course">
            {(all) => {
              const course = all.find(({ id }) => id === courseId)
              return course ? (
                <ChangeCourse key={course.id} lists={value} course={course} onDone={done} />
              ) : (
                <Banner title="This course is not in the list" tone="warning" />
              )
            }}
          </Ready>
        )}
      </Ready>
    </div>
  )
}
