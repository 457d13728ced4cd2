import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { CorrectDrill, DrillForm, type DrillView } from './drill-forms.tsx'

/** Drills of the pathway: kept as drills, never counted as episodes. */
export function DrillsPage() {
  const drills = useRead(read.unwellBaby.drills.queryOptions(undefined))
  const mayRecord = useMay('episode:record')
  const [recording, record] = useState(false)
  const [righting, putRight] = useState<string>()
  return (
    <div className="app-main">
      <PageHeader
        title="Drills for an unwell baby"
        under="One in every half-year is measured (5e-7)."
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to people
          </Link>
        }
      />
      <FollowUps />
      <Section
        title="Drills held"
        actions={
          mayRecord &&
          !recording && (
            <Button kind="quiet" small onClick={() => record(true)}>
              Record a drill
            </Button>
          )
        }
      >
        {recording && <DrillForm onDone={() => record(false)} />}
        <Ready reading={drills} what="drills">
          {(rows) => (
            <>
              <CorrectDrill
                drill={rows.find(({ id }) => id === righting)}
                onDone={() => putRight(undefined)}
              />
              <Table
                caption="Drills held"
                captionHidden
                rows={rows}
                rowKey={({ id }) => id}
                empty={<Empty>No drill has been recorded yet.</Empty>}
                columns={[
                  { name: 'Held', cell: ({ heldAt }) => formatDateTime(heldAt) },
                  { name: 'Scenario', cell: ({ scenario }) => <Shown>{scenario}</Shown> },
                  {
                    name: 'What was learned',
                    cell: ({ learning }) => <ShownNote>{learning}</ShownNote>,
                  },
                  { name: 'Recorded by', cell: ({ by }) => <Shown>{by}</Shown> },
                  ...(mayRecord
                    ? [
                        {
                          name: 'Change',
                          cell: ({ id, heldAt }: DrillView) => (
                            <Button
                              kind="quiet"
                              small
                              label={`Put right: drill of ${formatDateTime(heldAt)}`}
                              onClick={() => putRight(id)}
                            >
                              Put right
                            </Button>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            </>
          )}
        </Ready>
      </Section>
    </div>
  )
}

/** Reviews that an outcome set, and debriefs, until they are held: on no other list once the clock has stopped. */
function FollowUps() {
  const open = useRead({
    ...read.unwellBaby.followUps.queryOptions(undefined),
    refetchInterval: 60_000,
  })
  return (
    <Section title="Reviews and debriefs that are open">
      <Ready reading={open} what="reviews and debriefs">
        {({ lines }) => (
          <Table
            caption="Reviews and debriefs that are open"
            captionHidden
            rows={lines}
            rowKey={({ episodeId, kind }) => `${episodeId} ${kind}`}
            empty={<Empty>No review and no debrief is waiting.</Empty>}
            columns={[
              {
                name: 'Baby',
                cell: ({ episodeId, baby }) => (
                  <Link to="/episodes/$episodeId" params={{ episodeId }}>
                    <Shown>{baby}</Shown>
                  </Link>
                ),
              },
              { name: 'What', cell: ({ kind }) => (kind === 'review' ? 'Review' : 'Debrief') },
              {
                name: 'By',
                cell: ({ dueAt, late }) => (
                  <>
                    {formatDateTime(dueAt)} {late && <Tag tone="late">LATE</Tag>}
                  </>
                ),
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}
