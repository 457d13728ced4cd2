import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Moves } from '../restricted/moves.tsx'
import { useMay } from '../session/me.ts'
import { AuditPages } from './audit-pages.tsx'
import { ExportForm } from './export-form.tsx'
import { FilterForm } from './filter-form.tsx'
import { FilterWords } from './filter-words.tsx'
import { Openings } from './openings.tsx'

/** The audit: who looked, who changed, by any filter, and the same lines as a file. */
export function AuditPage() {
  const { personId } = useSearch({ from: '/administration/audit' })
  const [filter, setFilter] = useState<AuditFilter>(personId ? { personId } : {})
  const [doing, start] = useState<'filter' | 'export'>()
  const mayReview = useMay('restricted:review')
  const done = () => start(undefined)
  return (
    <>
      {mayReview && <Openings />}
      {mayReview && <Moves />}
      <Section
        title="Who looked, and who changed"
        actions={
          doing === undefined && (
            <>
              <Button kind="quiet" small onClick={() => start('filter')}>
                Change the filter
              </Button>
              <Button kind="quiet" small onClick={() => start('export')}>
                Save as a file
              </Button>
            </>
          )
        }
      >
        {doing === 'filter' && (
          <FilterForm
            onCancel={done}
            onChosen={(chosen) => {
              setFilter(chosen)
              done()
            }}
          />
        )}
        {doing === 'export' && <ExportForm filter={filter} onDone={done} />}
        <FilterWords filter={filter} onAll={() => setFilter({})} />
        <AuditPages key={JSON.stringify(filter)} filter={filter} />
      </Section>
    </>
  )
}
