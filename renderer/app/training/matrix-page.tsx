import { useNavigate, useSearch } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { DaySection } from '../../features/training/day-section.tsx'
import { Matrix } from '../../features/training/matrix.tsx'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { PrintButton } from './print-button.tsx'
import { RequirementsNote } from './requirements-note.tsx'
import { TrainingFrame } from './training-frame.tsx'
import type { MatrixSearch } from './training-routes.tsx'

/** Everyone in post with what is asked of them, as of a day. */
export function MatrixPage() {
  const search: MatrixSearch = useSearch({ from: '/people/training' })
  const navigate = useNavigate()
  const today = dateOf(useServiceNow()())
  const show = (changes: { [K in keyof MatrixSearch]: MatrixSearch[K] | undefined }) =>
    void navigate({ to: '/people/training', search: given({ ...search, ...changes }) })
  const view = useRead(read.training.matrix.queryOptions(search.on ? { on: search.on } : {}))
  return (
    <TrainingFrame actions={<PrintButton />}>
      <Ready reading={view} what="training matrix">
        {(value) => (
          <DaySection
            title="Training matrix"
            on={value.on}
            today={today}
            onDay={(on) => show({ on })}
          >
            <Matrix
              view={value}
              who={search.who ?? 'everybody'}
              columns={search.columns ?? 'required'}
              onWho={(who) => show({ who })}
              onColumns={(columns) => show({ columns })}
            />
            <RequirementsNote lists={value} />
          </DaySection>
        )}
      </Ready>
    </TrainingFrame>
  )
}
