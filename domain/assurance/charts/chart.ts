import type { MemberClass } from '../measure.ts'

/** A drawing with its words and its figures, for those who do not see it. */
export interface Chart {
  svg: string
  /** What it shows, in one or two sentences, without any name. */
  alt: string
  caption: string
  /** The same figures as a table. */
  table: { columns: string[]; rows: string[][] }
}

/** The colours of a chart. The screen gives its own for its light and dark themes. */
export interface ChartColours {
  ink: string
  muted: string
  grid: string
  paper: string
  line: string
  classes: Record<MemberClass, string>
}

/**
 * For paper: dark blue, vermilion, amber and grey differ in lightness as well as in hue, and each class has
 * its own pattern, so that colour is never the only signal.
 */
export const printColours: ChartColours = {
  ink: '#212b32',
  muted: '#4c6272',
  grid: '#d8dde0',
  paper: '#ffffff',
  line: '#005eb8',
  classes: {
    pass: '#003087',
    fail: '#b3261e',
    incomplete: '#ffb81c',
    'not-eligible': '#e8edee',
  },
}
