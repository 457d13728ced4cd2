import { useState } from 'react'
import { reviewOutcomes } from '#domain/restricted/access.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { ReviewForm } from '../../features/restricted/review-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { reviewStates } from './review-states.ts'

type Move = Outputs['restricted']['moves'][number]

/** What others wrote and somebody made a restricted entry of, and the word on it afterwards. */
export function Moves() {
  const moves = useRead(read.restricted.moves.queryOptions(undefined))
  const review = useCommand(act.restricted.reviewMove.mutate)
  const [reviewing, start] = useState<Move>()
  const me = useMe()
  const done = () => start(undefined)
  return (
    <Ready reading={moves} what="moves">
      {(rows) =>
        rows.length > 0 && (
          <Section title="What others wrote and became a restricted entry">
            {reviewing ? (
              <ReviewForm
                signer={me.name}
                save={(typed, beside) =>
                  review({ ...typed, id: reviewing.id, version: reviewing.version }, beside)
                }
                onDone={done}
              >
                <Shown>{reviewing.mover}</Shown> moved what <Shown>{reviewing.writer}</Shown> wrote
                about <Shown>{reviewing.about}</Shown> on {formatDateTime(reviewing.movedAt)}:{' '}
                <Shown>{reviewing.because}</Shown>. If it was not needed, write it again where
                everybody reads it.
              </ReviewForm>
            ) : (
              <MovesTable rows={rows} onReview={start} />
            )}
          </Section>
        )
      }
    </Ready>
  )
}

function MovesTable({ rows, onReview }: { rows: readonly Move[]; onReview: (move: Move) => void }) {
  return (
    <Table
      caption="What others wrote and became a restricted entry"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { name: 'When', cell: ({ movedAt }) => formatDateTime(movedAt) },
        {
          name: 'Who',
          cell: ({ mover, writer }) => (
            <>
              <Shown>{mover}</Shown>, of what <Shown>{writer}</Shown> wrote
            </>
          ),
        },
        { name: 'About', cell: ({ about }) => <Shown>{about}</Shown> },
        {
          name: 'What',
          cell: ({ what, from }) => (
            <>
              <ShownNote>{what}</ShownNote>
              <span className="app-quiet">{from}</span>
            </>
          ),
        },
        { name: 'Why', cell: ({ because }) => <Shown>{because}</Shown> },
        { name: 'Review', cell: (move) => <Review move={move} onReview={onReview} /> },
      ]}
    />
  )
}

function Review({ move, onReview }: { move: Move; onReview: (move: Move) => void }) {
  const { state, outcome, reviewer, mayReview, toldAt } = move
  const { words, tone } = reviewStates[state === 'own' ? 'reviewed' : state]
  return (
    <>
      <Tag tone={tone}>{words}</Tag>{' '}
      {outcome !== null ? (
        <>
          {reviewOutcomes[outcome as keyof typeof reviewOutcomes]}, <Shown>{reviewer ?? ''}</Shown>
        </>
      ) : mayReview ? (
        <Button kind="quiet" small onClick={() => onReview(move)}>
          Review it
        </Button>
      ) : (
        'by somebody else than you'
      )}
      <div className="app-quiet">
        {toldAt ? `Its writer saw it ${formatDateTime(toldAt)}` : 'Its writer has not seen it yet'}
      </div>
    </>
  )
}
