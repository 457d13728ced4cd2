import { type FactorRow, factorAnswerLabels, factorLabels } from '#domain/supervision/factors.ts'
import { Shown } from '../../ui/shown.tsx'

/** The answers to what is asked of every assessment: each yes and not known by itself, the no's in one line. */
export function FactorsList({ factors }: { factors: readonly FactorRow[] }) {
  if (factors.length === 0) return null
  const told = factors.filter(({ answer }) => answer !== 'no')
  const none = factors.filter(({ answer }) => answer === 'no')
  return (
    <ul className="supervision-factors">
      {told.map(({ factor, answer, note }) => (
        <li key={factor}>
          <strong>
            {factorLabels[factor]}: {factorAnswerLabels[answer].toLowerCase()}
          </strong>{' '}
          <Shown>{note}</Shown>
        </li>
      ))}
      {none.length > 0 && (
        <li className="app-quiet">
          No risk from: {none.map(({ factor }) => factorLabels[factor].toLowerCase()).join('; ')}
        </li>
      )}
    </ul>
  )
}
