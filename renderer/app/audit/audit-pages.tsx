import { useState } from 'react'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Ready } from '../reading.tsx'
import { EntriesTable } from './entries-table.tsx'

const pageRows = 100

/** The lines of one filter, a hundred at a time; older ones when asked for. */
export function AuditPages({ filter }: { filter: AuditFilter }) {
  // Where each page begins: the number of the last entry of the page before.
  const [starts, setStarts] = useState<(number | undefined)[]>([undefined])
  const before = starts.at(-1)
  const entries = useRead(
    read.audit.entries.queryOptions({ filter, ...(before === undefined ? {} : { before }) }),
  )
  return (
    <Ready reading={entries} what="entries">
      {(rows) => (
        <>
          <EntriesTable entries={rows} />
          <div className="app-buttons app-buttons--under">
            {starts.length > 1 && (
              <Button kind="quiet" small onClick={() => setStarts(starts.slice(0, -1))}>
                Newer entries
              </Button>
            )}
            {rows.length === pageRows && (
              <Button kind="quiet" small onClick={() => setStarts([...starts, rows.at(-1)?.seq])}>
                Older entries
              </Button>
            )}
          </div>
        </>
      )}
    </Ready>
  )
}
