import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Shown } from '../../ui/shown.tsx'
import type { CertificateView } from './view.ts'
import { agenciesText, hoursText, shortLevel } from './words.ts'

type Version = CertificateView['earlier'][number]

/** What a certificate said before it was corrected, and why it was corrected. */
export function EarlierVersions({ certificate }: { certificate: CertificateView }) {
  // That it was entered in error is said beside it already.
  const versions = certificate.withdrawn
    ? certificate.earlier
    : [certificate, ...certificate.earlier]
  const times = versions.length - 1
  if (times < 1) return null
  return (
    <details>
      <summary>{times === 1 ? 'Changed once' : `Changed ${times} times`}</summary>
      <ol className="training-versions">
        {versions.slice(0, -1).map((version, index) => (
          <li key={version.version}>
            {formatDateTime(version.recordedAt)}, <Shown>{version.author}</Shown>:{' '}
            <Shown>{version.reason}</Shown>. Before: {said(versions[index + 1])}
          </li>
        ))}
      </ol>
    </details>
  )
}

function said(version: Version | undefined): string {
  if (!version) return ''
  return [
    version.completedOn ? formatDate(version.completedOn) : 'no day',
    version.level && shortLevel(version.level),
    version.topics.join(' '),
    agenciesText(version),
    version.minutes !== null && hoursText(version.minutes),
    version.expiresOn && `expires ${formatDate(version.expiresOn)}`,
    version.evidence,
  ]
    .filter(Boolean)
    .join('; ')
}
