import { act, useCommand } from '../../api.ts'
import { ArrivalForm, LeaveForm, ReturnForm } from '../../features/unwell-baby/departure-form.tsx'
import { CorrectJourneyForm } from '../../features/unwell-baby/journey-form.tsx'
import { type EpisodeView, openJourney } from '../../features/unwell-baby/view.ts'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

export function LeftPart({ view, onDone }: PartProps) {
  const left = useCommand(act.unwellBaby.left.mutate)
  return (
    <LeaveForm
      draft={`left:${view.episodeId}`}
      escortOpen={view.escort.decisions.length === 0}
      save={(input) => left({ ...input, episodeId: view.episodeId })}
      onDone={onDone}
    />
  )
}

export function ArrivedPart({ view, onDone }: PartProps) {
  const arrived = useCommand(act.unwellBaby.arrived.mutate)
  const journey = openJourney(view)
  if (!journey) return null
  const { departureId, version, motherCannotGo, leftAt } = journey
  return (
    <ArrivalForm
      draft={`arrived:${departureId}:${version}`}
      leftAt={leftAt}
      save={(input) =>
        arrived({ ...input, episodeId: view.episodeId, departureId, version, motherCannotGo })
      }
      onDone={onDone}
    />
  )
}

export function ReturnedPart({ view, onDone }: PartProps) {
  const returned = useCommand(act.unwellBaby.returned.mutate)
  const journey = openJourney(view)
  if (!journey) return null
  const { departureId, version, leftAt } = journey
  return (
    <ReturnForm
      leftAt={leftAt}
      save={(input) => returned({ ...input, episodeId: view.episodeId, departureId, version })}
      onDone={onDone}
    />
  )
}

export function CorrectJourneyPart({
  view,
  departureId,
  onDone,
}: PartProps & { departureId: string }) {
  const correct = useCommand(act.unwellBaby.correctJourney.mutate)
  const journey = view.departures.find((one) => one.departureId === departureId)
  if (!journey) return null
  const { version } = journey
  return (
    <CorrectJourneyForm
      draft={`journey:${departureId}:${version}`}
      journey={journey}
      save={(typed) => correct({ ...typed, episodeId: view.episodeId, departureId, version })}
      onDone={onDone}
    />
  )
}
