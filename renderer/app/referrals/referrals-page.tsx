import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Stage, stageLabels, stages } from '#domain/admission/stages.ts'
import { epochMs, formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { ToDoList } from '../../features/admission/to-do-list.tsx'
import type { ReferralLine } from '../../features/admission/view.ts'
import { stageTones } from '../../features/admission/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { lengthText } from '../../ui/duration.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'

type Which = 'open' | 'ended'

/** The referrals by stage and age, with what is late and what is next. */
export function ReferralsPage() {
  const [which, setWhich] = useState<Which>('open')
  const list = useRead(read.admission.list.queryOptions({ which }))
  const mayTake = useMay('admission:edit')
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Referrals"
        actions={
          <>
            <Button kind="quiet" onClick={() => setWhich(which === 'open' ? 'ended' : 'open')}>
              {which === 'open' ? 'Show those that have ended' : 'Show those that are open'}
            </Button>
            {mayTake && (
              <Link to="/referrals/new" className="nhsuk-button">
                Take a referral
              </Link>
            )}
          </>
        }
      />
      <Ready reading={list} what="referrals">
        {({ referrals }) =>
          which === 'open' ? <Open referrals={referrals} /> : <Ended referrals={referrals} />
        }
      </Ready>
    </div>
  )
}

/** The furthest from a decision first: nothing open goes unseen. */
const order: readonly Stage[] = ['re-opened', ...stages.filter((one) => one !== 're-opened')]

function Open({ referrals }: { referrals: readonly ReferralLine[] }) {
  const late = referrals.flatMap(({ toDo }) => toDo).filter((one) => one.late).length
  if (referrals.length === 0)
    return <Empty>No referral is open, and nothing is left to do in those that ended.</Empty>
  return (
    <>
      {late > 0 && (
        <Banner
          title={late === 1 ? '1 limit has run out' : `${late} limits have run out`}
          tone="danger"
        />
      )}
      {order
        .map((stage) => ({ stage, rows: referrals.filter((one) => one.stage === stage) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ stage, rows }) => (
          <Section
            key={stage}
            title={`${stageLabels[stage]}${rows[0]?.open ? '' : ', with something left to do'} (${rows.length})`}
          >
            <Lines caption={stageLabels[stage]} rows={rows} />
          </Section>
        ))}
    </>
  )
}

const mother: Column<ReferralLine> = {
  name: 'Mother and baby',
  sortBy: ({ mother: her }) => `${her.familyName} ${her.givenName}`,
  cell: ({ id, mother: her, babies, unborn }) => (
    <>
      <Link to="/referrals/$referralId" params={{ referralId: id }}>
        <Shown>{fullName(her)}</Shown>
      </Link>
      <div className="app-quiet">
        {babies.map((baby, index) => (
          <span key={baby.id}>
            {index > 0 && ', '}
            <Shown>{fullName(baby)}</Shown>
          </span>
        ))}
        {unborn > 0 && `${babies.length > 0 ? ', ' : ''}${unborn} not yet born`}
      </div>
    </>
  ),
}

const received: Column<ReferralLine> = {
  name: 'Received',
  sortBy: ({ receivedAt }) => receivedAt,
  cell: ({ receivedAt }) => (
    <>
      {formatDateTime(receivedAt)}
      <div className="app-quiet">
        <Age from={receivedAt} />
      </div>
    </>
  ),
}

const referrer: Column<ReferralLine> = {
  name: 'From',
  cell: ({ referrer: name, referrerOrganisation, planned }) => (
    <>
      <Shown>{name}</Shown>
      <div className="app-quiet">
        <Shown>{referrerOrganisation}</Shown>, {planned ? 'planned' : 'unplanned'}
      </div>
    </>
  ),
}

const columns: readonly Column<ReferralLine>[] = [
  mother,
  received,
  referrer,
  {
    name: 'Held by',
    number: true,
    sortBy: ({ held }) => held,
    cell: ({ held, open }) => (open && held > 0 ? <Tag tone="danger">{held}</Tag> : '–'),
  },
  { name: 'To do', cell: ({ toDo }) => <ToDoList toDo={toDo} most={3} /> },
]

function Lines({ caption, rows }: { caption: string; rows: readonly ReferralLine[] }) {
  return (
    <div className="admission-list">
      <Table
        caption={caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  )
}

function Age({ from }: { from: string }) {
  const now = useTicking(60_000)
  return <>{lengthText(Math.max(0, epochMs(now) - epochMs(from)))} ago</>
}

const endedColumns: readonly Column<ReferralLine>[] = [
  mother,
  received,
  referrer,
  {
    name: 'Ended',
    sortBy: ({ stage }) => stage,
    cell: ({ stage, stayId }) => (
      <>
        <Tag tone={stageTones[stage]}>{stageLabels[stage]}</Tag>
        {stayId && (
          <div>
            <Link to="/stays/$stayId" params={{ stayId }}>
              Open the stay
            </Link>
          </div>
        )}
      </>
    ),
  },
]

function Ended({ referrals }: { referrals: readonly ReferralLine[] }) {
  return (
    <Section title="Ended, newest first">
      <Table
        caption="Ended, newest first"
        captionHidden
        columns={endedColumns}
        rows={referrals}
        rowKey={({ id }) => id}
        empty={<Empty>No referral has ended yet.</Empty>}
      />
    </Section>
  )
}
