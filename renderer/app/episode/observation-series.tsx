import type { PewsContent } from '#domain/unwell-baby/pews-content.ts'
import { read, useRead } from '../../api.ts'
import { Series } from '../../features/unwell-baby/series.tsx'
import { unscoredBands } from '../../features/unwell-baby/unscored.ts'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'

/** The series, with the bands of the revision of the national chart that the episode is worked by. */
export function ObservationSeries({ view }: { view: EpisodeView }) {
  const chart = view.ruleSets.find(({ kind }) => kind === 'pews')
  return chart ? (
    <WithBands view={view} ruleSetId={chart.recordId} />
  ) : (
    <Series sets={view.observations} unscored={{}} />
  )
}

function WithBands({ view, ruleSetId }: { view: EpisodeView; ruleSetId: string }) {
  const rules = useRead(read.ruleSets.get.queryOptions({ id: ruleSetId }))
  const last = view.observations.at(-1)
  // A baby whom the chart refuses has no band in it.
  const scored = last?.tables.pews.kind === 'scored'
  const unscored =
    scored && rules.state === 'ready'
      ? unscoredBands(JSON.parse(rules.value.content) as Pick<PewsContent, 'parameters'>)
      : {}
  return <Series sets={view.observations} unscored={unscored} />
}
