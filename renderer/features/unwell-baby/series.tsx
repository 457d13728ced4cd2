import type { ReactNode } from 'react'
import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import {
  babyStateLabels,
  type ObservationSet,
  skipReasonLabels,
} from '#domain/unwell-baby/observation.ts'
import { consciousnessLabels, supportLabels } from '#domain/unwell-baby/pews-content.ts'
import { readingText, type SignCode, signCodes, signs } from '#domain/unwell-baby/signs.ts'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { FromPaper, type PaperEntry } from './from-paper.tsx'
import { SignChart } from './sign-chart.tsx'

export interface SeriesSet extends ObservationSet {
  setId: string
  withdrawn: boolean
}

/** Signs that have a chart of their own; the others stand in the table. */
const charted: readonly SignCode[] = [
  'respiratory-rate',
  'oxygen-saturation',
  'heart-rate',
  'temperature',
]

interface SeriesProps {
  /** Earliest first. */
  sets: readonly SeriesSet[]
  /** Where the national chart scores nothing for this age, for each sign that has such a band. */
  unscored: Partial<Record<SignCode, readonly [number, number]>>
  /** What can be done with a set that stands. */
  acts?: ((set: SeriesSet) => ReactNode) | undefined
  /** Which sets were copied from the blank form. */
  fromPaper?: readonly PaperEntry[]
}

/** Everything observed in the episode: drawn, and in figures beside it. */
export function Series({ sets, unscored, acts, fromPaper = [] }: SeriesProps) {
  if (sets.length === 0) return <Empty>Nothing has been observed yet.</Empty>
  const standing = sets.filter(({ withdrawn }) => !withdrawn)
  return (
    <>
      <div className="episode-charts">
        {charted.map((code) => (
          <SignChart key={code} code={code} sets={standing} unscored={unscored[code]} />
        ))}
      </div>
      <Table
        caption="Observations in figures"
        captionHidden
        rows={[...sets].reverse()}
        rowKey={({ setId }) => setId}
        isWithdrawn={({ withdrawn }) => withdrawn}
        columns={[
          {
            name: 'Observed',
            cell: ({ setId, observedAt, babyState }) => (
              <>
                <strong title={formatDateTime(observedAt)}>{formatTime(observedAt)}</strong>{' '}
                {babyStateLabels[babyState].toLowerCase()}
                <FromPaper entries={fromPaper} id={setId} />
              </>
            ),
          },
          ...signCodes
            .filter((code) => sets.some(({ readings }) => readings[code]))
            .map((code) => ({
              name: signs[code].label,
              cell: (set: SeriesSet) => readingCell(set, code),
            })),
          { name: 'Oxygen, consciousness', cell: stateCell },
          { name: 'Found', cell: foundCell },
          ...(acts
            ? [{ name: 'Change', cell: (set: SeriesSet) => (set.withdrawn ? null : acts(set)) }]
            : []),
        ]}
      />
    </>
  )
}

function readingCell({ readings }: ObservationSet, code: SignCode): string {
  const reading = readings[code]
  if (reading === undefined) return 'not recorded'
  if (reading.kind === 'value')
    return `${readingText(code, reading.value)}${reading.confirmed ? ' (confirmed)' : ''}`
  return `not measured: ${(reading.note || skipReasonLabels[reading.because]).toLowerCase()}`
}

const stateCell = ({ support, consciousness }: ObservationSet) =>
  [
    support ? supportLabels[support] : 'Oxygen not recorded',
    consciousness ? consciousnessLabels[consciousness] : 'Consciousness not recorded',
  ].join('. ')

const foundCell = ({ findings, note }: ObservationSet) =>
  [...findings.map((code) => findingLabels[code]), ...(note ? [note] : [])].join('. ') || 'Nothing'
