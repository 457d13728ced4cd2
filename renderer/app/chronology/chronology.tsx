import { type ReactNode, useState } from 'react'
import { filtered, type LineFilter } from '#domain/chronology/line.ts'
import { act, saveFile } from '../../api.ts'
import { ChronologyTable } from '../../features/chronology/chronology-table.tsx'
import { FilterFields } from '../../features/chronology/filter-fields.tsx'
import { Clashes, Gaps } from '../../features/chronology/gaps-and-clashes.tsx'
import type { ChronologyView, Clash, HistoryOf } from '../../features/chronology/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { useChronology } from './use-chronology.ts'

/** The ways on from a page of history: they lie within the stay, or within the referral. */
export interface ChronologyWays {
  add: ReactNode
  differ: ReactNode
  correct: (entryId: string) => ReactNode
  settle: (clash: Clash) => ReactNode
  document: (documentId: string, title: string) => ReactNode
}

interface ChronologyProps {
  of: HistoryOf
  ways: ChronologyWays
}

/** One page of history: every source in one order, with what is not told and what is told in two ways. */
export function Chronology({ of, ways }: ChronologyProps) {
  const chronology = useChronology(of)
  return (
    <Ready reading={chronology} what="history">
      {(view) => <OnePage view={view} of={of} ways={ways} />}
    </Ready>
  )
}

function OnePage({ view, of, ways }: ChronologyProps & { view: ChronologyView }) {
  const [filter, show] = useState<LineFilter>({})
  const mayEdit = useMay('history:edit')
  const lines = filtered(view.lines, filter)
  return (
    <>
      <Clashes view={view} settleLink={(clash) => mayEdit && ways.settle(clash)} />
      <Section
        title="What happened, oldest first"
        actions={
          <>
            {mayEdit && ways.add}
            {mayEdit && ways.differ}
            <PrintHistory of={of} filter={filter} />
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
          documentLink={ways.document}
          correctLink={({ from, recordId }) =>
            mayEdit && from === 'entry' ? <p>{ways.correct(recordId)}</p> : null
          }
        />
      </Section>
      <Section title="What is not told">
        <Gaps view={view} />
      </Section>
    </>
  )
}

/** The page as it is filtered, as a PDF to print or keep. */
function PrintHistory({ of, filter }: { of: HistoryOf; filter: LineFilter }) {
  const [state, say] = useState<'idle' | 'making' | 'failed'>('idle')
  const print = async () => {
    say('making')
    try {
      const reply = await act.chronology.print.query({ ...of, ...filter })
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
