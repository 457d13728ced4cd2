import { Link } from '@tanstack/react-router'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { useMay } from '../session/me.ts'

/** What the words for the telephone cannot tell a stranger: where the unit is, and how it is rung back. */
export function UnitDetailsMissing({ missing }: { missing: readonly string[] }) {
  const maySet = useMay('unit:settings')
  if (missing.length === 0) return null
  return (
    <Banner
      title={`The unit’s ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not recorded`}
      tone="warning"
    >
      <p>
        The words for a 999 call leave {missing.length === 1 ? 'it' : 'them'} out: say{' '}
        {missing.length === 1 ? 'it' : 'them'} yourself.{' '}
        {maySet ? (
          <Link to="/administration/unit">Record {missing.length === 1 ? 'it' : 'them'} now</Link>
        ) : (
          'Ask the ward manager or an administrator to record them.'
        )}
      </p>
    </Banner>
  )
}

/** Somebody is to be rung whose number nobody has recorded: the way to record it. */
export function NumberMissing({ ring }: { ring: NonNullable<EpisodeView['next']>['ring'] }) {
  const mayAdd = useMay('people:edit')
  const missing = ring.find(({ agency, telephone }) => agency !== null && telephone === null)
  if (!missing?.agency || !mayAdd) return null
  return (
    <Link to="/administration/contacts" search={{ agency: missing.agency }}>
      Record the number of {missing.label}
    </Link>
  )
}
