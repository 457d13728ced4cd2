import type { BodyView } from './record.ts'

/**
 * The body map of a baby: the outlines, the named places on them, and which place a point lies in. Left and
 * right are the baby's own: in the view from the front the baby's left is on the right of the page. Source of
 * what is asked of a mark: HIPS bruising protocol, body map (where, size, colour, time seen and by whom).
 */

/** The box in which an outline is drawn, in units of the drawing. */
export const bodyBox = { width: 600, height: 1000 } as const

export type Point = readonly [x: number, y: number]

/** What an outline is made of: rounded strokes and ellipses that overlap to one shape. */
export type BodyShape =
  | { kind: 'ellipse'; at: Point; rx: number; ry: number }
  | { kind: 'stroke'; points: readonly Point[]; width: number }

const mirrored = ([x, y]: Point): Point => [bodyBox.width - x, y]

/** A limb, and the same on the other side. */
const both = (shape: BodyShape): BodyShape[] => [
  shape,
  shape.kind === 'ellipse'
    ? { ...shape, at: mirrored(shape.at) }
    : { ...shape, points: shape.points.map(mirrored) },
]

/** The outline, the same from the front and from the back. */
export const bodyShapes: readonly BodyShape[] = [
  ...both({ kind: 'ellipse', at: [186, 165], rx: 22, ry: 34 }),
  { kind: 'ellipse', at: [300, 152], rx: 116, ry: 132 },
  {
    kind: 'stroke',
    points: [
      [300, 260],
      [300, 330],
    ],
    width: 84,
  },
  {
    kind: 'stroke',
    points: [
      [300, 400],
      [300, 545],
    ],
    width: 222,
  },
  ...both({
    kind: 'stroke',
    points: [
      [222, 345],
      [158, 445],
      [104, 560],
    ],
    width: 74,
  }),
  ...both({ kind: 'ellipse', at: [90, 600], rx: 38, ry: 42 }),
  ...both({
    kind: 'stroke',
    points: [
      [246, 625],
      [214, 760],
      [200, 890],
    ],
    width: 98,
  }),
  ...both({ kind: 'ellipse', at: [186, 938], rx: 52, ry: 38 }),
]

/** The two views that are drawn: everything can be shown on one of them. */
export const drawnViews = ['front', 'back'] as const
export type DrawnView = (typeof drawnViews)[number]

interface Region {
  code: string
  label: string
  view: DrawnView
  /** Its middle, in units of the drawing. */
  at: Point
}

/** Places on one half of the view from the front, on the baby's right; the other half is mirrored. */
const frontHalf: readonly [code: string, label: string, at: Point][] = [
  ['ear', 'ear', [186, 165]],
  ['eye', 'eye and eyelid', [256, 140]],
  ['cheek', 'cheek', [232, 195]],
  ['shoulder', 'shoulder', [225, 330]],
  ['chest', 'side of the chest', [240, 390]],
  ['upper-arm', 'upper arm, front', [176, 415]],
  ['forearm', 'forearm, front', [125, 510]],
  ['hand', 'hand, palm', [90, 600]],
  ['thigh', 'thigh, front', [235, 690]],
  ['knee', 'knee', [214, 765]],
  ['shin', 'shin', [204, 845]],
  ['foot', 'foot, top', [186, 938]],
]

const frontMiddle: readonly [string, string, Point][] = [
  ['forehead', 'Forehead', [300, 75]],
  ['nose-mouth', 'Nose and mouth', [300, 190]],
  ['chin', 'Chin', [300, 248]],
  ['neck-front', 'Neck, front', [300, 300]],
  ['breastbone', 'Middle of the chest', [300, 390]],
  ['tummy', 'Tummy', [300, 500]],
  ['groin', 'Groin and genitals', [300, 610]],
]

/** On the baby's left, which in the view from the back is on the left of the page. */
const backHalf: readonly [string, string, Point][] = [
  ['behind-ear', 'behind the ear', [200, 175]],
  ['shoulder-blade', 'shoulder blade', [240, 370]],
  ['upper-arm-back', 'upper arm, back', [176, 415]],
  ['forearm-back', 'forearm, back', [125, 510]],
  ['hand-back', 'back of the hand', [90, 600]],
  ['loin', 'side of the lower back', [235, 500]],
  ['buttock', 'buttock', [250, 610]],
  ['thigh-back', 'thigh, back', [228, 710]],
  ['calf', 'calf', [204, 835]],
  ['heel', 'heel and sole', [186, 938]],
]

const backMiddle: readonly [string, string, Point][] = [
  ['crown', 'Top of the head', [300, 60]],
  ['back-of-head', 'Back of the head', [300, 150]],
  ['nape', 'Neck, back', [300, 285]],
  ['upper-back', 'Upper back, spine', [300, 390]],
  ['lower-back', 'Lower back, spine', [300, 510]],
]

const sides = (
  view: DrawnView,
  half: readonly [string, string, Point][],
  drawn: 'right' | 'left',
): Region[] =>
  (['right', 'left'] as const).flatMap((side) =>
    half.map(([code, label, at]) => ({
      code: `${side}-${code}`,
      label: `${side === 'right' ? 'Right' : 'Left'} ${label}`,
      view,
      at: side === drawn ? at : mirrored(at),
    })),
  )

const middle = (view: DrawnView, places: readonly [string, string, Point][]): Region[] =>
  places.map(([code, label, at]) => ({ code, label, view, at }))

/** Every named place, by view and from the head down on each side. */
export const bodyRegions: readonly Region[] = [
  ...middle('front', frontMiddle),
  ...sides('front', frontHalf, 'right'),
  ...middle('back', backMiddle),
  ...sides('back', backHalf, 'left'),
]

const byCode = new Map(bodyRegions.map((region) => [region.code, region]))

/** The name of a place; the code itself where it is none of ours. */
export const regionLabel = (code: string): string => byCode.get(code)?.label ?? code

/** A place on the map: thousandths of the outline's width from its left and of its height from its top. */
export interface Place {
  view: DrawnView
  x: number
  y: number
  region: string
}

/** The middle of a named place: where a mark chosen from the list stands. Undefined for a name that is none. */
export function placeOfRegion(code: string): Place | undefined {
  const region = byCode.get(code)
  return region && { view: region.view, ...thousandths(region.at), region: code }
}

const thousandths = ([x, y]: Point) => ({
  x: Math.round((x / bodyBox.width) * 1000),
  y: Math.round((y / bodyBox.height) * 1000),
})

/** Where a mark stands in units of the drawing. */
export const pointOf = ({ x, y }: { x: number; y: number }): Point => [
  (x / 1000) * bodyBox.width,
  (y / 1000) * bodyBox.height,
]

/** The place at a point of a view: the named place whose middle is nearest. */
export function placeAt(view: DrawnView, x: number, y: number): Place {
  const [px, py] = pointOf({ x, y })
  const distance = ({ at }: Region) => (at[0] - px) ** 2 + (at[1] - py) ** 2
  const [first, ...rest] = bodyRegions.filter((region) => region.view === view)
  if (!first) throw new Error(`No view ${view}`)
  const nearest = rest.reduce((best, one) => (distance(one) < distance(best) ? one : best), first)
  return { view, x, y, region: nearest.code }
}

/** True where the named place is one of the view. */
export const isRegionOf = (view: BodyView, code: string): boolean => byCode.get(code)?.view === view
