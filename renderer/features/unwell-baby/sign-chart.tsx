import { scaleLinear } from 'd3-scale'
import { epochMs, formatTime } from '#domain/shared/calendar.ts'
import type { ObservationSet } from '#domain/unwell-baby/observation.ts'
import { readingText, type SignCode, signs } from '#domain/unwell-baby/signs.ts'

interface SignChartProps {
  code: SignCode
  /** Earliest first, without those entered in error. */
  sets: readonly Pick<ObservationSet, 'observedAt' | 'readings'>[]
  /** The band that the national chart does not score at this age. */
  unscored?: readonly [number, number] | undefined
}

const width = 300
const height = 128
const edge = { left: 36, right: 22, top: 24, bottom: 22 }

/** Points that follow each other without one left out between: only those are joined. */
export function runsOf<Point>(points: readonly (Point | undefined)[]): Point[][] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point === undefined) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}

/** One sign over time. Each point bears its value; a set without it breaks the line and is marked with a cross. */
export function SignChart({ code, sets, unscored }: SignChartProps) {
  const values = sets.map(({ readings }) => {
    const reading = readings[code]
    return reading?.kind === 'value' ? reading.value : undefined
  })
  const known = values.filter((value) => value !== undefined)
  const times = sets.map(({ observedAt }) => epochMs(observedAt))
  const x = scaleLinear(spread([Math.min(...times), Math.max(...times)], 60_000), [
    edge.left,
    width - edge.right,
  ])
  const [lowest, highest] = signs[code].expected
  const tall = (highest - lowest) / 4
  const y = scaleLinear(
    spread(extent([...known, ...(unscored ?? [])], signs[code].expected), tall),
    [height - edge.bottom, edge.top],
  )
  const points = sets.map((set, index) => {
    const value = values[index]
    return value === undefined
      ? undefined
      : { key: set.observedAt, value, at: x(epochMs(set.observedAt)), up: y(value) }
  })
  const said = sets
    .map(({ observedAt }, index) => {
      const value = values[index]
      return `${formatTime(observedAt)} ${value === undefined ? 'not measured' : readingText(code, value)}`
    })
    .join(', ')
  const title = `${signs[code].label} (${signs[code].unit})`
  return (
    <figure className="episode-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${said}`}>
        {unscored && (
          <rect
            className="episode-chart__band"
            x={edge.left}
            width={width - edge.left - edge.right}
            y={y(unscored[1])}
            height={Math.max(0, y(unscored[0]) - y(unscored[1]))}
          />
        )}
        {y.ticks(3).map((tick) => (
          <text key={tick} className="episode-chart__tick" x={edge.left - 5} y={y(tick) + 4}>
            {tick}
          </text>
        ))}
        {runsOf(points).map((run) => (
          <polyline
            key={run[0]?.key}
            className="episode-chart__line"
            points={run.map(({ at, up }) => `${at},${up}`).join(' ')}
          />
        ))}
        {points.map((point, index) => {
          const set = sets[index]
          if (!set) return null
          return point ? (
            <g key={set.observedAt}>
              <circle className="episode-chart__point" cx={point.at} cy={point.up} r={4} />
              <text className="episode-chart__value" x={point.at} y={point.up - 8}>
                {point.value}
              </text>
            </g>
          ) : (
            <text
              key={set.observedAt}
              className="episode-chart__value"
              x={x(epochMs(set.observedAt))}
              y={height - edge.bottom - 2}
            >
              ×
            </text>
          )
        })}
        {[sets[0], sets.length > 1 ? sets.at(-1) : undefined].map(
          (set) =>
            set && (
              <text
                key={set.observedAt}
                className="episode-chart__time"
                x={x(epochMs(set.observedAt))}
                y={height - 6}
              >
                {formatTime(set.observedAt)}
              </text>
            ),
        )}
      </svg>
      <figcaption>
        {title}
        {unscored && `. Shaded: ${unscored[0]} to ${unscored[1]}, PEWS 0`}
      </figcaption>
    </figure>
  )
}

const extent = (
  values: readonly number[],
  otherwise: readonly [number, number],
): [number, number] =>
  values.length === 0 ? [...otherwise] : [Math.min(...values), Math.max(...values)]

/** A range of some width, so that a single value stands in its middle. */
const spread = ([low, high]: [number, number], least: number): [number, number] =>
  high - low >= least ? [low, high] : [low - least / 2, high + least / 2]
