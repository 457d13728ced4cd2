import { type ReactNode, useState } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Section } from '../../ui/section.tsx'

interface DaySectionProps {
  title: string
  on: CivilDate
  today: CivilDate
  /** Undefined for today, whichever day that is. */
  onDay: (on: CivilDate | undefined) => void
  children: ReactNode
}

/** A part of a page that shows how things stood on a day, with the way to any past one. */
export function DaySection({ title, on, today, onDay, children }: DaySectionProps) {
  const [choosing, choose] = useState(false)
  const past = on !== today
  return (
    <Section
      title={`${title}, ${formatDate(on)}${past ? '' : ' (today)'}`}
      actions={
        <>
          {past && (
            <Button kind="quiet" small onClick={() => onDay(undefined)}>
              Show today
            </Button>
          )}
          <Button kind="quiet" small onClick={() => choose(!choosing)}>
            Show another day
          </Button>
        </>
      }
    >
      {choosing && (
        <Form<{ on: CivilDate }>
          act="Show this day"
          save={(input) => {
            onDay(input.on)
            return Promise.resolve({ ok: true, value: undefined })
          }}
          onSaved={() => choose(false)}
          cancel={{ label: 'Go back', onClick: () => choose(false) }}
        >
          <DateField
            name="on"
            legend="Day to show"
            hint="Today or any day before."
            required="Enter the day to show"
            latest={today}
          />
        </Form>
      )}
      {past && <Banner title={`A past day: ${formatDate(on)}, by what is recorded now`} />}
      {children}
    </Section>
  )
}
