import { Link } from '@tanstack/react-router'
import { classStrip } from '#domain/assurance/charts/class-strip.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { memberClasses } from '#domain/assurance/measure.ts'
import type { FigureModel, MeasureModel } from '#domain/assurance/report-model.ts'
import { classLabels } from '#domain/assurance/report-words.ts'
import { Tag } from '../../ui/tag.tsx'
import { useChartColours } from './chart-colours.ts'
import { ChartImage } from './chart-image.tsx'
import { LevelTag } from './level-tag.tsx'
import type { DaysAtCut } from './periods.ts'

interface MeasureBlockProps {
  measure: MeasureModel
  requirement: string
  days: DaysAtCut
}

export const countOf = (figure: FigureModel, each: (typeof memberClasses)[number]) =>
  each === 'not-eligible' ? figure.notEligible : figure[each]

const openWords = ({ id, unit, figure: { population } }: MeasureModel) =>
  unit === 'count'
    ? `Open the ${population} ${population === 1 ? 'record' : 'records'} behind ${id}`
    : `Open the records behind ${id}`

/** One measure: its rate with n, its four classes in figures and as a bar, its rule, and the way to its records. */
export function MeasureBlock({ measure, requirement, days }: MeasureBlockProps) {
  const { figure, unit, id, title } = measure
  const tested = measure.version !== null
  const colours = useChartColours()
  return (
    <article className="app-measure">
      <h3>
        {id} {title}
      </h3>
      <p className="app-measure__figure">
        <strong>{tenthsText(figure.rateTenths)}</strong>{' '}
        <span>n {quantityText(figure.denominator, unit)}</span> <LevelTag level={measure.level} />{' '}
        {measure.safetyCritical && <Tag tone="info">Safety-critical</Tag>}
      </p>
      <p>{measure.reason}</p>
      {tested && (
        <>
          {figure.population > 0 && (
            <ChartImage chart={classStrip({ figure, unit, id, title }, colours)} />
          )}
          <dl className="app-counts">
            {memberClasses.map((each) => (
              <div key={each}>
                <dt>{classLabels[each]}</dt>
                <dd>
                  <Link
                    to="/assurance/requirements/$requirement/$measure"
                    params={{ requirement, measure: id }}
                    search={{ ...days, only: each }}
                    aria-label={`${id}, ${classLabels[each].toLowerCase()}: ${quantityText(countOf(figure, each), unit)}. Open the records`}
                  >
                    {quantityText(countOf(figure, each), unit)}
                  </Link>
                </dd>
              </div>
            ))}
          </dl>
          <p>
            <Link
              to="/assurance/requirements/$requirement/$measure"
              params={{ requirement, measure: id }}
              search={days}
            >
              {openWords(measure)}
            </Link>
          </p>
        </>
      )}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How {id} is counted</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>{measure.population}</p>
          {measure.placedBy && <p>{measure.placedBy}</p>}
          <p>{measure.rule}</p>
          <p>
            At least {measure.minimumN} to be tested. Source: {measure.source}
          </p>
        </div>
      </details>
    </article>
  )
}
