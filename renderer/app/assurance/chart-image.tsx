import { useEffect, useState } from 'react'
import type { Chart } from '#domain/assurance/charts/chart.ts'

/** A drawing of the report, shown as a picture: its text never becomes part of the page. */
export function ChartImage({ chart }: { chart: Chart }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([chart.svg], { type: 'image/svg+xml' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [chart.svg])
  return url ? <img className="app-chart" src={url} alt={chart.alt} /> : null
}
