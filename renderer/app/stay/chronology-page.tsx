import { Link, useParams } from '@tanstack/react-router'
import { Chronology } from '../chronology/chronology.tsx'
import { documentLink } from './document-link.tsx'
import { HistoryTabs } from './history-tabs.tsx'
import { StayFormPage } from './stay-form-page.tsx'

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

/** The page of history of a stay. */
export function ChronologyPage() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology' })
  const params = { stayId }
  return (
    <StayFormPage stayId={stayId} wide title={() => 'History'}>
      {() => (
        <>
          <HistoryTabs stayId={stayId} />
          <Chronology
            of={params}
            ways={{
              add: (
                <Link to="/stays/$stayId/chronology/add" params={params} className={look}>
                  Add an event
                </Link>
              ),
              differ: (
                <Link to="/stays/$stayId/chronology/differ" params={params} className={look}>
                  Two accounts differ
                </Link>
              ),
              correct: (entryId) => (
                <Link to="/stays/$stayId/chronology/$entryId" params={{ stayId, entryId }}>
                  Correct
                </Link>
              ),
              settle: ({ firstId, secondId }) => (
                <Link
                  to="/stays/$stayId/settle/$firstId/$secondId"
                  params={{ stayId, firstId, secondId }}
                >
                  Say which holds
                </Link>
              ),
              document: documentLink(stayId),
            }}
          />
        </>
      )}
    </StayFormPage>
  )
}
