import type { TableResults } from '#domain/unwell-baby/bands.ts'
import type { BandKey } from '#domain/unwell-baby/escalation-content.ts'
import type { Missing } from '#domain/unwell-baby/threshold.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

interface TableView {
  key: 'sepsis' | 'fever' | 'pews'
  title: string
  band: string
  tone: Tone
  /** The band that it gives; what is not complete comes after every band, what is normal comes last. */
  strict: BandKey | 'not-complete' | 'normal'
  /** Why it does not count in the route, where it does not. */
  aside: string | null
  rows: { id: string; text: string; source: string; mark: string }[]
  missing: string[]
}

interface BandsPanelProps {
  tables: TableResults
  infectionRuledOut: boolean
  /** Every band in the order of the rules, strictest first. */
  order: readonly BandKey[]
}

/** The three tables, strictest first; those that do not count in the route come after those that do. */
function inOrder({ tables, infectionRuledOut, order }: BandsPanelProps): TableView[] {
  const rank = ({ strict, aside }: TableView) => {
    const behind = aside === null ? 0 : order.length + 2
    if (strict === 'normal') return behind + order.length + 1
    return behind + (strict === 'not-complete' ? order.length : order.indexOf(strict))
  }
  const views = [sepsisView(tables, infectionRuledOut), feverView(tables), pewsView(tables)]
  return views.sort((a, b) => rank(a) - rank(b))
}

/** The three tables in one line, strictest first, with the carer's and staff's worry beside them. */
export function BandsLine(props: BandsPanelProps) {
  return (
    <p className="episode-line">
      {inOrder(props).map(({ key, title, band, tone, aside }) => (
        <span key={key}>
          {title.replace(/ \(.*| 0 to.*/, '').replace(/,$/, '')}:{' '}
          <Tag tone={aside ? 'neutral' : tone}>{band}</Tag>
          {aside && <span className="app-quiet"> not counted</span>}
        </span>
      ))}
    </p>
  )
}

/** The three tables of one set side by side, strictest first: PEWS never stands alone (decision 25). */
export function BandsPanel({ tables, infectionRuledOut, order }: BandsPanelProps) {
  const views = inOrder({ tables, infectionRuledOut, order })
  return (
    <div className="episode-tables">
      {views.map((view) => (
        <section key={view.key} className="episode-table" aria-label={view.title}>
          <h3>{view.title}</h3>
          <p>
            <Tag tone={view.aside ? 'neutral' : view.tone}>{view.band}</Tag>{' '}
            {view.aside && <span className="app-quiet">{view.aside}</span>}
          </p>
          {view.rows.length > 0 && (
            <ul className="episode-table__rows">
              {view.rows.map(({ id, text, source, mark }) => (
                <li key={id}>
                  {text}{' '}
                  <small className="app-quiet">
                    {source}
                    {mark !== 'published' && ' (not yet approved)'}
                  </small>
                </li>
              ))}
            </ul>
          )}
          {view.missing.length > 0 && (
            <p className="episode-table__missing">
              <strong>Not recorded:</strong> {view.missing.join('; ')}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

type Found = { rowId: string; text: string; because: string; source: string; mark: string }

const rowsOf = (fired: readonly Found[]) =>
  fired.map(({ rowId, text, because, source, mark }) => ({
    id: rowId,
    text: text === because ? text : `${text}: ${because}`,
    source,
    mark,
  }))

const labels = (missing: readonly Missing[]) => missing.map(({ label }) => label)

function sepsisView({ sepsis }: TableResults, ruledOut: boolean): TableView {
  const words = {
    high: { band: 'HIGH RISK', tone: 'danger', strict: 'sepsis-high' },
    moderate: { band: 'MODERATE TO HIGH RISK', tone: 'warning', strict: 'sepsis-moderate' },
    'not-complete': { band: 'NOT COMPLETE', tone: 'warning', strict: 'not-complete' },
    'no-sign': { band: 'No high or moderate sign', tone: 'good', strict: 'normal' },
  } as const
  return {
    key: 'sepsis',
    title: 'Suspected sepsis (NICE NG254)',
    ...words[sepsis.band],
    aside: ruledOut ? 'If infection is suspected: a nurse or doctor has ruled it out' : null,
    rows: rowsOf(sepsis.fired),
    missing: labels(sepsis.missing),
  }
}

function feverView({ fever, feverCounts }: TableResults): TableView {
  const words = {
    red: { band: 'RED', tone: 'danger', strict: 'fever-red' },
    amber: { band: 'AMBER', tone: 'warning', strict: 'fever-amber' },
    'not-complete': { band: 'NOT COMPLETE', tone: 'warning', strict: 'not-complete' },
    green: { band: 'Green', tone: 'good', strict: 'normal' },
  } as const
  return {
    key: 'fever',
    title: 'Fever (NICE NG143)',
    ...words[fever.band],
    aside: feverCounts ? null : 'Only with a fever: none was measured or reported',
    rows: rowsOf(fever.fired),
    missing: labels(fever.missing),
  }
}

function pewsView({ pews }: TableResults): TableView {
  const base = { key: 'pews', title: 'National PEWS, 0 to 11 months', aside: null } as const
  const triggers = pews.triggers.map(({ id, text, source, mark }) => ({ id, text, source, mark }))
  if (pews.kind === 'refused')
    return {
      ...base,
      band: 'NO SCORE',
      tone: 'warning',
      strict: 'not-complete',
      rows: triggers,
      missing: [pews.because],
    }
  const words = {
    emergency: { name: 'EMERGENCY', tone: 'danger', strict: 'pews-emergency' },
    high: { name: 'HIGH', tone: 'danger', strict: 'pews-high' },
    medium: { name: 'MEDIUM', tone: 'warning', strict: 'pews-medium' },
    low: { name: 'low', tone: 'info', strict: 'pews-low' },
    'not-complete': { name: 'not complete', tone: 'warning', strict: 'not-complete' },
    none: { name: 'no level', tone: 'good', strict: 'normal' },
  } as const
  const { name, tone, strict } = words[pews.level]
  const parts = pews.parameters.map(({ label, value, score, parameter, source, mark }) => ({
    id: `PEWS ${parameter}`,
    text: `${label} ${value}: ${score === null ? 'no score' : score}`,
    source,
    mark,
    score,
  }))
  return {
    ...base,
    band: `PEWS ${pews.total}${pews.complete ? '' : ' at least'}: ${name}`,
    tone,
    strict,
    rows: [...triggers, ...parts.filter(({ score }) => (score ?? 0) > 0)],
    missing: pews.missing,
  }
}
