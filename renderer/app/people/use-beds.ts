import { read, useRead } from '../../api.ts'
import type { BedChoice } from '../../features/admission/bed-field.tsx'
import { bedTitle } from './bed-title.ts'

/** The beds in their order, with a word where one is closed or somebody is in it. */
export function useBeds(): BedChoice[] {
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const stays = useRead(read.stays.current.queryOptions(undefined))
  if (beds.state !== 'ready' || stays.state !== 'ready') return []
  return beds.value.map(({ id, name, closed }) => {
    const taken = stays.value.some(({ bed }) => bed?.id === id)
    const word = taken ? ' (somebody is in it)' : closed ? ' (closed)' : ''
    return { value: id, label: `${bedTitle(name)}${word}`, closed }
  })
}
