import { read, useRead } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { fullName } from '../people/full-name.ts'
import type { StayView } from './stay-view.ts'

/** Whose record this is, on every page of a stay: the wrong family's is written in so easily (HZ-01). */
export const familyNames = ({ mother, pairs }: StayView): string => {
  const babies = pairs.filter(({ endedAt }) => endedAt === null).map(({ baby }) => fullName(baby))
  return [fullName(mother), ...babies].join(', with ')
}

/** The same for a page that does not read the stay itself. */
export function FamilyNames({ stayId }: { stayId: string }) {
  const stay = useRead(read.stays.get.queryOptions({ stayId }))
  return stay.state === 'ready' ? <Shown>{familyNames(stay.value)}</Shown> : null
}
