import { formatDateTime } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { regionLabel } from './body-map.ts'

/** What a mark on the body map is (HIPS bruising protocol; domain row 3.8). */
export const markKinds = [
  'bruise',
  'swelling',
  'burn',
  'cut',
  'graze',
  'bite',
  'bleeding-spot',
  'other-injury',
  'unsure',
] as const
export type MarkKind = (typeof markKinds)[number]

export const markKindLabels: Record<MarkKind, string> = {
  bruise: 'Bruise',
  swelling: 'Swelling',
  burn: 'Burn or scald',
  cut: 'Cut',
  graze: 'Graze or scratch',
  bite: 'Bite',
  'bleeding-spot': 'Bleeding, also in the eye, or small red spots',
  'other-injury': 'Other injury',
  unsure: 'A mark, not sure: may be a birthmark',
}

/** What the routes read of a mark: an injury, or one of which nobody is sure. */
export const findingOfKind = (kind: MarkKind): 'bruise-or-injury' | 'unsure-mark' =>
  kind === 'unsure' ? 'unsure-mark' : 'bruise-or-injury'

interface MarkWords {
  markKind: string | null
  region: string | null
  sizeMm: number | null
  colour: string | null
  description: string
  seenAt: Instant
  seenBy: string
}

/** What and where in a few words: "Bruise, left cheek, 12 mm, blue and yellow". */
export const markText = ({ markKind, region, sizeMm, colour }: MarkWords): string =>
  [
    markKind ? markKindLabels[markKind as MarkKind] : 'Mark',
    region && regionLabel(region).toLowerCase(),
    sizeMm === null ? 'not measured' : `${sizeMm} mm`,
    colour,
  ]
    .filter(Boolean)
    .join(', ')

/** When and by whom it was seen. */
export const markSeenText = ({ seenAt, seenBy }: MarkWords): string =>
  `Seen ${formatDateTime(seenAt)} by ${seenBy}`
