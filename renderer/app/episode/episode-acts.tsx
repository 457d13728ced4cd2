import {
  type EpisodeView,
  infectionRuledOut,
  openJourney,
} from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { useMay } from '../session/me.ts'
import type { Do, Doing } from './doing.ts'
import { HandoverSheet } from './handover-sheet.tsx'

/** Everything that can be entered now, in the order of the pathway. */
export function EpisodeActs({ view, onDo }: { view: EpisodeView; onDo: Do }) {
  const mayRecord = useMay('episode:record')
  const mayEnd = useMay('episode:outcome')
  const mayVoid = useMay('episode:void')
  if (!mayRecord) return null
  const away = openJourney(view)
  const running = view.clock.running
  const acts: [string, Doing][] = [
    ...(running
      ? ([
          ['Observations', { form: 'observe' }],
          [infectionAct(view), { form: 'infection' }],
          ['A call for help', { form: 'call', ring: [] }],
          ...(view.injurySteps.length > 0
            ? ([['Body map', { form: 'mark' }]] satisfies [string, Doing][])
            : []),
          ['Raise', { form: 'raise-level' }],
          ['Take over', { form: 'take-on' }],
        ] satisfies [string, Doing][])
      : []),
    ['Escort', { form: 'escort' }],
    ...(away
      ? ([
          ['Arrived, handed over', { form: 'arrived' }],
          ['Back on the unit', { form: 'returned' }],
        ] satisfies [string, Doing][])
      : ([['The baby leaves', { form: 'left' }]] satisfies [string, Doing][])),
    ...(mayEnd ? ([['Outcome', { form: 'outcome' }]] satisfies [string, Doing][]) : []),
    ...(running ? [] : ([['Debrief', { form: 'debrief' }]] satisfies [string, Doing][])),
    ['Correct the time', { form: 'correct' }],
    ...(mayVoid && running
      ? ([['Entered in error', { form: 'in-error' }]] satisfies [string, Doing][])
      : []),
  ]
  return (
    <nav className="app-buttons episode-acts" aria-label="Enter something">
      {acts.map(([label, doing]) => (
        <Button key={label} kind="quiet" small onClick={() => onDo(doing)}>
          {label}
        </Button>
      ))}
      <HandoverSheet episodeId={view.episodeId} />
    </nav>
  )
}

const infectionAct = (view: EpisodeView) =>
  view.infection.current === null
    ? 'Could this be infection?'
    : infectionRuledOut(view)
      ? 'Infection: ruled out'
      : `Infection: ${view.infection.current.label.toLowerCase()}`
