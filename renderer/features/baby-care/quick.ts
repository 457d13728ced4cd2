import type { CareKind } from '#domain/baby-care/kinds.ts'

/** What the second tap says, and what it writes down. */
export interface QuickChoice {
  label: string
  way: string
  amount: number | null
}

const bottles = (way: string, label: string) =>
  [60, 90, 120, 150, 180].map(
    (amount): QuickChoice => ({ label: `${label} ${amount} ml`, way, amount }),
  )

const plain = (way: string, label: string): QuickChoice => ({ label, way, amount: null })
const slept = (minutes: number, label: string): QuickChoice => ({
  label,
  way: 'slept',
  amount: minutes,
})

/** The second taps of each kind. A kind without any has something to type, and opens its form at the first. */
export const quickChoices: Record<CareKind, readonly QuickChoice[]> = {
  feed: [
    plain('breast', 'Breast'),
    ...bottles('bottle-formula', 'Formula'),
    ...bottles('bottle-breast-milk', 'Breast milk'),
    plain('refused', 'Offered, not taken'),
  ],
  nappy: [
    plain('wet', 'Wet'),
    plain('dirty', 'Dirty'),
    plain('wet-and-dirty', 'Wet and dirty'),
    plain('dry', 'Dry'),
  ],
  sleep: [
    slept(30, '30 minutes'),
    slept(60, '1 hour'),
    slept(90, '1½ hours'),
    slept(120, '2 hours'),
    slept(180, '3 hours'),
  ],
  temperature: [],
  weight: [],
  medicine: [],
  'safe-sleep': [plain('safe', 'On the back, clear cot, face and head uncovered: safe')],
}
