import { formatTime } from '#domain/shared/calendar.ts'
import { Tag } from '../../ui/tag.tsx'
import type { EpisodeView } from './view.ts'
import { bandTone } from './words.ts'

/** What the episode has reached, strictest first, each with the rows that fired. Nothing lowers it. */
export function ReachedList({ bands, aside }: Pick<EpisodeView, 'bands' | 'aside'>) {
  return (
    <ul className="episode-reached">
      {bands.map(({ band, label, at, rows }, index) => (
        <li key={band} className={index === 0 ? 'episode-reached__lead' : undefined}>
          <Tag tone={bandTone(band)}>{label}</Tag>{' '}
          <span>
            {[...new Set(rows.map(({ because }) => because))].join('; ')}{' '}
            <small className="app-quiet">
              since {formatTime(at)}. {sourcesOf(rows)}
            </small>
          </span>
        </li>
      ))}
      {aside.map(({ ruleId, condition, label, because, source }) => (
        <li key={ruleId}>
          <Tag>{condition}</Tag>{' '}
          <span>
            {label}: {because} <small className="app-quiet">{source}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const sourcesOf = (rows: EpisodeView['bands'][number]['rows']) =>
  [
    ...new Set(
      rows.map(({ source, mark }) =>
        mark === 'published' ? source : `${source} (not yet approved)`,
      ),
    ),
  ].join('; ')
