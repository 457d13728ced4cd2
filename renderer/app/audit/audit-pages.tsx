import type { AuditFilter } from '#domain/audit/filter.ts'
import { read, useRead } from '../../api.ts'
import { PageButtons, usePages } from '../pages.tsx'
import { Ready } from '../reading.tsx'
import { EntriesTable } from './entries-table.tsx'

const pageRows = 100

/** The lines of one filter, a hundred at a time; older ones when asked for. */
export function AuditPages({ filter }: { filter: AuditFilter }) {
  const pages = usePages<number>()
  const { after: before } = pages
  const entries = useRead(
    read.audit.entries.queryOptions({ filter, ...(before === undefined ? {} : { before }) }),
  )
  return (
    <Ready reading={entries} what="entries">
      {(rows) => (
        <>
          <EntriesTable entries={rows} />
          <PageButtons
            pages={pages}
            next={rows.length === pageRows ? rows.at(-1)?.seq : null}
            words={{ back: 'Newer entries', on: 'Older entries' }}
          />
        </>
      )}
    </Ready>
  )
}
