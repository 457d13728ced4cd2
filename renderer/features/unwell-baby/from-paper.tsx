import { formatDateTime } from '#domain/shared/calendar.ts'
import { Tag } from '../../ui/tag.tsx'

/** An entry that was copied from the blank form. */
export interface PaperEntry {
  recordId: string
  happenedAt: string
  recordedAt: string
}

/** Beside a time that was written by hand and entered later: when it was entered. Nothing for any other entry. */
export function FromPaper({ entries, id }: { entries: readonly PaperEntry[]; id: string }) {
  const found = entries.find(({ recordId }) => recordId === id)
  if (!found) return null
  return (
    <>
      {' '}
      <Tag tone="info">From paper</Tag>{' '}
      <span className="app-quiet">entered {formatDateTime(found.recordedAt)}</span>
    </>
  )
}
