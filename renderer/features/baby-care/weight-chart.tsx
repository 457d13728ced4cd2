import { scaleLinear } from 'd3-scale'
import { figure } from '#domain/baby-care/entry.ts'
import { careSourceLabels } from '#domain/baby-care/kinds.ts'
import { dateOf, epochMs, formatDate } from '#domain/shared/calendar.ts'
import { Table } from '../../ui/table.tsx'
import type { CareLogView } from './view.ts'

const width = 680
const height = 260
const edge = { left: 62, right: 44, top: 30, bottom: 34 }

type Points = CareLogView['weights']

/**
 * Every weight over time with its exact value. What lies too far apart is not joined, a weight that the mother
 * reported is hollow, and there are no centile lines (decision 33). The table beside it has both ages.
 */
export function WeightChart({ points, change }: { points: Points; change: string }) {
  if (points.length === 0) return <p className="app-quiet">No weight is written down yet.</p>
  const times = points.map(({ at }) => epochMs(at))
  const grams = points.map((point) => point.grams)
  const x = scaleLinear(wide([Math.min(...times), Math.max(...times)], 86_400_000), [
    edge.left + 26,
    width - edge.right,
  ])
  const y = scaleLinear(wide([Math.min(...grams), Math.max(...grams)], 400), [
    height - edge.bottom,
    edge.top,
  ])
  const drawn = points.map((point) => ({ ...point, cx: x(epochMs(point.at)), cy: y(point.grams) }))
  const said = points
    .map((point) => `${formatDate(dateOf(point.at))} ${figure(point.grams)} g`)
    .join(', ')
  const first = drawn[0]
  const last = drawn.at(-1)
  return (
    <div className="care-weights">
      <figure className="episode-chart">
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Weight over time: ${said}`}>
          {y.ticks(4).map((tick) => (
            <text key={tick} className="episode-chart__tick" x={edge.left - 8} y={y(tick) + 4}>
              {figure(tick)}
            </text>
          ))}
          {drawn.map((point, index) => {
            const before = drawn[index - 1]
            return point.joined && before ? (
              <line
                key={`to ${point.at}`}
                className="episode-chart__line"
                x1={before.cx}
                y1={before.cy}
                x2={point.cx}
                y2={point.cy}
              />
            ) : null
          })}
          {drawn.map((point) => (
            <circle
              key={point.at}
              className={
                point.source === 'mother'
                  ? 'episode-chart__point episode-chart__point--told'
                  : 'episode-chart__point'
              }
              cx={point.cx}
              cy={point.cy}
              r={4}
            />
          ))}
          {valuesShown(drawn).map((point) => (
            <text
              key={`value ${point.at}`}
              className="episode-chart__value"
              x={point.cx}
              y={point.cy - 9}
            >
              {figure(point.grams)}
            </text>
          ))}
          {[first, last === first ? undefined : last].map(
            (point) =>
              point && (
                <text
                  key={`time ${point.at}`}
                  className="episode-chart__time"
                  x={point.cx}
                  y={height - 10}
                >
                  {formatDate(dateOf(point.at))}
                </text>
              ),
          )}
        </svg>
        <figcaption>
          Weight in grams{change && `. Last: ${change}`}. Hollow: reported by the mother. Weights
          more than 14 days apart are not joined.
        </figcaption>
      </figure>
      <Table
        caption="Every weight, the last first"
        rows={[...points].reverse()}
        rowKey={({ at }) => at}
        columns={[
          { name: 'Day', cell: ({ at }) => formatDate(dateOf(at)) },
          { name: 'Weight', cell: (point) => <strong>{figure(point.grams)} g</strong> },
          { name: 'Age', cell: ({ age }) => age || 'not known' },
          { name: 'Corrected age', cell: ({ correctedAge }) => correctedAge || 'not corrected' },
          { name: 'Known from', cell: ({ source }) => careSourceLabels[source] },
        ]}
      />
    </div>
  )
}

/** Values that would lie on one another are left to the table: the last stands always. */
function valuesShown<Point extends { cx: number }>(points: readonly Point[]): Point[] {
  const shown: Point[] = []
  for (const point of [...points].reverse())
    if (shown.every(({ cx }) => Math.abs(cx - point.cx) >= 42)) shown.push(point)
  return shown
}

/** A range of some width, so that a single weight stands in its middle. */
const wide = ([low, high]: [number, number], least: number): [number, number] =>
  high - low >= least ? [low, high] : [low - least / 2, high + least / 2]
