import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { Facts } from '../../ui/facts.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { fileText } from '../documents/file-text.ts'
import { KindTags, StateTags } from './tags.tsx'
import type { DocumentView } from './view.ts'

/** What the document is, from whom, about whom, and how far it has come. */
export function DocumentFacts({ view }: { view: DocumentView }) {
  const { line, current, babies } = view
  const about = babies.find(({ id }) => id === line.babyId)?.name
  return (
    <>
      <StateTags line={line} />
      <KindTags line={line} />
      <Facts
        facts={[
          { name: 'Kind', value: line.classTitle },
          {
            name: 'From',
            value:
              line.sourceName === '' ? (
                'Nobody is known who holds it'
              ) : (
                <Shown>{line.sourceName}</Shown>
              ),
          },
          {
            name: 'About',
            value: about === undefined ? 'The mother, or the whole family' : <Shown>{about}</Shown>,
          },
          {
            name: line.state === 'not-needed' ? 'Why it is not needed' : 'Why it is here',
            value: <Shown>{line.because}</Shown>,
          },
          ...(current
            ? [
                { name: 'Title', value: <Shown>{current.title}</Shown> },
                {
                  name: 'Written',
                  value: (
                    <>
                      by <Shown>{current.author}</Shown>
                      {current.writtenOn !== null && `, ${formatDate(current.writtenOn)}`}
                    </>
                  ),
                },
                {
                  name: 'Received',
                  value:
                    current.receivedAt === null
                      ? 'Not recorded'
                      : formatDateTime(current.receivedAt),
                },
                {
                  name: 'File',
                  value:
                    current.mediaType === null
                      ? 'None: it is described here'
                      : fileText(current.mediaType, current.bytes),
                },
              ]
            : []),
        ]}
      />
      {current && current.summary !== '' && (
        <>
          <h3 className="history-says">What it says</h3>
          <ShownNote>{current.summary}</ShownNote>
        </>
      )}
    </>
  )
}
