import { readingText } from '#domain/documents/reading.ts'
import { readerRoleLabels } from '#domain/documents/rule-content.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import type { DocumentView } from './view.ts'

interface Dated extends TimelineEntry {
  at: string
}

/** Everything that happened to a document, newest first: asked, received, opened, read. */
export function DocumentPast({ view }: { view: DocumentView }) {
  const entries = [...asked(view), ...received(view), ...signed(view), ...opened(view)].sort(
    (a, b) => (a.at < b.at ? 1 : -1),
  )
  if (entries.length === 0)
    return <p className="app-quiet">Nothing has happened since it was put on the register.</p>
  return <Timeline entries={entries} />
}

const dated = (
  key: string,
  at: string,
  title: TimelineEntry['title'],
  children?: TimelineEntry['children'],
): Dated => ({
  key,
  at,
  when: formatDateTime(at),
  title,
  ...(children ? { children } : {}),
})

function asked({ line, chases, closed }: DocumentView): Dated[] {
  return [
    ...(line.askedAt === null
      ? []
      : [
          dated(
            'asked',
            line.askedAt,
            <>
              Asked for: <Shown>{line.askedOf ?? ''}</Shown>
            </>,
          ),
        ]),
    ...chases.map(({ recordId, chasedAt, chasedOf }) =>
      dated(
        recordId,
        chasedAt,
        <>
          Asked again: <Shown>{chasedOf}</Shown>
        </>,
      ),
    ),
    ...(closed
      ? [
          dated(
            'closed',
            closed.closedAt,
            closed.basisKind === null ? (
              <>
                Struck from the list: <Shown>{line.because}</Shown>
              </>
            ) : (
              <>
                The source said that it holds none:{' '}
                <Shown>{closed.basisBy ?? closed.basisDocument ?? ''}</Shown>
              </>
            ),
          ),
        ]
      : []),
  ]
}

function received({ contents }: DocumentView): Dated[] {
  return contents.map((one) =>
    dated(
      `${one.receivedId} ${one.version}`,
      one.version === 1 ? (one.receivedAt ?? one.recordedAt) : one.recordedAt,
      <>
        {one.version === 1 ? 'Received' : 'Entry corrected'}: <Shown>{one.title}</Shown>
      </>,
      <p className="app-quiet">
        Entered by <Shown>{one.recordedBy}</Shown>
        {one.writtenOn !== null && `; written ${formatDate(one.writtenOn)}`}
        {one.reason !== '' && (
          <>
            . <Shown>{one.reason}</Shown>
          </>
        )}
      </p>,
    ),
  )
}

function signed({ signatures }: DocumentView): Dated[] {
  return signatures.map((one) =>
    dated(
      one.recordId,
      one.signedAt,
      <>
        Read and signed by <Shown>{one.reader}</Shown>
        {one.readerRole !== null && `, ${readerRoleLabels[one.readerRole].toLowerCase()}`}
      </>,
      <>
        <p>
          <Shown>{one.significance}</Shown>
        </p>
        <p className="app-quiet">
          {one.reading ? readingText(one.reading) : 'How far is not known'}
        </p>
        {!one.stands && <Tag tone="warning">To what it said before</Tag>}{' '}
        {one.readOnPaper !== null && (
          <>
            Read on paper: <Shown>{one.readOnPaper}</Shown>
          </>
        )}{' '}
        {one.openedAt === null && <Tag>Not opened here before it was signed</Tag>}
      </>,
    ),
  )
}

/** Who opened it, once a day for each person and version. */
function opened({ opened: entries }: DocumentView): Dated[] {
  const byDay = Map.groupBy(
    entries,
    ({ receivedId, version, staffId, at }) => `${receivedId} ${version} ${staffId} ${dateOf(at)}`,
  )
  return [...byDay].flatMap(([key, times]) => {
    const last = times.at(-1)
    if (!last) return []
    return dated(
      key,
      last.at,
      <span className="app-quiet">
        Opened by <Shown>{last.name}</Shown>
        {times.length > 1 && `, ${times.length} times that day`}
        {last.reading && `: ${readingText(last.reading)}`}
      </span>,
    )
  })
}
