import type { ComponentProps } from 'react'
import { formatTime } from '#domain/shared/calendar.ts'
import type { PewsContent } from '#domain/unwell-baby/pews-content.ts'
import { read, useRead } from '../../api.ts'
import { Series, type SeriesSet } from '../../features/unwell-baby/series.tsx'
import { unscoredBands } from '../../features/unwell-baby/unscored.ts'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { useMay } from '../session/me.ts'
import type { Do } from './doing.ts'

interface SeriesOfEpisode {
  view: EpisodeView
  onDo: Do
}

/** The series, with the bands of the revision of the national chart that the episode is worked by. */
export function ObservationSeries({ view, onDo }: SeriesOfEpisode) {
  const chart = view.ruleSets.find(({ kind }) => kind === 'pews')
  return chart ? (
    <WithBands view={view} onDo={onDo} ruleSetId={chart.recordId} />
  ) : (
    <SeriesWithActs view={view} onDo={onDo} unscored={{}} />
  )
}

function WithBands({ view, onDo, ruleSetId }: SeriesOfEpisode & { ruleSetId: string }) {
  const rules = useRead(read.ruleSets.get.queryOptions({ id: ruleSetId }))
  const last = view.observations.at(-1)
  // A baby whom the chart refuses has no band in it.
  const scored = last?.tables.pews.kind === 'scored'
  const unscored =
    scored && rules.state === 'ready'
      ? unscoredBands(JSON.parse(rules.value.content) as Pick<PewsContent, 'parameters'>)
      : {}
  return <SeriesWithActs view={view} onDo={onDo} unscored={unscored} />
}

type Unscored = ComponentProps<typeof Series>['unscored']

function SeriesWithActs({ view, onDo, unscored }: SeriesOfEpisode & { unscored: Unscored }) {
  const mayRecord = useMay('episode:record')
  const acts = ({ setId, observedAt }: SeriesSet) => (
    <Button
      kind="quiet"
      small
      label={`Correct the observations of ${formatTime(observedAt)}`}
      onClick={() => onDo({ form: 'correct-set', setId })}
    >
      Correct
    </Button>
  )
  return (
    <Series
      sets={view.observations}
      unscored={unscored}
      acts={mayRecord ? acts : undefined}
      fromPaper={view.paper.entries}
    />
  )
}
