import type { MayTakeBack } from '../../features/communications/take-back-form.tsx'
import { useMay, useMe } from './me.ts'

/** One's own mark on a duty, or with the permission to drop a duty anybody's: what the service allows too. */
export function useMayTakeBack(): MayTakeBack {
  const { staffId } = useMe()
  const mayAct = useMay('duty:act')
  const mayDrop = useMay('duty:drop')
  return ({ byId }) => mayDrop || (mayAct && byId === staffId)
}
