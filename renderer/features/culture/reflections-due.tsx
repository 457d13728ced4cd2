import { sessionPromptLabels } from '#domain/culture/codes.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import type { ReflectionReminders } from './view.ts'

interface ReminderLine {
  key: string
  text: string
  late: boolean
}

const byWhen = ({ dueOn, late }: { dueOn: string; late: boolean }) =>
  late ? `late since ${formatDate(dueOn)}` : `by ${formatDate(dueOn)}`

/** Each reflection that is due as a line, the late ones said as late. It names nobody. */
export function reminderLines({ waiting, joint }: ReflectionReminders): ReminderLine[] {
  const events = waiting.map((one) => ({
    key: `${one.on} ${one.prompt}`,
    text: `${sessionPromptLabels[one.prompt]}, ${formatDate(one.on)}: ${byWhen(one)}`,
    late: one.late,
  }))
  if (joint === null) return events
  const last = joint.lastOn === null ? 'never held yet' : `last held ${formatDate(joint.lastOn)}`
  const text = `Reflection together with social workers, ${last}: ${byWhen(joint)}`
  return [...events, { key: 'joint', text, late: joint.late }]
}

/** What the unit has to reflect on, and by when; nothing where all was. */
export function ReflectionsDue({ reminders }: { reminders: ReflectionReminders }) {
  const lines = reminderLines(reminders)
  if (lines.length === 0) return null
  return (
    <Banner title="To be reflected on" tone={lines.some(({ late }) => late) ? 'warning' : 'info'}>
      <ul>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <p>
        A session answers for it where it says what led to it, and, of an unwell baby, which episode
        it looked back on.
      </p>
    </Banner>
  )
}
