import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { MustRead } from '../../features/history-review/must-read.tsx'
import { RegisterSummary } from '../../features/history-review/summary.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { documentLink } from './document-link.tsx'

/** The history on the page of a stay: what the person has to read first, and how the register stands. */
export function HistorySection({ stayId }: { stayId: string }) {
  const register = useRead(read.documents.register.queryOptions({ stayId, referralId: null }))
  return (
    <Section
      title="History"
      actions={
        <Link
          to="/stays/$stayId/history"
          params={{ stayId }}
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        >
          History in full: the register
        </Link>
      }
    >
      <Ready reading={register} what="history">
        {(view) => (
          <>
            <MustRead view={view} link={documentLink(stayId)} />
            <RegisterSummary view={view} />
          </>
        )}
      </Ready>
    </Section>
  )
}
