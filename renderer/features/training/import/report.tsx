import { useState } from 'react'
import { Empty } from '../../../ui/empty.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag, type Tone } from '../../../ui/tag.tsx'
import { rowWords } from './sheet-words.ts'
import type { Line, Preview } from './view.ts'

type Outcome = Line['outcome']

const outcomeWords: Record<Outcome, { word: string; tone: Tone }> = {
  fault: { word: 'Cannot be taken', tone: 'danger' },
  asked: { word: 'Waits for an answer', tone: 'warning' },
  differs: { word: 'Recorded otherwise', tone: 'warning' },
  'left-out': { word: 'Left out', tone: 'neutral' },
  add: { word: 'New', tone: 'good' },
  already: { word: 'Recorded already', tone: 'info' },
}
const order = Object.keys(outcomeWords) as Outcome[]

/** What would happen to each row, those that need somebody first. */
export function Report({ preview }: { preview: Preview }) {
  const { counts, lines } = preview
  const found = order.filter((outcome) => counts[outcome] > 0)
  const [chosen, choose] = useState<Outcome>()
  const outcome = chosen && counts[chosen] > 0 ? chosen : found[0]
  const shown = lines.filter((line) => line.outcome === outcome)
  const all = outcome ? counts[outcome] : 0
  return (
    <>
      <fieldset className="training-columns app-no-print">
        <legend className="nhsuk-label">Rows</legend>
        {found.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === outcome}
            onClick={() => choose(one)}
          >
            {outcomeWords[one].word} ({counts[one].toLocaleString('en-GB')})
          </button>
        ))}
      </fieldset>
      {shown.length < all && (
        <p>
          The first {shown.length} of {all.toLocaleString('en-GB')} are shown.
        </p>
      )}
      <Table
        caption="What would happen to each row"
        captionHidden
        rows={shown}
        rowKey={({ row }) => String(row)}
        empty={<Empty>There are no rows.</Empty>}
        columns={[
          { name: 'Row', cell: ({ row }) => row, sortBy: ({ row }) => row, number: true },
          {
            name: 'What happens',
            cell: (line) => (
              <Tag tone={outcomeWords[line.outcome].tone}>{outcomeWords[line.outcome].word}</Tag>
            ),
          },
          { name: 'Name', cell: ({ who }) => <Shown>{who}</Shown>, sortBy: ({ who }) => who },
          {
            name: rowWords[preview.kind],
            cell: ({ what }) => <Shown>{what}</Shown>,
            sortBy: ({ what }) => what,
          },
          {
            name: 'Why, or what to know',
            cell: ({ messages }) =>
              messages.map((message) => (
                <div key={message}>
                  <Shown>{message}</Shown>
                </div>
              )),
          },
        ]}
      />
    </>
  )
}
