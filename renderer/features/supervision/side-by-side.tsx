import { formatDateTime } from '#domain/shared/calendar.ts'
import { type ComparedCell, compared, type Shift } from '#domain/supervision/compared.ts'
import { decisionLabel } from '#domain/supervision/record.ts'
import { activityName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { LevelTag } from './level-tag.tsx'
import type { SupervisionView } from './view.ts'

const shiftWords: Record<Shift, string> = {
  first: '',
  same: '',
  stricter: '▲ stricter',
  'less-strict': '▼ less strict',
  'not-named': '',
}

/** Every decision side by side, the newest beside the places: what each changed, in words. */
export function SideBySide({ view }: { view: SupervisionView }) {
  const { decisions, rules } = view
  if (decisions.length < 2) return null
  const rows = compared(decisions)
  const newestFirst = decisions.map((_, index) => decisions.length - 1 - index)
  return (
    <div className="app-table-scroll">
      <table className="app-table supervision-history">
        <caption>What changed: decisions side by side, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            {newestFirst.map((index) => (
              <DecisionHead key={decisions[index]?.recordId} decision={decisions[index]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, activity, cells }) => (
            <tr key={`${place} ${activity}`}>
              <th scope="row">
                {placeName(rules, place)}
                {activity !== 'all' && `, ${activityName(rules, activity).toLowerCase()}`}
              </th>
              {newestFirst.map((index) => (
                <Compared key={decisions[index]?.recordId} cell={cells[index]} rules={rules} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DecisionHead({
  decision,
}: {
  decision: SupervisionView['decisions'][number] | undefined
}) {
  if (!decision) return null
  return (
    <th scope="col">
      {formatDateTime(decision.startsAt)}
      <br />
      <span className="app-quiet">{decisionLabel(decision)}</span>
    </th>
  )
}

function Compared({ cell, rules }: { cell: ComparedCell | undefined; rules: SupervisionRules }) {
  if (!cell || cell.level === null) return <td className="app-quiet">as before</td>
  return (
    <td>
      <LevelTag rules={rules} level={cell.level} />{' '}
      {shiftWords[cell.shift] && <strong>{shiftWords[cell.shift]}</strong>}
    </td>
  )
}
