import { Link } from '@tanstack/react-router'

/** The three pages of the history of a stay. */
export function HistoryTabs({ stayId }: { stayId: string }) {
  const params = { stayId }
  const look = {
    className: 'history-tabs__one',
    activeProps: { 'aria-current': 'page' as const },
    activeOptions: { exact: true },
  }
  return (
    <nav className="history-tabs" aria-label="History">
      <Link to="/stays/$stayId/history" params={params} {...look}>
        Register of documents
      </Link>
      <Link to="/stays/$stayId/chronology" params={params} {...look}>
        One page of history
      </Link>
      <Link to="/stays/$stayId/health-use" params={params} {...look}>
        Use of health services
      </Link>
    </nav>
  )
}
