import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { arrivalSourceLabels } from '#domain/stays/arrival-source.ts'
import { endReasonLabels } from '#domain/stays/record.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'

type BedsView = Outputs['admission']['beds']
type BedLine = BedsView['beds'][number]
type HereView = BedsView['hereWithoutBed'][number]
type ExpectedView = BedsView['withoutBed'][number]

/** The beds: who is in them, who is expected and when, and who moved or left in the last week. */
export function BedsPage() {
  const board = useRead(read.admission.beds.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={board} what="beds">
        {(value) => (
          <>
            <PageHeader
              title="Beds"
              under={underOf(value)}
              back={
                <Link to="/referrals" className="nhsuk-back-link">
                  Back to the referrals
                </Link>
              }
            />
            <HereWithoutBed rows={value.hereWithoutBed} />
            <Beds beds={value.beds} />
            <WithoutBed rows={value.withoutBed} />
            <Lately board={value} />
          </>
        )}
      </Ready>
    </div>
  )
}

function underOf({ beds, withoutBed, hereWithoutBed }: BedsView): string {
  const open = beds.filter(({ closed }) => !closed)
  const taken = open.filter(({ here }) => here !== null).length
  const expected = beds.filter((one) => one.expected !== null).length + withoutBed.length
  const free = open.filter((one) => one.here === null && one.expected === null).length
  const without = hereWithoutBed.length > 0 ? `, ${hereWithoutBed.length} here without a bed` : ''
  return `${taken} of ${open.length} in use, ${expected} expected, ${free} free${without}`
}

const planWord = (planned: boolean) => (planned ? 'Planned' : 'Unplanned')

function Beds({ beds }: { beds: readonly BedLine[] }) {
  return (
    <Section title="Beds now">
      <Table
        caption="Beds now"
        captionHidden
        rows={beds}
        rowKey={({ id }) => id}
        empty={<Empty>The unit has no beds yet.</Empty>}
        columns={[
          { name: 'Bed', cell: ({ name }) => bedTitle(name) },
          { name: 'Mother and baby', cell: (bed) => <Who bed={bed} /> },
          { name: 'Since', cell: ({ here }) => (here ? formatDateTime(here.arrivedAt) : '–') },
          {
            name: 'Admission',
            cell: ({ here }) =>
              here ? (
                <>
                  {planWord(here.planned)}
                  {here.cameFrom && (
                    <div className="app-quiet">from: {arrivalSourceLabels[here.cameFrom]}</div>
                  )}
                </>
              ) : (
                '–'
              ),
          },
          {
            name: 'Expected',
            cell: ({ expected }) => (expected ? <ExpectedCell expected={expected} /> : '–'),
          },
          { name: 'Do', cell: (bed) => <Acts bed={bed} /> },
        ]}
      />
    </Section>
  )
}

function Who({ bed: { here, closed, expected } }: { bed: BedLine }) {
  if (here)
    return (
      <>
        <Family here={here} />
        {closed && <Tag tone="warning">The bed is closed</Tag>}
        {here.bedBecause && (
          <div className="app-quiet">
            <Shown>{here.bedBecause}</Shown>
          </div>
        )}
      </>
    )
  if (closed) return <Tag tone="neutral">Closed</Tag>
  return <Tag tone={expected ? 'info' : 'good'}>{expected ? 'Kept free' : 'Free'}</Tag>
}

function Family({ here }: { here: HereView }) {
  return (
    <>
      <Link to="/stays/$stayId" params={{ stayId: here.stayId }}>
        <Shown>{fullName(here.mother)}</Shown>
      </Link>
      <div className="app-quiet">
        {here.babies.length === 0
          ? 'no baby here'
          : here.babies.map((baby, index) => (
              <span key={baby.id}>
                {index > 0 && ', '}
                <Shown>{fullName(baby)}</Shown>
              </span>
            ))}
      </div>
    </>
  )
}

function ExpectedCell({ expected }: { expected: ExpectedView }) {
  return (
    <>
      <Link to="/referrals/$referralId" params={{ referralId: expected.referralId }}>
        <Shown>{fullName(expected.mother)}</Shown>
      </Link>
      <div className="app-quiet">
        {planWord(expected.planned)},{' '}
        {expected.expectedAt ? formatDateTime(expected.expectedAt) : 'time not agreed'}
      </div>
      {expected.reopened && <Tag tone="late">Offer re-opened: decide again first</Tag>}
      {expected.dueAt && <Countdown what="Arrive" due={expected.dueAt} />}
    </>
  )
}

