import { useState } from 'react'
import { read, useRead } from '../../api.ts'
import { Ending, type Horizon } from '../../features/training/ending.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { PrintButton } from './print-button.tsx'
import { TrainingFrame } from './training-frame.tsx'

/** What lapses in the next 30, 60 or 90 days. */
export function EndingPage() {
  const [days, setDays] = useState<Horizon>(30)
  const view = useRead(read.training.ending.queryOptions({ days: 90 }))
  return (
    <TrainingFrame actions={<PrintButton />}>
      <Section title="What lapses soon">
        <Ready reading={view} what="list">
          {(value) => <Ending view={value} days={days} onDays={setDays} />}
        </Ready>
      </Section>
    </TrainingFrame>
  )
}
