import { read, useRead } from '../../api.ts'
import type { BedChoice } from '../../features/admission/bed-field.tsx'
import { useMay } from '../session/me.ts'
import { bedTitle } from './bed-title.ts'
import { fullName } from './full-name.ts'

/**
 * The beds in their order, with a word where one is closed, somebody is in it, or it is promised: to her, where
 * `referralId` is hers, or to another mother.
 */
export function useBeds(referralId?: string): BedChoice[] {
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const stays = useRead(read.stays.current.queryOptions(undefined))
  const mayRead = useMay('admission:read')
  const board = useRead({ ...read.admission.beds.queryOptions(undefined), enabled: mayRead })
  if (beds.state !== 'ready' || stays.state !== 'ready') return []
  const promisedTo = new Map(
    board.state === 'ready' ? board.value.beds.map(({ id, expected }) => [id, expected]) : [],
  )
  return beds.value.map(({ id, name, closed }) => {
    const taken = stays.value.some(({ bed }) => bed?.id === id)
    const offer = promisedTo.get(id)
    const other = offer && offer.referralId !== referralId ? fullName(offer.mother) : undefined
    const word = taken
      ? ' (somebody is in it)'
      : closed
        ? ' (closed)'
        : offer
          ? ` (promised to ${other ?? 'her'})`
          : ''
    const promisedToOther = taken || closed ? undefined : other
    return { value: id, label: `${bedTitle(name)}${word}`, closed, promisedTo: promisedToOther }
  })
}
