import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown } from '../../ui/shown.tsx'

/**
 * Whoever had been told of an episode that never was has to hear that. Rules of the unit that do not know it as
 * an event of their own make no duty of it: then whom to ring stands here.
 */
export function RingBack({ toldInError }: Pick<EpisodeView, 'toldInError'>) {
  if (!toldInError) return null
  const { told, byDuty } = toldInError
  if (byDuty)
    return (
      <p>
        Whoever had been told of it has to hear that it was an error: they wait under{' '}
        <Link to="/duties">Duties</Link>.
      </p>
    )
  if (told.length === 0) return <p>Nobody outside had been told of it.</p>
  return (
    <Banner tone="warning" title="Ring back today: they had been told of it">
      <ul>
        {told.map(({ label, toName, sentAt }) => (
          <li key={`${label} ${toName} ${sentAt}`}>
            <Shown>{label}</Shown>: <Shown>{toName}</Shown>
            {sentAt && `, ${formatDateTime(sentAt)}`}
          </li>
        ))}
      </ul>
      <p>
        The unit’s rules on who must be told do not ask for it by themselves. A newer default that
        does waits for approval under <Link to="/rules">Rules</Link>.
      </p>
    </Banner>
  )
}
