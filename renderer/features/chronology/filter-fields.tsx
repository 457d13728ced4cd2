import { useId } from 'react'
import type { LineFilter } from '#domain/chronology/line.ts'
import { type BasisKind, basisLabels } from '#domain/shared/provenance.ts'
import { Button } from '../../ui/button.tsx'
import type { ChronologyView } from './view.ts'

interface FilterFieldsProps {
  view: ChronologyView
  filter: LineFilter
  onChange: (filter: LineFilter) => void
}

/** What of the history is shown: from which source, how known, about whom. */
export function FilterFields({ view: { lines, people }, filter, onChange }: FilterFieldsProps) {
  const sources = [...new Set(lines.map(({ source }) => source))].filter(Boolean).sort()
  const bases = [...new Set(lines.flatMap(({ basis }) => basis?.kind ?? []))]
  const isOn = Object.values(filter).some((value) => value !== undefined)
  return (
    <search className="chronology-filter" aria-label="What of the history is shown">
      <Choice
        label="Source"
        all="All sources"
        value={filter.source}
        choices={sources.map((source) => [source, source])}
        onChange={(source) => onChange({ ...filter, source })}
      />
      <Choice
        label="How it is known"
        all="However it is known"
        value={filter.basis}
        choices={bases.map((kind) => [kind, basisLabels[kind]])}
        onChange={(basis) => onChange({ ...filter, basis: basis as BasisKind | undefined })}
      />
      <Choice
        label="About whom"
        all="Everybody"
        value={filter.about}
        choices={[...people.map(({ id, name }) => [id, name] as const), ['family', 'The family']]}
        onChange={(about) => onChange({ ...filter, about })}
      />
      {isOn && (
        <Button kind="quiet" small onClick={() => onChange({})}>
          Show all
        </Button>
      )}
    </search>
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string | undefined
  choices: readonly (readonly [value: string, label: string])[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="chronology-filter__one">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
