import { Link } from '@tanstack/react-router'
import { trainingModeLabels } from '#domain/training/record.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Codes } from './codes.tsx'
import type { CourseView } from './view.ts'
import { hoursText, shortLevel, subjectLabels } from './words.ts'

interface CoursesProps {
  courses: readonly CourseView[]
  mayEdit: boolean
}

/** The list of courses that certificates are recorded for. */
export function Courses({ courses, mayEdit }: CoursesProps) {
  return (
    <Table
      caption="Courses"
      captionHidden
      rows={courses}
      rowKey={({ id }) => id}
      empty={
        <Empty
          action={
            mayEdit && (
              <Link to="/people/training/courses/new" className="nhsuk-button">
                Add the first course
              </Link>
            )
          }
        >
          No course is in the list yet. A certificate is recorded for a course of this list.
        </Empty>
      }
      columns={[
        {
          name: 'Course',
          cell: ({ id, title }) =>
            mayEdit ? (
              <Link to="/people/training/courses/$courseId" params={{ courseId: id }}>
                <Shown>{title}</Shown>
              </Link>
            ) : (
              <Shown>{title}</Shown>
            ),
          sortBy: ({ title }) => title,
        },
        {
          name: 'Provider',
          cell: ({ provider }) => <Shown>{provider}</Shown>,
          sortBy: ({ provider }) => provider,
        },
        {
          name: 'Teaches',
          cell: ({ subject, level }) => (
            <>
              {subjectLabels[subject]}
              {level && (
                <>
                  , <span className="training-whole">{shortLevel(level).toLowerCase()}</span>
                </>
              )}
            </>
          ),
          sortBy: ({ subject, level }) => `${subject} ${level ?? ''}`,
        },
        { name: 'Topics', cell: ({ topics }) => <Codes codes={topics} /> },
        {
          name: 'Another agency delivers it',
          cell: ({ deliveredByAnother }) =>
            deliveredByAnother === null ? (
              <Tag tone="warning">Not known</Tag>
            ) : deliveredByAnother ? (
              'Yes'
            ) : (
              'No'
            ),
        },
        {
          name: 'Held',
          cell: ({ mode }) => <span className="training-whole">{trainingModeLabels[mode]}</span>,
        },
        {
          name: 'Length',
          cell: ({ minutes }) => (minutes === null ? '' : hoursText(minutes)),
          sortBy: ({ minutes }) => minutes ?? 0,
          number: true,
        },
        {
          name: 'Certificates',
          cell: ({ certificates }) => certificates,
          sortBy: ({ certificates }) => certificates,
          number: true,
        },
      ]}
    />
  )
}
