import { trainingModeLabels } from '#domain/training/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { Typed } from '../../ui/form/use-draft.ts'
import { useTyped } from '../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import type { CourseView, ListsView } from './view.ts'
import { hoursTyped, levelText, minutesTyped, subjectLabels } from './words.ts'

type CourseInput = InputOf<typeof act.training.addCourse.mutate>

interface CourseFormProps {
  lists: ListsView
  onDone: () => void
}

/** Adds a course to the list. */
export function AddCourse({ lists, onDone }: CourseFormProps) {
  const add = useCommand(act.training.addCourse.mutate)
  return (
    <Form<CourseInput>
      act="Add the course"
      draft="add-course"
      save={(course) => add(whole(course))}
      onSaved={onDone}
      cancel={{ label: 'Back to the courses', onClick: onDone }}
    >
      <FormPart title="The course">
        <CourseFields prefix="" lists={lists} />
      </FormPart>
    </Form>
  )
}

/** Corrects a course. */
export function ChangeCourse({ lists, course, onDone }: CourseFormProps & { course: CourseView }) {
  const change = useCommand(act.training.changeCourse.mutate)
  const { id, version } = course
  return (
    <Form<{ course: CourseInput; reason: string }>
      act="Save the course"
      draft={`course:${id}:${version}`}
      initial={{ course: typedAgain(course) }}
      save={({ course: typed, reason }) => change({ id, version, reason, course: whole(typed) })}
      onSaved={onDone}
      cancel={{ label: 'Back to the courses', onClick: onDone }}
    >
      <FormPart title="The course">
        <p className="app-quiet">
          {course.certificates === 0
            ? 'No certificate names this course yet.'
            : `Certificates recorded before (${course.certificates}) keep the level and topics that they have.`}
        </p>
        <CourseFields prefix="course." lists={lists} />
        <TextField name="reason" label="Why it is corrected" required="Enter why it is corrected" />
      </FormPart>
    </Form>
  )
}

/** A course without topics sends none, and one that is not of safeguarding no level. */
const whole = (typed: CourseInput): CourseInput => ({ ...typed, topics: typed.topics ?? [] })

const typedAgain = (course: CourseView): Typed => ({
  title: course.title,
  subject: course.subject,
  level: course.level ?? '',
  topics: course.topics,
  provider: course.provider,
  deliveredByAnother:
    course.deliveredByAnother === null ? 'not-known' : course.deliveredByAnother ? 'yes' : 'no',
  mode: course.mode,
  minutes: course.minutes === null ? '' : hoursTyped(course.minutes),
  validMonths: course.validMonths === null ? '' : String(course.validMonths),
})

const answers: Record<string, boolean | null> = { yes: true, no: false, 'not-known': null }

function CourseFields({ prefix, lists }: { prefix: string; lists: ListsView }) {
  const subject = useTyped<string>(`${prefix}subject`)
  return (
    <>
      <TextField name={`${prefix}title`} label="Title" required="Enter the title" />
      <TextField
        name={`${prefix}provider`}
        label="Provider"
        hint="Who holds it, such as the safeguarding partnership or your own trust."
        required="Enter the provider"
      />
      <RadiosField
        name={`${prefix}subject`}
        legend="What does it teach?"
        required="Choose what the course teaches"
        choices={choicesOf(subjectLabels)}
      />
      {subject === 'safeguarding' && (
        <SelectField
          name={`${prefix}level`}
          label="Level that it reaches"
          prompt="It reaches no level by itself"
          choices={lists.levels.map(({ code }) => ({ value: code, label: levelText(lists, code) }))}
        />
      )}
      <CheckboxesField
        name={`${prefix}topics`}
        legend="Topics that it covers"
        choices={lists.topics.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
      />
      <RadiosField
        name={`${prefix}deliveredByAnother`}
        legend="Does another agency deliver it?"
        hint="Another agency than your own trust. If not, it counts as multi-agency where others took part."
        required="Say whether another agency delivers it"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-known', label: 'Not known' },
        ]}
        read={(typed) => answers[typed]}
        inline
      />
      <RadiosField
        name={`${prefix}mode`}
        legend="How is it held?"
        required="Choose how it is held"
        choices={choicesOf(trainingModeLabels)}
      />
      <TextField
        name={`${prefix}minutes`}
        label="Length in hours (optional)"
        hint="Such as 7.5 or 7:30."
        width={5}
        check={(typed) =>
          minutesTyped(typed) ? undefined : 'Enter hours in figures, such as 7.5 or 7:30'
        }
        read={minutesTyped}
      />
      <WholeNumberField
        name={`${prefix}validMonths`}
        label="Months for which its provider says that it counts (optional)"
        hint="It never counts longer than the required training says."
        least={1}
        most={120}
      />
    </>
  )
}
