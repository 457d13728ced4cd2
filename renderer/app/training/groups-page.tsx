import { useNavigate, useSearch } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { DaySection } from '../../features/training/day-section.tsx'
import { Groups } from '../../features/training/groups.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { OverTime } from './over-time.tsx'
import { PrintButton } from './print-button.tsx'
import { TrainingFrame } from './training-frame.tsx'

/** Compliance by profession, doctors and bank and agency apart, as of a day. */
export function GroupsPage() {
  const { on } = useSearch({ from: '/people/training/professions' })
  const navigate = useNavigate()
  const today = dateOf(useServiceNow()())
  const view = useRead(read.training.groups.queryOptions(on ? { on } : {}))
  return (
    <TrainingFrame actions={<PrintButton />}>
      <Ready reading={view} what="figures">
        {(value) => (
          <DaySection
            title="Compliance by profession"
            on={value.on}
            today={today}
            onDay={(day) =>
              void navigate({
                to: '/people/training/professions',
                search: day ? { on: day } : {},
              })
            }
          >
            <Groups view={value} />
          </DaySection>
        )}
      </Ready>
      <OverTime />
    </TrainingFrame>
  )
}
