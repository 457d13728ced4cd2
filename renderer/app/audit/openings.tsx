import { useState } from 'react'
import { reviewOutcomes } from '#domain/restricted/access.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { ReviewForm } from '../../features/restricted/review-form.tsx'
import type { Opening } from '../../features/restricted/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { reviewStates } from '../restricted/review-states.ts'
import { useMe } from '../session/me.ts'

/** Who opened restricted entries in an emergency, and the word on it afterwards. */
export function Openings() {
  const openings = useRead(read.restricted.openings.queryOptions(undefined))
  const [reviewing, review] = useState<Opening>()
  const sign = useCommand(act.restricted.review.mutate)
  const me = useMe()
  return (
    <Ready reading={openings} what="openings">
      {(rows) =>
        rows.length > 0 && (
          <Section title="Restricted entries opened in an emergency">
            {reviewing ? (
              <ReviewForm
                signer={me.name}
                save={(typed, beside) =>
                  sign({ ...typed, id: reviewing.id, version: reviewing.version }, beside)
                }
                onDone={() => review(undefined)}
              >
                <Shown>{reviewing.by}</Shown> opened the restricted entries about{' '}
                <Shown>{reviewing.about}</Shown> on {formatDateTime(reviewing.openedAt)}:{' '}
                <Shown>{reviewing.because}</Shown>
              </ReviewForm>
            ) : (
              <OpeningsTable rows={rows} onReview={review} />
            )}
          </Section>
        )
      }
    </Ready>
  )
}

function OpeningsTable({
  rows,
  onReview,
}: {
  rows: readonly Opening[]
  onReview: (opening: Opening) => void
}) {
  return (
    <Table
      caption="Restricted entries opened in an emergency"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { name: 'When', cell: ({ openedAt }) => formatDateTime(openedAt) },
        { name: 'Who', cell: ({ by }) => <Shown>{by}</Shown> },
        { name: 'About', cell: ({ about }) => <Shown>{about}</Shown> },
        { name: 'Why', cell: ({ because }) => <Shown>{because}</Shown> },
        { name: 'Review', cell: (opening) => <Review opening={opening} onReview={onReview} /> },
      ]}
    />
  )
}

function Review({ opening, onReview }: { opening: Opening; onReview: (opening: Opening) => void }) {
  const { words, tone } = reviewStates[opening.state]
  return (
    <>
      <Tag tone={tone}>{words}</Tag>{' '}
      {opening.outcome !== null ? (
        <>
          {reviewOutcomes[opening.outcome as keyof typeof reviewOutcomes]},{' '}
          <Shown>{opening.reviewer ?? ''}</Shown>
        </>
      ) : opening.isOwn ? (
        'by somebody else than you'
      ) : (
        <Button kind="quiet" small onClick={() => onReview(opening)}>
          Review it
        </Button>
      )}
    </>
  )
}
