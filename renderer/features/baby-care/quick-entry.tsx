import { useState } from 'react'
import {
  type CareKind,
  type CareSource,
  careKindLabels,
  careKinds,
  careSourceLabels,
  careSources,
} from '#domain/baby-care/kinds.ts'
import type { Failure, Reply } from '#domain/shared/failure.ts'
import { Button } from '../../ui/button.tsx'
import { type QuickChoice, quickChoices } from './quick.ts'

interface QuickEntryProps {
  baby: string
  source: CareSource
  setSource: (source: CareSource) => void
  /** Writes it down as of now. */
  save: (kind: CareKind, choice: QuickChoice) => Promise<Reply<unknown>>
  /** Opens the form for what has to be typed, or was at another time. */
  onMore: (kind: CareKind) => void
}

/** Two taps: what it was, and how it was. It is written down at the second, as of now. */
export function QuickEntry({ baby, source, setSource, save, onMore }: QuickEntryProps) {
  const [kind, setKind] = useState<CareKind>()
  const [done, setDone] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const open = (next: CareKind) => {
    setFailure(undefined)
    setDone('')
    if (quickChoices[next].length === 0) onMore(next)
    else setKind(next === kind ? undefined : next)
  }
  const choose = async (of: CareKind, choice: QuickChoice) => {
    setBusy(true)
    const reply = await save(of, choice)
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    setFailure(undefined)
    setKind(undefined)
    setDone(`${careKindLabels[of]} written down: ${choice.label}`)
  }
  return (
    <div className="care-quick">
      <fieldset className="care-quick__source">
        <legend className="app-hidden">Who saw it</legend>
        {careSources.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === source}
            className="care-quick__choice care-quick__choice--source"
            onClick={() => setSource(one)}
          >
            {careSourceLabels[one]}
          </button>
        ))}
      </fieldset>
      <fieldset className="care-quick__kinds">
        <legend className="app-hidden">Write down about {baby}</legend>
        {careKinds.map((one) => (
          <button
            key={one}
            type="button"
            className="care-quick__kind"
            {...(quickChoices[one].length > 0 ? { 'aria-expanded': one === kind } : {})}
            onClick={() => open(one)}
          >
            {careKindLabels[one]}
          </button>
        ))}
      </fieldset>
      {kind && (
        <fieldset className="care-quick__choices">
          <legend>{careKindLabels[kind]}, now</legend>
          {quickChoices[kind].map((choice) => (
            <button
              key={choice.label}
              type="button"
              className="care-quick__choice"
              disabled={busy}
              onClick={() => void choose(kind, choice)}
            >
              {choice.label}
            </button>
          ))}
          <Button kind="quiet" small onClick={() => onMore(kind)}>
            Another amount or time, or a note
          </Button>
        </fieldset>
      )}
      <p role="status" className="care-quick__done">
        {done}
      </p>
      {failure && (
        <p role="alert" className="care-quick__failure">
          {failure.fields?.[0]?.message ?? failure.message}
        </p>
      )}
    </div>
  )
}