const small = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

function Acts({ bed: { name, here, expected } }: { bed: BedLine }) {
  const mayEdit = useMay('stays:edit')
  if (!mayEdit) return null
  return (
    <div className="app-buttons">
      {here && (
        <>
          <Link to="/stays/$stayId/bed" params={{ stayId: here.stayId }} className={small}>
            Move <span className="app-hidden">{bedTitle(name)}</span>
          </Link>
          <Link to="/stays/$stayId/end" params={{ stayId: here.stayId }} className={small}>
            Leaves <span className="app-hidden">{bedTitle(name)}</span>
          </Link>
        </>
      )}
      {expected && !here && <ArriveLink expected={expected} />}
    </div>
  )
}

const ArriveLink = ({ expected }: { expected: ExpectedView }) => (
  <Link
    to={expected.reopened ? '/referrals/$referralId' : '/referrals/$referralId/arrive'}
    params={{ referralId: expected.referralId }}
    className={small}
  >
    {expected.reopened ? 'Decide again' : 'Arrived'}{' '}
    <span className="app-hidden">
      <Shown>{fullName(expected.mother)}</Shown>
    </span>
  </Link>
)

/** Who came in while no bed was free: first of all, until one is given. */
function HereWithoutBed({ rows }: { rows: readonly HereView[] }) {
  const mayEdit = useMay('stays:edit')
  if (rows.length === 0) return null
  return (
    <Section title="Here, without a bed yet">
      <Table
        caption="Here, without a bed yet"
        captionHidden
        rows={rows}
        rowKey={({ stayId }) => stayId}
        columns={[
          { name: 'Mother and baby', cell: (here) => <Family here={here} /> },
          { name: 'Since', cell: ({ arrivedAt }) => formatDateTime(arrivedAt) },
          { name: 'Why', cell: ({ bedBecause }) => <Shown>{bedBecause ?? 'not recorded'}</Shown> },
          {
            name: 'Do',
            cell: ({ stayId }) =>
              mayEdit && (
                <Link to="/stays/$stayId/bed" params={{ stayId }} className={small}>
                  Give a bed
                </Link>
              ),
          },
        ]}
      />
    </Section>
  )
}

function WithoutBed({ rows }: { rows: readonly ExpectedView[] }) {
  const mayEdit = useMay('stays:edit')
  if (rows.length === 0) return null
  return (
    <Section title="Offered, without a bed yet">
      <Table
        caption="Offered, without a bed yet"
        captionHidden
        rows={rows}
        rowKey={({ referralId }) => referralId}
        columns={[
          { name: 'Expected', cell: (expected) => <ExpectedCell expected={expected} /> },
          { name: 'Offered', cell: ({ offeredAt }) => formatDateTime(offeredAt) },
          {
            name: 'Do',
            cell: (expected) => (mayEdit ? <ArriveLink expected={expected} /> : null),
          },
        ]}
      />
    </Section>
  )
}

/** Transfers between beds and ends of stays in the last week. */
function Lately({ board: { moves, left } }: { board: BedsView }) {
  const rows = [
    ...moves.map(({ stayId, mother, movedAt, from, to }) => ({
      key: `${stayId} ${movedAt}`,
      stayId,
      mother,
      at: movedAt,
      what: `Moved from ${from ? bedTitle(from) : 'no bed'} to ${to ? bedTitle(to) : 'no bed'}`,
    })),
    ...left.map(({ stayId, mother, endedAt, bed, endReason }) => ({
      key: `${stayId} left`,
      stayId,
      mother,
      at: endedAt,
      what: `Left ${bed ? bedTitle(bed) : ''}: ${endReason ? endReasonLabels[endReason] : 'reason not recorded'}`,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title="Moved or left in the last 7 days">
      <Table
        caption="Moved or left in the last 7 days"
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={<Empty>Nobody moved or left.</Empty>}
        columns={[
          { name: 'When', cell: ({ at }) => formatDateTime(at) },
          {
            name: 'Mother',
            cell: ({ stayId, mother }) => (
              <Link to="/stays/$stayId" params={{ stayId }}>
                <Shown>{fullName(mother)}</Shown>
              </Link>
            ),
          },
          { name: 'What', cell: ({ what }) => what },
        ]}
      />
    </Section>
  )
}
