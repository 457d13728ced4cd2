/** A sign that is measured as a number. */
export interface Sign {
  label: string
  unit: string
  /** Places after the point. Rates, heart rate and capillary refill are whole numbers (decision 27). */
  decimals: 0 | 1 | 2
  /** Outside this, no reading can be right: it is refused. */
  possible: readonly [lowest: number, highest: number]
  /** Outside this, ask again; what is confirmed is kept. Source: product default, for a baby under one year. */
  expected: readonly [lowest: number, highest: number]
}

export const signCodes = [
  'temperature',
  'respiratory-rate',
  'heart-rate',
  'oxygen-saturation',
  'capillary-refill',
  'systolic-pressure',
  'oxygen-percent',
  'oxygen-flow',
  'fever-days',
  'urine-by-catheter',
] as const
export type SignCode = (typeof signCodes)[number]

export const signs: Record<SignCode, Sign> = {
  temperature: {
    label: 'Temperature',
    unit: '°C',
    decimals: 1,
    possible: [20, 45],
    expected: [35, 41],
  },
  'respiratory-rate': {
    label: 'Breathing rate',
    unit: 'a minute',
    decimals: 0,
    possible: [0, 200],
    expected: [15, 90],
  },
  'heart-rate': {
    label: 'Heart rate',
    unit: 'a minute',
    decimals: 0,
    possible: [0, 350],
    expected: [70, 220],
  },
  'oxygen-saturation': {
    label: 'Oxygen saturation',
    unit: '%',
    decimals: 2,
    possible: [0, 100],
    expected: [80, 100],
  },
  'capillary-refill': {
    label: 'Capillary refill time',
    unit: 'seconds',
    decimals: 0,
    possible: [0, 30],
    expected: [0, 6],
  },
  'systolic-pressure': {
    label: 'Systolic blood pressure',
    unit: 'mmHg',
    decimals: 0,
    possible: [0, 300],
    expected: [45, 125],
  },
  'oxygen-percent': {
    label: 'Oxygen given',
    unit: '%',
    decimals: 2,
    possible: [0, 100],
    expected: [21, 100],
  },
  'oxygen-flow': {
    label: 'Oxygen flow',
    unit: 'litres a minute',
    decimals: 2,
    possible: [0, 100],
    expected: [0.01, 15],
  },
  'fever-days': {
    label: 'Days of fever',
    unit: 'days',
    decimals: 0,
    possible: [0, 365],
    expected: [0, 14],
  },
  'urine-by-catheter': {
    label: 'Urine by catheter',
    unit: 'ml for each kg an hour',
    decimals: 1,
    possible: [0, 50],
    expected: [0, 10],
  },
}

/** A reading as people write it: "38.0 °C", "165 a minute", "97 %". */
export function readingText(code: SignCode, value: number): string {
  const { decimals, unit } = signs[code]
  const digits = decimals === 1 ? value.toFixed(1) : String(value)
  return `${digits} ${unit}`
}

/** The whole number that a reading is stored as: 38.2 °C becomes 382. */
export const storedReading = (code: SignCode, value: number): number =>
  Math.round(value * 10 ** signs[code].decimals)

/** The reading that a stored whole number stands for. */
export const readingOfStored = (code: SignCode, stored: number): number =>
  stored / 10 ** signs[code].decimals

/** Why a reading is refused, in the words of a message; undefined where it may stand. */
export function impossibleReading(code: SignCode, value: number): string | undefined {
  const { label, unit, decimals, possible } = signs[code]
  const [lowest, highest] = possible
  if (!Number.isFinite(value) || value < lowest || value > highest)
    return `${label} must be between ${lowest} and ${highest} ${unit}. Check the number and the unit`
  if (readingOfStored(code, storedReading(code, value)) === value) return undefined
  return decimals === 0
    ? `${label} must be a whole number`
    : `${label} may have ${decimals} ${decimals === 1 ? 'place' : 'places'} after the point at most`
}

/** What to ask before an unlikely reading is kept; undefined where it is an ordinary one. */
export function unlikelyReading(code: SignCode, value: number): string | undefined {
  const { label, expected } = signs[code]
  const [lowest, highest] = expected
  if (value >= lowest && value <= highest) return undefined
  return `${label} of ${readingText(code, value)} is unusual for a baby. Measure again or confirm it. If it is right, it counts`
}
