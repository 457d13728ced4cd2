import { useNavigate, useSearch } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { AsOf } from '../../features/training/as-of.tsx'
import { Groups } from '../../features/training/groups.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
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
      <Section title="Compliance by profession">
        <Ready reading={view} what="figures">
          {(value) => (
            <>
              <AsOf
                on={value.on}
                today={today}
                onChange={(day) =>
                  void navigate({
                    to: '/people/training/professions',
                    search: day ? { on: day } : {},
                  })
                }
              />
              <Groups view={value} />
            </>
          )}
        </Ready>
      </Section>
    </TrainingFrame>
  )
}
