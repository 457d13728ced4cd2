import { type ChartColours, printColours } from '#domain/assurance/charts/chart.ts'

const dark: ChartColours = {
  ink: '#e8edee',
  muted: '#b5c3cc',
  grid: '#394a56',
  paper: '#1a242b',
  line: '#8fc7ff',
  classes: {
    pass: '#5fa8ec',
    fail: '#ff8073',
    incomplete: '#e0ac3b',
    'not-eligible': '#7d93a2',
  },
}

/** The colours of the charts for the theme that is shown now. */
export const chartColours = (): ChartColours =>
  document.documentElement.dataset.theme === 'dark' ? dark : printColours
