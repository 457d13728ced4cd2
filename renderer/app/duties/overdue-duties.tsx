import { read, useRead } from '../../api.ts'

/** How many duties are overdue, beside the name of their page; nothing where none is. */
export function OverdueDuties() {
  const counts = useRead({
    ...read.communications.counts.queryOptions(undefined),
    refetchInterval: 30_000,
  })
  if (counts.state !== 'ready' || counts.value.late === 0) return null
  return (
    <span className="duties-count">
      {counts.value.late} <span className="app-hidden">overdue</span>
    </span>
  )
}
