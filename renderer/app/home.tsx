import { Navigate } from '@tanstack/react-router'
import { Empty } from '../ui/empty.tsx'
import { BoardPage } from './board/board-page.tsx'
import { visibleTo } from './nav.ts'
import { useMe } from './session/me.ts'

/** The ward board for those who see it; for the others the first page that is theirs. */
export function Home() {
  const me = useMe()
  if (me.permissions.includes('board:read')) return <BoardPage />
  const first = visibleTo(me)[0]
  return first ? (
    <Navigate to={first.to} replace />
  ) : (
    <Empty>There is nothing here for your role.</Empty>
  )
}
