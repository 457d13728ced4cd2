import { readInstant } from '../../ui/form/instant-text.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { EndFields } from './end-status.tsx'

/** What the question adds to the fields of a status; it is no part of the fact. */
export interface EndedAlready {
  stands?: 'yes' | 'no'
  ended?: { endedAt: string; whatFollowed: string }
}

/** The fact without the question; with its end where it has ended. */
export function withEnd<Fact extends object>(typed: Fact & EndedAlready) {
  const { stands, ended, ...fact } = typed
  return { ...fact, ...(stands === 'no' && ended ? { ended } : {}) }
}

/** Asked of a status that is recorded after the date on which it was to run out. */
export function EndedAlreadyField() {
  const now = useServiceNow()()
  const read = readInstant(useTyped<string>('endsAt') ?? '')
  if (!('instant' in read) || read.instant > now) return null
  return (
    <RadiosField
      name="stands"
      legend="This date has passed. Has it ended?"
      hint="Until somebody says that it has ended it counts as in force."
      required="Say whether it has ended"
      choices={[
        { value: 'no', label: 'Yes, it has ended' },
        { value: 'yes', label: 'No, or not known' },
      ]}
      further={(stands) => (stands === 'no' ? <EndFields prefix="ended." /> : null)}
    />
  )
}
