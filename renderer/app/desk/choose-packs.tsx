import { useState } from 'react'
import type { Outputs } from '../../api.ts'

type Pack = Outputs['desk']['view']['packs'][number]

interface Filter {
  unit: string
  period: string
}

const all: Filter = { unit: '', period: '' }

/** The packs of one unit, of one period, or all of them: 22 units over ten years are many hundred. */
export function useChosenPacks(packs: readonly Pack[]) {
  const [filter, set] = useState(all)
  const shown = packs.filter(
    ({ unitName, period }) =>
      (filter.unit === '' || filter.unit === unitName) &&
      (filter.period === '' || filter.period === period),
  )
  return { filter, set, shown }
}

interface FilterFieldsProps {
  packs: readonly Pack[]
  filter: Filter
  onChange: (filter: Filter) => void
}

export function FilterFields({ packs, filter, onChange }: FilterFieldsProps) {
  const periods = [...new Map(packs.map(({ period, from }) => [period, from]))]
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .map(([period]) => period)
  return (
    <div className="app-buttons">
      <Choice
        label="Unit"
        every="Every unit"
        value={filter.unit}
        choices={[...new Set(packs.map(({ unitName }) => unitName))].sort()}
        onChange={(unit) => onChange({ ...filter, unit })}
      />
      <Choice
        label="Period"
        every="Every period"
        value={filter.period}
        choices={periods}
        onChange={(period) => onChange({ ...filter, period })}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  every: string
  value: string
  choices: readonly string[]
  onChange: (value: string) => void
}

const Choice = ({ label, every, value, choices, onChange }: ChoiceProps) => (
  <label className="nhsuk-label">
    {label}{' '}
    <select
      className="nhsuk-select"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{every}</option>
      {choices.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  </label>
)
