import type { MouseEvent } from 'react'
import {
  type BodyShape,
  bodyBox,
  bodyShapes,
  type DrawnView,
  pointOf,
} from '#domain/unwell-baby/body-map.ts'
import { bodyViewLabels } from '#domain/unwell-baby/record.ts'

export interface DrawnMark {
  /** The number in its circle. */
  number: number
  view: string
  x: number
  y: number
  text: string
}

interface BodyFigureProps {
  view: DrawnView
  marks: readonly DrawnMark[]
  /** The place that is being chosen. */
  chosen?: { view: string; x: number; y: number } | null
  /** Told where it was pressed, in thousandths of the outline; without it the figure is only read. */
  onPoint?: (x: number, y: number) => void
}

const edge = 7

/** One outline of a baby with its marks. A press is for the pointer alone: the list beside it does the same by keyboard. */
export function BodyFigure({ view, marks, chosen, onPoint }: BodyFigureProps) {
  const own = marks.filter((mark) => mark.view === view)
  const label = bodyViewLabels[view]
  const said = own.map(({ number, text }) => `${number}: ${text}`).join('. ')
  const point = onPoint && ((event: MouseEvent<SVGSVGElement>) => onPoint(...pressedAt(event)))
  return (
    <figure className="body-map__figure">
      <figcaption>
        {label}: the baby’s {view === 'front' ? 'right is on the left' : 'left is on the left'}
      </figcaption>
      <svg
        viewBox={`0 0 ${bodyBox.width} ${bodyBox.height}`}
        role="img"
        aria-label={`${label}. ${said || 'No marks'}`}
        className={point ? 'body-map__outline body-map__outline--asks' : 'body-map__outline'}
        {...(point ? { onClick: point } : {})}
      >
        <g className="body-map__edge">{bodyShapes.map((shape) => drawn(shape, edge))}</g>
        <g className="body-map__skin">{bodyShapes.map((shape) => drawn(shape, 0))}</g>
        {own.map((mark) => (
          <Numbered key={mark.number} mark={mark} />
        ))}
        {chosen?.view === view && <Chosen at={pointOf(chosen)} />}
      </svg>
    </figure>
  )
}

function pressedAt({ clientX, clientY, currentTarget }: MouseEvent<SVGSVGElement>) {
  const box = currentTarget.getBoundingClientRect()
  const share = (from: number, start: number, size: number) =>
    Math.min(1000, Math.max(0, Math.round(((from - start) / (size || 1)) * 1000)))
  return [share(clientX, box.left, box.width), share(clientY, box.top, box.height)] as const
}

function drawn(shape: BodyShape, more: number) {
  if (shape.kind === 'ellipse') {
    const [cx, cy] = shape.at
    return <ellipse key={`${cx},${cy}`} cx={cx} cy={cy} rx={shape.rx + more} ry={shape.ry + more} />
  }
  const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ')
  return <polyline key={points} points={points} strokeWidth={shape.width + 2 * more} />
}

function Numbered({ mark }: { mark: DrawnMark }) {
  const [x, y] = pointOf(mark)
  return (
    <g className="body-map__mark">
      <title>{`${mark.number}: ${mark.text}`}</title>
      <circle cx={x} cy={y} r={26} />
      <text x={x} y={y + 12}>
        {mark.number}
      </text>
    </g>
  )
}

const Chosen = ({ at: [x, y] }: { at: readonly [number, number] }) => (
  <g className="body-map__chosen">
    <circle cx={x} cy={y} r={26} />
    <line x1={x - 40} x2={x + 40} y1={y} y2={y} />
    <line x1={x} x2={x} y1={y - 40} y2={y + 40} />
  </g>
)
