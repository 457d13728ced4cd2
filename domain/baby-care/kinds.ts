/** What the baby-care log holds. */
export const careKinds = [
  'feed',
  'nappy',
  'sleep',
  'temperature',
  'weight',
  'medicine',
  'safe-sleep',
] as const
export type CareKind = (typeof careKinds)[number]

export const careKindLabels: Record<CareKind, string> = {
  feed: 'Feed',
  nappy: 'Nappy',
  sleep: 'Sleep',
  temperature: 'Temperature',
  weight: 'Weight',
  medicine: 'Medicine',
  'safe-sleep': 'Safe-sleep check',
}

/** Seen or measured by staff, and reported by the mother, are never mixed. */
export const careSources = ['staff', 'mother'] as const
export type CareSource = (typeof careSources)[number]
export const careSourceLabels: Record<CareSource, string> = {
  staff: 'Seen by staff',
  mother: 'Reported by the mother',
}

/** An amount as it is typed: its unit and what is possible, and what is asked again and kept if confirmed. */
export interface AmountRule {
  label: string
  unit: string
  /** Places after the point; it is stored in its smallest step, so that it is whole. */
  decimals: 0 | 1
  needed: boolean
  /** Outside this, no amount can be right: it is refused. */
  possible: readonly [lowest: number, highest: number]
  /** Outside this, ask again. Source: product default, for a baby under one year. */
  expected: readonly [lowest: number, highest: number]
}

const millilitres: AmountRule = {
  label: 'Amount taken',
  unit: 'ml',
  decimals: 0,
  needed: true,
  possible: [1, 500],
  expected: [5, 300],
}

const minutesAtBreast: AmountRule = {
  label: 'Time at the breast',
  unit: 'minutes',
  decimals: 0,
  needed: false,
  possible: [1, 240],
  expected: [2, 90],
}

interface WayRule {
  label: string
  amount: AmountRule | null
  /** A note says what was found or done. */
  noteNeeded?: string
}

const counted: Pick<WayRule, 'amount'> = { amount: null }

/** How each kind is told apart, with what is asked of each; a kind with one way has none to choose. */
export const careWays = {
  feed: {
    breast: { label: 'Breast', amount: minutesAtBreast },
    'bottle-formula': { label: 'Bottle, formula', amount: millilitres },
    'bottle-breast-milk': { label: 'Bottle, breast milk', amount: millilitres },
    tube: { label: 'Tube', amount: millilitres },
    solids: { label: 'Solid food', ...counted },
    refused: { label: 'Offered, not taken', ...counted },
  },
  nappy: {
    wet: { label: 'Wet', ...counted },
    dirty: { label: 'Dirty', ...counted },
    'wet-and-dirty': { label: 'Wet and dirty', ...counted },
    dry: { label: 'Dry', ...counted },
  },
  sleep: {
    slept: {
      label: 'Slept',
      amount: {
        label: 'Slept for',
        unit: 'minutes',
        decimals: 0,
        needed: true,
        possible: [1, 1_440],
        expected: [5, 720],
      },
    },
  },
  temperature: {
    measured: {
      label: 'Measured',
      amount: {
        label: 'Temperature',
        unit: '°C',
        decimals: 1,
        needed: true,
        possible: [20, 45],
        expected: [35, 41],
      },
    },
  },
  weight: {
    weighed: {
      label: 'Weighed',
      amount: {
        label: 'Weight',
        unit: 'g',
        decimals: 0,
        needed: true,
        possible: [300, 20_000],
        expected: [1_500, 13_000],
      },
    },
  },
  medicine: { given: { label: 'Given', ...counted } },
  // What is looked at: The Lullaby Trust, safer sleep for babies (on the back, own clear space, face and
  // head uncovered, room 16 to 20 °C).
  'safe-sleep': {
    safe: {
      label: 'On the back, own clear cot, face and head uncovered, room 16 to 20 °C',
      ...counted,
    },
    'put-right': {
      label: 'Not so, and put right',
      ...counted,
      noteNeeded: 'Enter what was not safe, and what you did',
    },
  },
} as const satisfies Record<CareKind, Record<string, WayRule>>

/** The rule of one way of a kind; undefined for a way that is none. */
export const wayRule = (kind: CareKind, way: string): WayRule | undefined =>
  Object.hasOwn(careWays[kind], way) ? (careWays[kind] as Record<string, WayRule>)[way] : undefined

/** Whether an entry tells of a wet nappy. */
export const isWetNappy = ({ kind, way }: { kind: CareKind; way: string }): boolean =>
  kind === 'nappy' && way.startsWith('wet')

/** The ways of a kind, in their order. */
export const waysOf = (kind: CareKind): [way: string, rule: WayRule][] =>
  Object.entries(careWays[kind] as Record<string, WayRule>)

/** What is typed, in the smallest step: 38.2 °C is 382. */
export const storedAmount = ({ decimals }: AmountRule, typed: number): number =>
  Math.round(typed * 10 ** decimals)

/** What is stored, as it is typed and shown. */
export const typedAmount = ({ decimals }: AmountRule, stored: number): number =>
  stored / 10 ** decimals
