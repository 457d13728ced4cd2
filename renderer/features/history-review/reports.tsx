import { formatDateTime } from '#domain/shared/calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { DocumentView } from './view.ts'

interface ReportsProps {
  view: DocumentView
  onChoose: (receivedId: string) => void
}

/** Every report that came on this line: each is read and signed by itself, none takes the place of another. */
export function Reports({ view: { reports, current }, onChoose }: ReportsProps) {
  return (
    <Section title={`${reports.length} reports on this line, each to be read by itself`}>
      <ul className="history-plain history-reports">
        {reports.map(({ receivedId, title, receivedAt, open }) => (
          <li key={receivedId}>
            <Shown>{title}</Shown>{' '}
            <span className="app-quiet">
              {receivedAt === null
                ? 'time of receipt not recorded'
                : `received ${formatDateTime(receivedAt)}`}
            </span>{' '}
            <Tag tone={open.length === 0 ? 'good' : 'warning'}>
              {open.length === 0 ? 'Read by all who must' : 'Not read by all'}
            </Tag>{' '}
            {receivedId === current?.receivedId ? (
              <Tag>Shown below</Tag>
            ) : (
              <Button
                kind="quiet"
                small
                label={`Show it: ${title}`}
                onClick={() => onChoose(receivedId)}
              >
                Show it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
