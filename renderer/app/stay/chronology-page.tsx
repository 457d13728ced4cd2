import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { filtered, type LineFilter } from '#domain/chronology/line.ts'
import { act, read, saveFile, useRead } from '../../api.ts'
import { ChronologyTable } from '../../features/chronology/chronology-table.tsx'
import { FilterFields } from '../../features/chronology/filter-fields.tsx'
import { Clashes, Gaps } from '../../features/chronology/gaps-and-clashes.tsx'
import type { ChronologyLine, ChronologyView } from '../../features/chronology/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { documentLink } from './document-link.tsx'
import { HistoryTabs } from './history-tabs.tsx'
import { StayFormPage } from './stay-form-page.tsx'

export const useChronology = (stayId: string) =>
  useRead(read.chronology.view.queryOptions({ stayId }))

/** One page of history: every source in one order, with what is not told and what is told in two ways. */
export function ChronologyPage() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology' })
  const chronology = useChronology(stayId)
  return (
    <StayFormPage stayId={stayId} wide title={() => 'History'}>
      {() => (
        <>
          <HistoryTabs stayId={stayId} />
          <Ready reading={chronology} what="history">
            {(view) => <Chronology view={view} stayId={stayId} />}
          </Ready>
        </>
      )}
    </StayFormPage>
  )
}

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

function Chronology({ view, stayId }: { view: ChronologyView; stayId: string }) {
  const [filter, show] = useState<LineFilter>({})
  const mayEdit = useMay('history:edit')
  const lines = filtered(view.lines, filter)
  const params = { stayId }
  const correctLink = (line: ChronologyLine) =>
    mayEdit && line.from === 'entry' ? (
      <p>
        <Link to="/stays/$stayId/chronology/$entryId" params={{ stayId, entryId: line.recordId }}>
          Correct
        </Link>
      </p>
    ) : null
  return (
    <>
      <Clashes
        view={view}
        settleLink={({ firstId, secondId }) =>
          mayEdit && (
            <Link
              to="/stays/$stayId/settle/$firstId/$secondId"
              params={{ stayId, firstId, secondId }}
            >
              Say which holds
            </Link>
          )
        }
      />
      <Section
        title="What happened, oldest first"
        actions={
          <>
            {mayEdit && (
              <Link to="/stays/$stayId/chronology/add" params={params} className={look}>
                Add an event
              </Link>
            )}
            {mayEdit && (
              <Link to="/stays/$stayId/chronology/differ" params={params} className={look}>
                Two accounts differ
              </Link>
            )}
            <PrintHistory stayId={stayId} filter={filter} />
          </>
        }
      >
        <FilterFields view={view} filter={filter} onChange={show} />
        <p className="app-quiet" role="status">
          {lines.length === view.lines.length
            ? `${lines.length} lines`
            : `${lines.length} of ${view.lines.length} lines`}
        </p>
        <ChronologyTable
          view={view}
          lines={lines}
          documentLink={documentLink(stayId)}
          correctLink={correctLink}
        />
      </Section>
      <Section title="What is not told">
        <Gaps view={view} />
      </Section>
    </>
  )
}

/** The page as it is filtered, as a PDF to print or keep. */
function PrintHistory({ stayId, filter }: { stayId: string; filter: LineFilter }) {
  const [state, say] = useState<'idle' | 'making' | 'failed'>('idle')
  const print = async () => {
    say('making')
    try {
      const reply = await act.chronology.print.query({ stayId, ...filter })
      if (!reply.ok) return say('failed')
      // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
      await saveFile(reply.value.name, reply.value.bytes as unknown as Uint8Array)
      say('idle')
    } catch {
      say('failed')
    }
  }
  return (
    <>
      <Button kind="quiet" small disabled={state === 'making'} onClick={() => void print()}>
        {state === 'making' ? 'Making the PDF' : 'Print (PDF)'}
      </Button>
      {state === 'failed' && <span role="alert">The PDF was not made. Try again</span>}
    </>
  )
}
