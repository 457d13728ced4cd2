import { useSyncExternalStore } from 'react'
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

const themeNow = () => document.documentElement.dataset.theme

function onTheme(changed: () => void): () => void {
  const watch = new MutationObserver(changed)
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => watch.disconnect()
}

/** The colours of the charts for the theme that is shown; a chart is drawn anew when that changes. */
export const useChartColours = (): ChartColours =>
  useSyncExternalStore(onTheme, themeNow) === 'dark' ? dark : printColours
