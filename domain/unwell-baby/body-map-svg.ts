import { type BodyShape, bodyBox, bodyShapes, drawnViews, pointOf } from './body-map.ts'
import { bodyViewLabels } from './record.ts'

interface NumberedMark {
  number: number
  view: string
  x: number
  y: number
}

const edge = 8
const gap = 60
const head = 60

/** The body map as a picture for paper: both views side by side, each mark with its number. */
export function bodyMapSvg(marks: readonly NumberedMark[]): string {
  const width = bodyBox.width * 2 + gap
  const views = drawnViews.map((view, index) => {
    const left = index * (bodyBox.width + gap)
    const own = marks.filter((mark) => mark.view === view)
    return `<g transform="translate(${left} ${head})"><text x="${bodyBox.width / 2}" y="-18" font-size="40" text-anchor="middle">${bodyViewLabels[view]}</text>${outline('#4c6272', edge)}${outline('#ffffff', 0)}${own.map(numbered).join('')}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bodyBox.height + head}">${views.join('')}</svg>`
}

const outline = (colour: string, more: number): string =>
  bodyShapes.map((shape) => drawn(shape, colour, more)).join('')

function drawn(shape: BodyShape, colour: string, more: number): string {
  if (shape.kind === 'ellipse') {
    const [cx, cy] = shape.at
    return `<ellipse cx="${cx}" cy="${cy}" rx="${shape.rx + more}" ry="${shape.ry + more}" fill="${colour}"/>`
  }
  const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ')
  return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="${shape.width + 2 * more}" stroke-linecap="round" stroke-linejoin="round"/>`
}

function numbered(mark: NumberedMark): string {
  const [x, y] = pointOf(mark)
  return `<circle cx="${x}" cy="${y}" r="24" fill="#ffffff" stroke="#7a150a" stroke-width="6"/><text x="${x}" y="${y + 11}" font-size="32" font-weight="bold" text-anchor="middle" fill="#7a150a">${mark.number}</text>`
}
