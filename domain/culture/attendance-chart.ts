import { type Chart, type ChartColours, printColours } from '../assurance/charts/chart.ts'
import { runChart } from '../assurance/charts/run.ts'
import { formatDate } from '../shared/calendar.ts'
import type { RunPoint } from './attendance-run.ts'

/** The share that came in each span with its n, against the median. A span in which nobody was asked is a gap. */
export const attendanceChart = (
  points: readonly RunPoint[],
  colours: ChartColours = printColours,
): Chart =>
  runChart(
    points.map(({ last, asked, came }) => ({ label: formatDate(last), asked, met: came })),
    {
      alt: 'Attendance of reflective sessions by spans that end on',
      caption: 'Share of staff who came to a reflective session in each span',
      columns: ['Span to', 'Came', 'n'],
      nobody: 'nobody asked',
    },
    colours,
  )
