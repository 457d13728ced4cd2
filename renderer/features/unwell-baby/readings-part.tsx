import { type SkipReason, skipReasonLabels } from '#domain/unwell-baby/observation.ts'
import { type SignCode, signs } from '#domain/unwell-baby/signs.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { ReadingField } from './reading-field.tsx'
import { skipReasonsOf } from './words.ts'

/** The signs that every set asks for, in the order of the national chart's columns on paper. */
const asked: readonly SignCode[] = [
  'respiratory-rate',
  'oxygen-saturation',
  'heart-rate',
  'capillary-refill',
  'temperature',
  'systolic-pressure',
]

/** Figures first, one tab apart; then a line for each that was left empty: why it was not measured. */
export function ReadingsPart() {
  return (
    <>
      <div className="episode-readings">
        {asked.map((code) => (
          <ReadingField key={code} code={code} />
        ))}
        <OxygenReadings />
        <FeverDays />
      </div>
      <NotMeasured />
    </>
  )
}

function OxygenReadings() {
  const support = useTyped<string>('support') ?? ''
  if (support === '' || support === 'air') return null
  return (
    <>
      <ReadingField code="oxygen-percent" />
      <ReadingField code="oxygen-flow" />
    </>
  )
}

function FeverDays() {
  const reported = useTyped<string>('feverReport') === 'reported'
  return reported ? <ReadingField code="fever-days" /> : null
}

function NotMeasured() {
  const typed = useTyped<Partial<Record<SignCode, { value?: string }>>>('readings') ?? {}
  const empty = asked.filter((code) => (typed[code]?.value ?? '').trim() === '')
  if (empty.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Not measured: {empty.map((code) => signs[code].label.toLowerCase()).join(', ')}
        </span>
      </summary>
      <div className="nhsuk-details__text episode-skipped">
        {empty.map((code) => (
          <SkippedField key={code} code={code} />
        ))}
      </div>
    </details>
  )
}

function SkippedField({ code }: { code: SignCode }) {
  const because = useTyped<SkipReason>(`readings.${code}.because`)
  return (
    <div>
      <SelectField
        name={`readings.${code}.because`}
        label={`${signs[code].label}: why not?`}
        prompt="Not recorded"
        choices={skipReasonsOf(code === 'systolic-pressure').map((value) => ({
          value,
          label: skipReasonLabels[value],
        }))}
      />
      {because === 'other' && (
        <TextField
          name={`readings.${code}.note`}
          label="The reason"
          required={`Enter why ${signs[code].label.toLowerCase()} was not measured`}
        />
      )}
    </div>
  )
}
