import { Navigate } from '@tanstack/react-router'
import { Empty } from '../../ui/empty.tsx'
import { useMe } from '../session/me.ts'
import { firstPart } from './administration.tsx'

/** Opens the first part that this person may use. */
export function AdministrationHome() {
  const first = firstPart(useMe().permissions)
  return first ? (
    <Navigate to={first} replace />
  ) : (
    <Empty>There is nothing here for your role.</Empty>
  )
}
